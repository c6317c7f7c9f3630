"""An editor with a browser alone: what the check says of a change is what happens to its pull request.

Each change is typed as somebody types it on GitHub, in lines of any length and in any order. A pull request whose check
finds no error builds, and its form is mended by a machine; the tests of the code do not run for it (`tests.yml`).
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import read_settings
from ecosystem.site.preparation import read_everything
from workbench import FULL, NOW, ROOT, DataFolder, edit
from yaml_files import read_yaml

pytestmark = pytest.mark.slow

MEMBER: Final = """\
- id: kaijku
  name:
    fi: Kaijku Health Oy
    sv: Kaijku Health Oy
    en: "Kaijku Health Oy"
  kind: company
  url: https://kaijku.example.org/
  since: 2026-11
  summary:
    fi: Kaijku tekee tekoälyä päivystykseen ja kertoo siitä jäsenille tapahtumissa, joita se järjestää Tampereella.
    sv: Kaijku gör AI för jouren.
    en: Kaijku makes AI for emergency care.
  updated: 2026-11-22
  sources:
  - url: https://kaijku.example.org/
"""
NEWS: Final = """\
- id: {id}
  date: {date}
  title:
    fi: Uusi jäsen
    sv: En ny medlem
    en: A new member
  summary: {{fi: Jäseniä on nyt enemmän., sv: Nu är medlemmarna fler., en: There are more members now.}}
  topics: [ecosystem]
  updated: 2026-11-22
  sources: [{{url: "https://example.org/"}}]
