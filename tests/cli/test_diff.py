"""`diff`: what a change does to the data, in words."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from addresses import COLLECTIONS
from cli.new_member import MEMBER
from workbench import ROOT, Run, edit

pytestmark = pytest.mark.slow


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


def test_the_words_that_changed_in_a_long_text_are_shown_and_a_new_record_is_shown_whole(
    data: Path, run: Run, tmp_path: Path
) -> None:
    old = shutil.copytree(data, tmp_path / "old")
    edit(data / "members.yaml", "DigiFinland runs the ecosystem", "DigiFinland runs all of the ecosystem")
    long = "A text of many words that says what the organisation does, and that nobody has cut before its very end"
    summary = ("--summary-fi", "a", "--summary-sv", "b", "--summary-en", long)
    assert run(*MEMBER, *summary)[0] == 0
    text = run("diff", str(old), "--language", "en")[1]
    assert "    role, in English: DigiFinland runs [ → all of] the ecosystem’s practical work" in text
    assert f"    summary: {long}\n" in text
    assert "    sources: address: https://example.org/\n" in text


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_has_a_name_in_the_words_for_editors(collection: str) -> None:
    words = (ROOT / "strings" / "editing" / "en.yaml").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "data" / "schema" / f"{collection}.json").read_text(encoding="utf-8"))
    for definition in schema["$defs"].values():
        for field in definition.get("properties", {}):
            assert f"\nfield.{field}: " in words
    assert f"collection.{collection}: " in words
