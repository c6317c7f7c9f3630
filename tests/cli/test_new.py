"""`new`: an entry that is begun on the command line."""

import re
import shlex
from pathlib import Path

import pytest

from cli.new_member import MEMBER, TEXTS
from workbench import Run, edit

pytestmark = pytest.mark.slow


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
    assert "  updated: 2026-11-22" in new
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
    often = ("--rhythm-every", "2", "--rhythm-interval", "week")
    rhythm = ("--host", "ecosystem", *often, "--url", "https://example.org/")
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


def test_an_answer_that_will_not_do_is_asked_for_again_and_the_others_stay(
    data: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {
        "name": ["Äly Oy", "Äly Ab", "Aly"],
        "id": ["hus", "aly-oy"],
        "kind": ["firm", "Association or union"],
        "region": ["kainu", "kainuu"],
        "address": ["http://aly.fi/", "https://aly.fi/"],
        "source": ["https://example.org/"],
    }

    def answer(question: str) -> str:
        given = answers.get(re.split(r",|:| \(", question)[0], [])
        return given.pop(0) if given else ""

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    status, said = run("new", "member")
    assert status == 0
    lines = said.splitlines()
    assert lines[0] == "the id hus is already in use"
    assert lines[1].startswith('kind "firm" is not one of company')
    assert lines[2] == 'region "kainu" is not in regions.yaml; use the id of a record there. Did you mean kainuu?'
    assert lines[3].startswith('url "http://aly.fi/" must begin with https://')
    assert "- id: aly-oy\n" in (data / "members.yaml").read_text(encoding="utf-8")
    assert "  kind: association\n" in (data / "members.yaml").read_text(encoding="utf-8")


def test_the_answers_to_a_record_that_is_refused_are_said_as_a_command(run: Run) -> None:
    status, said = run(*MEMBER, "--region", "pirkanma")
    assert status == 1
    command = said.splitlines()[-1]
    assert shlex.split(command)[:4] == ["python", "-m", "ecosystem", "new"]
    again = shlex.split(command)[3:]
    again[again.index("pirkanma")] = "pirkanmaa"
    assert run(*again)[0] == 0


def test_comments_and_line_breaks_of_windows_stay(data: Path, run: Run) -> None:
    members = data / "members.yaml"
    edit(members, "- id: hus\n", "# about HUS\n- id: hus\n")
    members.write_bytes(members.read_bytes().replace(b"\n", b"\r\n"))
    assert run(*MEMBER)[0] == 0
    text = members.read_bytes().decode()
    assert "# about HUS\r\n- id: hus\r\n" in text
    assert text.count("\n") == text.count("\r\n")
