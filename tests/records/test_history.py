"""What is remembered of the data: the same from a clone, an archive and a shallow clone, read once, without persons."""

import datetime
import subprocess
import time
from pathlib import Path

import pytest

from ecosystem.ground.problems import Problem
from ecosystem.kinds.registry import KINDS
from ecosystem.records.history.past import History, told_on
from ecosystem.records.history.reading import read_history
from ecosystem.records.history.storing import FILE, history_text
from repository import commit, git
from workbench import run_ecosystem

MEMBER = """\
- id: {id}
  name:
    fi: {name}
    sv: {name}
    en: {name}
  updated: 2026-11-01
"""
GROUP = """\
- id: ryhma
  name:
    fi: Ryhmä
  contact:
    name: {contact}
    email: {contact}@example.org
  status: {status}
"""


def write(folder: Path, *ids: str, name: str = "Nimi") -> None:
    text = "".join(MEMBER.format(id=one, name=name) for one in sorted(ids))
    (folder / "data" / "members.yaml").write_text(text, encoding="utf-8")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository in which the list of members is loaded, gets a member, and loses one that came with it."""
    folder = tmp_path / "first"
    (folder / "data").mkdir(parents=True)
    git(folder, "init", "--quiet")
    write(folder, "a", "b")
    commit(folder, "2026-11-01")
    write(folder, "a", "b", "c")
    commit(folder, "2026-11-05")
    write(folder, "b", "c", name="Toinen")
    commit(folder, "2026-11-09")
    return folder


def read(folder: Path, today: str | None = None) -> tuple[History, list[Problem]]:
    return read_history(folder / "data", KINDS, folder.parent / f"{folder.name}-cache", day(today) if today else None)


def test_what_came_first_has_no_day_and_what_came_later_has(repository: Path) -> None:
    pasts = read(repository)[0].pasts["members"]
    assert {name: past.entered for name, past in pasts.items()} == {"a": None, "b": None, "c": day("2026-11-05")}
    assert (pasts["a"].gone, pasts["a"].name["fi"]) == (day("2026-11-09"), "Nimi")
    assert [change.path for change in pasts["c"].changes] == ["name/fi", "name/sv", "name/en"]


def test_a_change_that_is_merged_counts_on_the_day_of_the_merge(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "change")
    write(repository, "b", "c", "d", name="Toinen")
    commit(repository, "2026-11-10")
    git(repository, "checkout", "--quiet", "-")
    git(repository, "merge", "--quiet", "--no-ff", "--message", "merge", "change", day="2026-11-20")
    assert read(repository)[0].pasts["members"]["d"].entered == day("2026-11-20")


def test_what_is_not_committed_is_of_today(repository: Path) -> None:
    write(repository, "b", "c", "uusi", name="Toinen")
    assert read(repository, "2026-12-24")[0].pasts["members"]["uusi"].entered == day("2026-12-24")
    assert "uusi" not in read(repository)[0].pasts["members"], "the cache does not keep it"


def test_another_form_of_the_file_is_no_change(repository: Path) -> None:
    before = read(repository)[0].pasts
    path = repository / "data" / "members.yaml"
    path.write_text("# A comment.\n" + path.read_text("utf-8").replace("fi: Toinen", 'fi: "Toinen"'), encoding="utf-8")
    commit(repository, "2026-11-12")
    assert read(repository)[0].pasts == before


def test_a_version_that_cannot_be_read_is_passed_over(repository: Path) -> None:
    before = read(repository)[0].pasts
    path = repository / "data" / "members.yaml"
    good = path.read_text("utf-8")
    path.write_text("<<<<<<< ours\n" + good.replace("name:", "name: [", 1), encoding="utf-8")
    commit(repository, "2026-11-12")
    path.write_text(good, encoding="utf-8")
    commit(repository, "2026-11-13")
    assert read(repository)[0].pasts == before


def test_no_person_is_remembered(repository: Path) -> None:
    path = repository / "data" / "workgroups.yaml"
    for number, name in enumerate(("maija", "matti")):
        path.write_text(GROUP.format(contact=name, status="active" if number else "planned"), encoding="utf-8")
        commit(repository, f"2026-11-1{number}")
    history = read(repository)[0]
    assert "status" in [change.path for change in history.pasts["workgroups"]["ryhma"].changes]
    assert "maija" not in history_text(history) and "matti" not in history_text(history)


def test_every_copy_remembers_the_same(repository: Path, tmp_path: Path) -> None:
    text = history_text(read(repository)[0])
    subprocess.run(["git", "clone", "-q", str(repository), str(tmp_path / "clone")], check=True)
    assert history_text(read(tmp_path / "clone")[0]) == text
    for name in ("shallow", "archive"):
        source = repository.as_uri()
        subprocess.run(["git", "clone", "-q", "--depth", "1", source, str(tmp_path / name)], check=True)
        if name == "archive":
            (tmp_path / name / ".git").rename(tmp_path / "aside")
        history, problems = read(tmp_path / name)
        assert (history.pasts, [one.code for one in problems]) == ({}, ["history_unknown"])
        (tmp_path / name / "data" / FILE).write_text(text, encoding="utf-8")
        history, problems = read(tmp_path / name)
        assert (history_text(history), problems) == (text, [])


def test_a_broken_file_is_named_and_read_anew(repository: Path) -> None:
    text = history_text(read(repository)[0])
    carried = repository / "data" / FILE
    (kept,) = (repository.parent / "first-cache" / "history").iterdir()
    for content in ("{", "[]", text.replace('"seen"', '"sen"'), text.replace("2026-11-05", "2026-11-55"), "\ud800"):
        for path in (carried, kept):
            path.write_bytes(content.encode("utf-8", "surrogatepass"))
        history, problems = read(repository)
        assert history_text(history) == text
        assert [(one.code, one.place.file) for one in problems] == [("history_broken", carried.as_posix())]


def test_the_command_writes_the_file(repository: Path) -> None:
    path = repository / "data" / FILE
    done = run_ecosystem("history", ECOSYSTEM_DATA=str(repository / "data"))
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert path.read_text("utf-8") == history_text(read(repository)[0])


def test_only_what_is_new_is_read(repository: Path) -> None:
    """The history of a list of 300 in 300 commits costs little, and the next build next to nothing."""
    names = dict.fromkeys((f"jasen-{number}" for number in range(300)), 0)
    with subprocess.Popen(["git", "-C", str(repository), "fast-import", "--quiet"], stdin=subprocess.PIPE) as program:
        assert program.stdin is not None
        for number in range(300):
            names[f"jasen-{number * 7 % 300}"] = number
            text = "".join(MEMBER.format(id=one, name=f"Nimi {name}") for one, name in sorted(names.items())).encode()
            parent = b"from refs/heads/main^0\n" if not number else b""
            told = b"commit refs/heads/main\ncommitter E <e@example.org> %d +0200\ndata 1\nx\n" % (1796200000 + number)
            program.stdin.write(told + parent + b"M 644 inline data/members.yaml\ndata %d\n%s\n" % (len(text), text))
    before = time.process_time()
    first = read(repository)[0]
    between = time.process_time()
    assert read(repository)[0] == first
    assert time.process_time() - between < (between - before) / 3


def test_the_day_of_telling() -> None:
    early, late = day("2026-11-01"), day("2026-12-01")
    assert told_on(late, early) == told_on(early, late) == told_on(late, None) == told_on(None, late) == late
    assert told_on(None, None) is None