"""
SESSIONS: Final = "  host: ecosystem\n  form: online"


@dataclass(frozen=True)
class Change:
    """What is typed: *new* in place of *old* in a file, or below its last line; what is found, and if it passes."""

    file: str
    old: str | None
    new: str
    found: str | None = None
    passes: bool = True


def session(lines: str) -> str:
    return f"  sessions:\n    - {lines}\n{SESSIONS}"


CHANGES: Final = {
    "a word more in a folded text": Change("members.yaml", "hoitaa ekosysteemin", "hoitaa nyt koko ekosysteemin"),
    "a whole text on one long line": Change(
        "members.yaml", "tekoälyä voisi käyttää.", f"tekoälyä {'hyvin ' * 9}voisi käyttää."
    ),
    "a range with a hyphen": Change("members.yaml", "kartoitti", "kartoitti klo 9-10", "mark_of_language"),
    "a dash with a hyphen": Change("members.yaml", "kartoitti", "kartoitti - heti -", "mark_of_language"),
    "the apostrophe of the keyboard": Change(
        "members.yaml", "ecosystem’s practical", "ecosystem's practical", "mark_of_language"
    ),
    "a term of the press": Change(
        "members.yaml", "MDR-arbetsgruppens", "AI-lagen och MDR-arbetsgruppens", "term_unofficial"
    ),
    "a new member at the end, its name in its summary": Change("members.yaml", None, MEMBER, "not_sorted"),
    "a name in curly quotes": Change("members.yaml", "fi: DigiFinland Oy", "fi: ”DigiFinland Oy”", "quotes_around"),
    "an address in quotes": Change("members.yaml", "url: https://digifinland.fi/", 'url: "https://digifinland.fi/fi"'),
    "a sign that begins a comment": Change("members.yaml", "fi: DigiFinland Oy", "fi: DigiFinland #1", "text_cut"),
    "news of today": Change("news.yaml", None, NEWS.format(id="uusi-jasen", date="2026-11-22"), None),
    "news that waits for its day": Change("news.yaml", None, NEWS.format(id="uusi-jasen", date="2027-02-01"), None),
    "news above the others": Change(
        "news.yaml", "- id: digi", NEWS.format(id="x", date="2026-11-22") + "- id: digi", "not_sorted"
    ),
    "a session more": Change("events.yaml", SESSIONS, session("date: 2026-12-02")),
    "a session cancelled": Change("events.yaml", SESSIONS, session("date: 2026-12-02\n      state: cancelled")),
    "a session moved": Change(
        "events.yaml", SESSIONS, session("date: 2026-12-03\n      instead_of: 2026-12-02\n      state: moved")
    ),
    "a session moved from nowhere": Change(
        "events.yaml", SESSIONS, session("date: 2026-12-03\n      state: moved"), "session_moved_from_nowhere"
    ),
    "a recording": Change(
        "events.yaml", "  date: 2024-01-18", "  recording: https://example.org/v\n  date: 2024-01-18"
    ),
    "a pilot that ends": Change(
        "pilots.yaml", "status: active\n  status_date: 2025-03-07", "status: ended\n  status_date: 2026-11-20"
    ),
    "a comment for other editors": Change("pilots.yaml", "  status: active", "  # asked 20 November\n  status: active"),
    "a sentence without end": Change(
        "pilots.yaml", "  goals:", f"  results:\n    fi: Se {'on ' * 30}pitkä.\n  goals:", "sentence_too_long"
    ),
    "a wrong choice": Change("pilots.yaml", "status: active", "status: käynnissä", "choice_unknown", passes=False),
    "a Finnish date": Change(
        "pilots.yaml", "status_date: 2025-03-07", "status_date: 7.3.2025", "date_shape", passes=False
    ),
    "a tab": Change("members.yaml", "  kind: other", "\tkind: other", "tab", passes=False),
    "a text in one language": Change("members.yaml", "    sv: DigiFinland Oy\n", "", "language_missing", passes=False),
    "a region that is none": Change(
        "pilots.yaml", "organiser: kanta-hame", "organiser: hame", "reference_unknown", passes=False
    ),
}


def run_script(folder: Path, script: str, **environment: str) -> None:
    """Run *script* as the workflow does."""
    subprocess.run(["bash", "-e", "-c", script], cwd=folder, env={**os.environ, **environment}, check=True)


def git(folder: Path, *arguments: str) -> str:
    """Run git in *folder* as somebody; return what it says."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """Return a copy of the data that each test changes and leaves as it was."""
    return DataFolder(shutil.copytree(FULL.data, tmp_path_factory.mktemp("pencil") / "data"))


@pytest.fixture
def changed(repository: DataFolder, request: pytest.FixtureRequest) -> Iterator[Change]:
    """Type a change, give it, and undo it."""
    change: Change = request.param
    path = repository.path / change.file
    before = {file: file.read_bytes() for file in repository.path.glob("*.yaml")}
    if change.old is None:
        path.write_text(path.read_text(encoding="utf-8") + change.new, encoding="utf-8")
    else:
        edit(path, change.old, change.new)
    yield change
    for file, content in before.items():
        file.write_bytes(content)


@pytest.mark.parametrize("changed", CHANGES.values(), ids=list(CHANGES), indirect=True)
def test_what_the_check_says_is_what_happens(changed: Change, repository: DataFolder) -> None:
    checked = repository.run("check", "--format", "github")
    codes = [line.split("title=")[1].split("::")[0] for line in checked.stdout.splitlines()[:-1]]
    assert (checked.returncode, set(codes)) == (int(not changed.passes), {changed.found} - {None})
    if not changed.passes:
        settings = replace(read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW}), data=repository.path)
        assert has_errors(read_everything(settings).problems), "the build agrees"
    assert repository.run("fmt").returncode == int(changed.found == "tab")
    if changed.found == "not_sorted":
        assert "warnings 0" in repository.run("check").stdout, "a machine has mended it"


def test_the_pull_request_asks_the_check_and_the_build_alone() -> None:
    """No warning turns it red; the tests of the code run where other files than content have changed, and report."""
    jobs = read_yaml(ROOT / ".github" / "workflows" / "pull-request.yml")["jobs"]
    (steps,) = (job["steps"] for job in jobs.values())
    (script,) = (step["run"] for step in steps if "ecosystem check" in step.get("run", ""))
    assert "--strict" not in script
    assert not any("make test" in step.get("run", "") for step in steps)
    tests = read_yaml(ROOT / ".github" / "workflows" / "tests.yml")["jobs"]
    heavy = [name for name, job in tests.items() if any("make " in step.get("run", "") for step in job["steps"])]
    assert sorted(heavy) == ["audit", "release", "test"]
    assert all("needs.scope.outputs.code" in tests[name]["if"] for name in heavy)
    assert tests["result"]["needs"] == ["scope", "test", "audit", "release", "same"]


@pytest.mark.parametrize(
    ("path", "is_code"),
    [
        ("data/members.yaml", False),
        ("data/newsletters/2026-12-01.fi.yaml", False),
        ("data/images/a.png", False),
        ("data/words/fi.txt", False),
        ("docs/sv/about.md", False),
        ("operator.yaml", False),
        ("data/schema/members.json", True),
        ("data/schema/references.json", False),
        ("hooks/ecosystem/cli/check.py", True),
        ("strings/fi.yaml", True),
        ("EDITING.fi.md", True),
    ],
)
def test_the_tests_are_left_out_for_content_alone(tmp_path: Path, path: str, is_code: bool) -> None:
    """The script of the workflow itself decides, in a repository with one change."""
    (steps,) = (read_yaml(ROOT / ".github" / "workflows" / "tests.yml")["jobs"]["scope"]["steps"],)
    (script,) = (step["run"] for step in steps if step.get("id") == "changed")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=first")
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("x", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=second")
    output = tmp_path / "output"
    run_script(tmp_path, script, BEFORE=git(tmp_path, "rev-parse", "HEAD^1"), GITHUB_OUTPUT=str(output))
    assert output.read_text(encoding="utf-8") == f"code={str(is_code).lower()}\n"
