"""What goes wrong with machines: kills, full disks, other places and times. The last good site stays whole."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import NOW, ROOT, run_ecosystem

PARTS = ("docs", "fonts", "hooks", "overrides", "requirements", "strings", "mkdocs.yml", "pyproject.toml")
GUIDES = ("EDITING.fi.md", "EDITING.sv.md", "EDITING.en.md")

#: So many times a build is killed, at moments spread over its whole length.
KILLS = 10


class Project:
    """A copy of the project in a folder of its own, with its own `site/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in (*PARTS, *GUIDES):
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, folder / part)
        self.reset_data()
        self.site = folder / "site"

    def reset_data(self) -> None:
        """Put the small data set of the tests in place."""
        shutil.copytree(ROOT / "tests" / "data", self.folder / "data", dirs_exist_ok=True)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start a command, else a build as `make site` does, in a process group of its own."""
        given = {**os.environ, "SOURCE_DATE_EPOCH": NOW, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(self.folder / "hooks")}
        return subprocess.Popen(
            [sys.executable, "-m", "ecosystem", *(arguments or ("build",))],
            cwd=self.folder,
            env={**given, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )

    def build(self, *arguments: str, **environment: str) -> tuple[int, str]:
        """Run a command, else a build, to its end; return the exit status and all that was said."""
        process = self.start(*arguments, **environment)
        said, _ = process.communicate()
        return process.returncode, said

    def fingerprint(self) -> str:
        """Return what the site holds: every file's path and content."""
        digest = hashlib.sha256()
        for path in sorted(path for path in self.site.rglob("*") if path.is_file()):
            digest.update(path.relative_to(self.site).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()

    def leftovers(self) -> list[str]:
        """Return the folders in which builds took place and that are still there."""
        return [path.name for path in self.folder.glob(".build-*/")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a copy of the project at a path with a space and letters beyond ASCII, built once."""
    project = Project(tmp_path_factory.mktemp("places") / "sote tekoäly")
    status, said = project.build()
    assert status == 0, said
    return project


@pytest.fixture
def good(project: Project) -> Iterator[str]:
    """Return the fingerprint of the site of the unchanged project; afterwards the project is unchanged again."""
    yield project.fingerprint()
    project.reset_data()


def test_a_build_killed_at_any_moment_leaves_a_whole_site(project: Project, good: str) -> None:
    members = project.folder / "data" / "members.yaml"
    members.write_text(members.read_text(encoding="utf-8").replace("kind: company", "kind: other"), encoding="utf-8")
    begun = time.monotonic()
    process = project.start()
    process.communicate()
    length = time.monotonic() - begun
    changed = project.fingerprint()
    assert changed != good
    project.reset_data()
    killed = 0
    for number in range(KILLS):
        process = project.start()
        try:
            process.wait(timeout=length * (number + 0.5) / KILLS)
        except subprocess.TimeoutExpired:
            killed += 1
        with_children = os.getpgid(process.pid) if process.poll() is None else None
        if with_children is not None:
            os.killpg(with_children, signal.SIGKILL)
        process.communicate()
        assert project.fingerprint() in (good, changed)
    assert killed >= KILLS // 2, "the builds ended before they could be killed"
    status, said = project.build()
    assert (status, project.fingerprint(), project.leftovers()) == (0, good, []), said


def test_a_system_that_cannot_exchange_folders_keeps_the_last_site(project: Project, good: str) -> None:
    aside = project.folder / ".build-site-killed"
    aside.mkdir()
    project.site.rename(aside / "last")  # a kill between the two renames
    (project.folder / "data" / "members.yaml").write_text("- nonsense", encoding="utf-8")
    status, said = project.build()
    assert status == 1, said
    assert (project.fingerprint(), project.leftovers()) == (good, [])


def test_two_builds_at_once_both_end_well(project: Project, good: str) -> None:
    first, second = project.start(), project.start()
    said = [process.communicate()[0] for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), said
    assert sum("another build is under way" in one for one in said) == 1
    assert (project.fingerprint(), project.leftovers()) == (good, [])


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "LANGUAGE": "fi"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "sv_FI.UTF-8"},
        {"HOME": "/nonexistent"},
    ],
    ids=" ".join,
)
def test_the_site_is_the_same_in_any_surroundings(project: Project, good: str, surroundings: dict[str, str]) -> None:
    status, said = project.build(**surroundings)
    assert (status, project.fingerprint()) == (0, good), said


def test_a_disk_that_takes_no_more_is_a_message(project: Project, good: str) -> None:
    # A limit of the size of files is what any user may set; the system refuses as it does when a disk is full.
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        process = project.start()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    said, _ = process.communicate()
    assert process.returncode == 1
    assert "Traceback" not in said
    assert "file too large" in said
    assert "site/ is as it was" in said
    assert (project.fingerprint(), project.leftovers()) == (good, [])


def test_a_folder_that_cannot_be_written_is_a_message() -> None:
    result = run_ecosystem("build", "--to", "/proc/site")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("error: /proc/.build-site-lock: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_font_is_a_message(project: Project, good: str) -> None:
    fonts = project.folder / "fonts"
    fonts.rename(project.folder / "fonts elsewhere")
    shutil.rmtree(project.folder / ".cache", ignore_errors=True)
    try:
        status, said = project.build()
    finally:
        (project.folder / "fonts elsewhere").rename(fonts)
    assert status == 1
    assert "Traceback" not in said
    assert "fonts" in said
    assert project.fingerprint() == good


@pytest.mark.parametrize("library", ["typst", "feedgen", "yaml"])
def test_a_missing_library_is_a_message(project: Project, good: str, library: str, tmp_path: Path) -> None:
    (tmp_path / f"{library}.py").write_text(f"raise ModuleNotFoundError(\"No module named '{library}'\")")
    status, said = project.build(PYTHONPATH=os.pathsep.join([str(tmp_path), str(project.folder / "hooks")]))
    assert status == 1
    assert "Traceback" not in said
    assert f"No module named '{library}'; set the environment up anew: make clean, then make site" in said
    assert project.fingerprint() == good


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("raise FileNotFoundError('Could not find pagefind_extended')", "Could not find pagefind_extended"),
        ("return '/bin/false'", "the search index was not made: "),
        ("return '/nonexistent/pagefind'", "No such file or directory"),
    ],
    ids=["absent", "failing", "not there"],
)
def test_pagefind_absent_or_failing_is_a_message(
    project: Project, good: str, program: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "pagefind_bin_extended.py").write_text(f"def get_executable():\n    {program}\n")
    status, said = project.build(PYTHONPATH=os.pathsep.join([str(tmp_path), str(project.folder / "hooks")]))
    assert status == 1, said
    assert "Traceback" not in said
    assert said.count("the search index was not made: ") == 1, said
    assert reason in said
    assert (project.fingerprint(), project.leftovers()) == (good, [])
