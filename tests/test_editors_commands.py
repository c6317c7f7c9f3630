"""`check`, `schema`, `new`, `diff` and `report` as an editor meets them on the command line."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ecosystem.cli import main
from ecosystem.languages import LANGUAGES
from ecosystem.model import COLLECTIONS
from ecosystem.schema import collection_schemas
from ecosystem.source.nodes import read_nodes

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setenv("ECOSYSTEM_DATA", str(folder))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # 21 September 2026
    monkeypatch.setenv("LANGUAGE", "en")
    return folder


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: str) -> tuple[int, str]:
        status = main(arguments)
        written = capsys.readouterr()
        return status, written.out + written.err

    return run_command


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# check


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


# schema


@pytest.mark.parametrize("path", collection_schemas(ROOT / "data"), ids=lambda path: path.stem)
def test_the_schemas_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == collection_schemas(ROOT / "data")[path], "run `make schema`"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_data_fits_its_schema(collection: str) -> None:
    schema = json.loads((ROOT / "data" / "schema" / f"{collection}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document, _, _ = read_nodes((ROOT / "data" / f"{collection}.yaml").read_text(encoding="utf-8"), collection)
    # plain lists and mappings: the validator knows no others
    jsonschema.validate(json.loads(json.dumps(document)), schema)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "firm"),
        ("updated", "7.3.2025"),
        ("url", "http://x.fi/"),
        ("since", "03/2025"),
        ("id", "Ä"),
        ("kidn", ""),
    ],
)
def test_the_schema_refuses_what_is_wrong(field: str, value: str) -> None:
    schema = json.loads((ROOT / "data" / "schema" / "members.json").read_text(encoding="utf-8"))
    text = dict.fromkeys(LANGUAGES, "x")
    sound = {"id": "x", "name": text, "kind": "other", "updated": "2025-03-07", "sources": [{"url": "https://x.fi/"}]}
    jsonschema.validate([sound], schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([sound | {field: value}], schema)


def test_every_field_is_explained() -> None:
    for text in collection_schemas(ROOT / "data").values():
        for name, definition in json.loads(text)["$defs"].items():
            for field, shape in definition.get("properties", {}).items():
                assert shape.get("description"), (name, field)


def test_visual_studio_code_knows_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    expected = {f"./data/schema/{name}.json": f"data/{name}.yaml" for name in COLLECTIONS}
    expected["./data/schema/newsletters.json"] = "data/newsletters/*.yaml"
    assert settings["yaml.schemas"] == expected


# new

TEXTS = ("--name-fi", "Esimerkki: Oy", "--name-sv", "Exempel", "--name-en", "Example")
MEMBER = ("new", "member", "--id", "esimerkki", *TEXTS, "--kind", "company", "--source", "https://example.org/")


def test_a_new_member_stands_at_its_place_and_no_other_line_changes(data: Path, run: Run) -> None:
    before = (data / "members.yaml").read_text(encoding="utf-8").splitlines()
    status, text = run(*MEMBER, "--offers", "data, tools")
    after = (data / "members.yaml").read_text(encoding="utf-8").splitlines()
    start = after.index("- id: esimerkki")
    new = after[start : start + len(after) - len(before)]
    assert status == 0
    assert text == f"Added: {data}/members.yaml:{start + 1}\n"
    assert after[:start] + after[start + len(new) :] == before
    assert new[2] == '    fi: "Esimerkki: Oy"'
    assert "  updated: 2026-09-21" in new
    assert run("check")[0] == 0
    assert run("fmt", "--check") == (0, "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "firm"), 'kind "firm" is not one of company'),
        (("--region", "pirkanma"), "Did you mean pirkanmaa?"),
        (("--id", "hus"), "the id hus is already in use"),
        (("--id", "Ä b"), "Did you mean a-b?"),
        (("--url", "http://x.fi/"), "must begin with https://"),
        (("--source", "no-such-report"), "is not in"),
        (("--name-fi", "x\n- id: y"), "name.fi must be one line"),
    ],
)
def test_a_wrong_record_is_refused_and_nothing_is_written(
    data: Path, run: Run, options: tuple[str, ...], said: str
) -> None:
    before = (data / "members.yaml").read_bytes()
    status, text = run(*MEMBER, *options)
    assert status == 1
    assert said in text
    assert (data / "members.yaml").read_bytes() == before


def test_what_is_missing_is_named_when_nobody_can_be_asked(run: Run) -> None:
    assert run("new", "news", "--id", "x") == (
        1,
        "error: missing: --date, --title-fi, --title-sv, --title-en, --summary-fi, --summary-sv, --summary-en,"
        " --topics, --source\n",
    )


def test_pilots_events_and_news_can_be_begun_too(data: Path, run: Run) -> None:
    summary = ("--summary-fi", "a", "--summary-sv", "b", "--summary-en", "c", "--source", "https://example.org/")
    pilot = ("--organiser", "kainuu", "--status", "planned", "--status-date", "2026-09-01")
    rhythm = ("--host", "ecosystem", "--rhythm-every", "2", "--rhythm-interval", "week")
    titles = ("--title-fi", "a", "--title-sv", "b", "--title-en", "c", "--date", "2026-09-01", "--topics", "pilots")
    assert run("new", "pilot", "--id", "aaa", *TEXTS, *summary, *pilot)[0] == 0
    assert run("new", "event", "--id", "zzz", *TEXTS, *summary, *rhythm)[0] == 0
    assert run("new", "news", "--id", "mmm", *titles, *summary)[0] == 0
    assert run("fmt", "--check") == (0, "")
    assert "errors 0, warnings 0" in run("check")[1]


def test_a_terminal_is_asked(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "Äly Oy", "Äly Ab", "Aly", "", "company"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "https://example.org/" if question.startswith("source") else next(answers, "")

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert run("new", "member")[0] == 0
    assert asked[4] == "id (aly-oy): "
    assert asked[5].startswith("kind (choices: company, association")
    assert "- id: aly-oy\n" in (data / "members.yaml").read_text(encoding="utf-8")


def test_comments_and_line_breaks_of_windows_stay(data: Path, run: Run) -> None:
    members = data / "members.yaml"
    edit(members, "- id: hus\n", "# about HUS\n- id: hus\n")
    members.write_bytes(members.read_bytes().replace(b"\n", b"\r\n"))
    assert run(*MEMBER)[0] == 0
    text = members.read_bytes().decode()
    assert "# about HUS\r\n- id: hus\r\n" in text
    assert text.count("\n") == text.count("\r\n")


# diff


def test_diff_says_what_changed_in_three_languages(data: Path, run: Run, tmp_path: Path) -> None:
    old = shutil.copytree(data, tmp_path / "old")
    edit(data / "pilots.yaml", "status: active", "status: ended")
    edit(data / "members.yaml", "short_name: DigiFinland", "short_name: Digi")
    edit(data / "members.yaml", "updated: 2026-11-22", "updated: 2026-11-23")
    assert run(*MEMBER)[0] == 0
    reading = "          readings:\n            - date: 2025-02-01\n              value: 200\n"
    reading += "              sources:\n                - url: https://example.org/\n"
    edit(data / "action_plan.yaml", "          readings:\n", reading)
    status, text = run("diff", str(old))
    assert status == 0
    assert '(kanta-hame-toimintakyvyn-ennakointi) moved from "active" to "ended"' in text
    assert "  new: Example (esimerkki)\n" in text
    assert '    short name: "DigiFinland" → "Digi"\n' in text
    assert "new reading: Member organisations: 200 (2025-02-01)" in text
    assert "updated" not in text
    assert "siirtyi tilasta ”käynnissä” tilaan ”päättynyt”" in run("diff", str(old), "--language", "fi")[1]
    assert "gick från ”pågår” till ”avslutat”" in run("diff", str(old), "--language", "sv")[1]
    assert "  removed: Example (esimerkki)\n" in _reversed(data, old, run)


def _reversed(data: Path, old: Path, run: Run) -> str:
    aside = data.rename(data.parent / "aside")
    old.rename(data)
    return run("diff", str(aside))[1]


def test_diff_reads_a_revision_of_git(data: Path, run: Run) -> None:
    git = ["git", "-C", str(data), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "first"], check=True)
    assert "The data has not changed." in run("diff", "HEAD")[1]
    edit(data / "members.yaml", "short_name: DigiFinland", "short_name: Digi")
    assert 'short name: "DigiFinland" → "Digi"' in run("diff", "HEAD")[1]
    assert run("diff", "--", "--output=x") == (
        1,
        "error: '--output=x' is neither a folder nor a version that git knows\n",
    )


def test_markdown_of_hostile_names_is_only_text(data: Path, run: Run, tmp_path: Path) -> None:
    old = shutil.copytree(data, tmp_path / "old")
    hostile = "<img src=x> [a](https://evil.example) @someone `x` # *b*"
    edit(data / "members.yaml", "short_name: DigiFinland", f"short_name: '{hostile}'")
    text = run("diff", str(old), "--format", "markdown")[1]
    assert "&lt;img" in text
    assert "<img" not in text
    assert r"\[a\](https&#58;//evil" in text
    assert "@someone" not in text


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_has_a_name_in_the_words_for_editors(collection: str) -> None:
    words = (ROOT / "strings" / "editing" / "en.yaml").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "data" / "schema" / f"{collection}.json").read_text(encoding="utf-8"))
    for definition in schema["$defs"].values():
        for field in definition.get("properties", {}):
            assert f"\nfield.{field}: " in words
    assert f"collection.{collection}: " in words


# report


def test_the_report_names_what_needs_attention(data: Path, run: Run) -> None:
    edit(data / "members.yaml", "  updated: 2026-11-22", "  review_by: 2026-09-20\n  updated: 2026-11-22")
    edit(data / "members.yaml", "  short_name: HUS", "  short_name: HUS\n  summary:\n    fi: Vain suomeksi")
    edit(data / "members.yaml", "url: https://digifinland.fi/\n", "url: https://www.sotetekoaly.fi/jasenet/ei-ole/\n")
    edit(data / "pilots.yaml", "organiser: kanta-hame", "organiser: kanta-hme")
    status, text = run("report")
    assert status == 0
    assert "DigiFinland Oy: was to be reviewed by 2026-09-20" in text
    assert "HUS Group: summary: missing in Swedish, in English" in text
    assert "events.yaml:59: CleverHealth Network annual seminar 2024: took place on 2024-01-18" in text
    assert "the site has no such page: https://www.sotetekoaly.fi/jasenet/ei-ole/" in text
    assert "Did you mean kanta-hame?" in text
    assert "### Missing translations (" in run("report", "--format", "markdown")[1]
    assert "Puuttuvat käännökset" in run("report", "--language", "fi")[1]


def test_a_page_that_exists_is_no_dead_reference(data: Path, run: Run) -> None:
    edit(
        data / "members.yaml", "url: https://digifinland.fi/\n", "url: https://www.sotetekoaly.fi/sv/medlemmar/hus/#x\n"
    )
    assert "Dead internal references (0)" in run("report")[1]
