"""`check` as an editor and as machines meet it: severities, languages, GitHub, JSON and SARIF."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workbench import Run, edit

pytestmark = pytest.mark.slow


def test_warnings_fail_only_when_strict(data: Path, run: Run) -> None:
    edit(data / "members.yaml", "fi: DigiFinland Oy", "fi: DigiFinland\u00a0Oy")
    status, text = run("check")
    assert status == 0
    assert ":3:20: warning: a no-break space (U+00A0)" in text
    status, text = run("check", "--strict")
    assert status == 1
    assert ":3:20: error: a no-break space (U+00A0)" in text


@pytest.mark.parametrize(("language", "said"), [("fi", "Tarkoititko: kind?"), ("sv", "Menade du kind?")])
def test_messages_come_in_the_language_asked_for(data: Path, run: Run, language: str, said: str) -> None:
    edit(data / "members.yaml", "  kind: other", "  kidn: other")
    assert said in run("check", "--language", language)[1]


def test_the_environment_decides_the_language(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "sv_FI:sv")
    assert ", fel 0, varningar 0" in run("check")[1]


def test_github_gets_errors_first_and_nothing_that_ends_a_command(data: Path, run: Run) -> None:
    edit(data / "members.yaml", "fi: DigiFinland Oy", "fi: DigiFinland\u00a0Oy")
    edit(data / "pilots.yaml", "status: active", 'status: "100%\\n::error::x"')
    status, text = run("check", "--format", "github")
    first, second = text.splitlines()[:2]
    assert status == 1
    assert first.startswith("::error file=")
    assert ",line=29,col=11,title=choice_unknown::status" in first
    assert '"100%25\\n::error::x"' in first
    assert second.startswith("::warning file=")


def test_properties_of_github_are_escaped(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = data.rename(data.parent / "a,b:c%")
    monkeypatch.setenv("ECOSYSTEM_DATA", str(odd))
    edit(odd / "members.yaml", "  kind: other", "  kidn: other")
    assert "/a%2Cb%3Ac%25/members.yaml,line=7" in run("check", "--format", "github")[1]


def test_json_has_all_details(data: Path, run: Run) -> None:
    edit(data / "pilots.yaml", "status: active", "status: actve")
    report = json.loads(run("check", "--format", "json")[1])
    assert (report["errors"], report["warnings"], report["language"]) == (1, 0, "en")
    problem = report["problems"][0]
    assert (problem["line"], problem["column"], problem["severity"]) == (29, 11, "error")
    assert problem["code"] == "choice_unknown"
    assert problem["details"]["suggestion"] == "active"
    assert "Did you mean active?" in problem["message"]


#: The required parts of SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) that a list of findings has.
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name"]}}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "required": ["message", "ruleId", "level", "locations"],
                            "properties": {
                                "message": {"required": ["text"]},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {"uri": {"pattern": "^[^ :]+$"}}
                                                    },
                                                    "region": {"properties": {"startLine": {"minimum": 1}}},
                                                },
                                            }
                                        }
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_sarif_has_the_structure_of_the_standard(data: Path, run: Run) -> None:
    edit(data / "pilots.yaml", "status: active", "status: actve")
    report = json.loads(run("check", "--format", "sarif")[1])
    jsonschema.validate(report, SARIF)
    result = report["runs"][0]["results"][0]
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "choice_unknown"


def test_an_entry_that_changed_without_its_date_is_named_at_its_line_and_mended(
    data: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798110000")  # 24 December 2026
    old = shutil.copytree(data, tmp_path / "old")
    edit(data / "members.yaml", "short_name: DigiFinland", "short_name: Digi")
    edit(data / "pilots.yaml", "status: active", "status: ended")
    edit(data / "pilots.yaml", "updated: 2026-", "updated: 2025-")
    status, text = run("check", "--against", str(old))
    lines = (data / "members.yaml").read_text("utf-8").splitlines()
    line = next(number for number, one in enumerate(lines, 1) if one.startswith("  updated:"))
    assert status == 0
    assert f"members.yaml:{line}:12: warning: digifinland has changed (short_name), but `updated` has not" in text
    assert "pilots.yaml" not in text
    before = (data / "members.yaml").read_text("utf-8")
    assert run("fmt", "--against", str(old), "--check")[0] == 1
    assert (data / "members.yaml").read_text("utf-8") == before
    assert run("fmt", "--against", str(old))[0] == 0
    assert (data / "members.yaml").read_text("utf-8") == before.replace(lines[line - 1], "  updated: 2026-12-24", 1)
    assert "members.yaml:" not in run("check", "--against", str(old))[1]


def test_a_version_that_is_not_there_is_said(data: Path, run: Run) -> None:
    for command in ("check", "fmt"):
        assert run(command, "--against", "none") == (
            1,
            "error: 'none' is neither a folder nor a version that git knows\n",
        )


def test_github_reads_every_language_that_is_asked_for(data: Path, run: Run) -> None:
    """An annotation says it in all of them, and the summary has a table for each, with nothing that becomes a link."""
    edit(data / "pilots.yaml", "status: active", 'status: "[x](https://e.example/)|"')
    summary = data.parent / "summary.md"
    asked = ("--language", "fi", "--language", "sv", "--language", "en")
    status, text = run("check", *asked, "--format", "github", "--summary", str(summary))
    assert status == 1
    command = text.splitlines()[0]
    assert command.count("%0A") == 2
    assert "ei tunneta" in command
    assert "is not one of" in command
    written = summary.read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if line.startswith("#")] == [
        "### Suomi",
        "### Svenska",
        "### English",
    ]
    rows = [line for line in written.splitlines() if "pilots.yaml" in line]
    assert [row.split(" | ")[1] for row in rows] == ["virhe", "fel", "error"]
    assert "](https://" not in written
    assert all(row.replace("\\|", "").count("|") == 4 for row in rows)
