"""What goes wrong with machines: kills, full disks, other places and times. The last good site stays whole.

No test waits for a moment: builds are killed by what they do, not by the clock, so a busy machine changes nothing.
"""

import fcntl
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import FULL, NOW, ROOT, SMALL, edit, run_program

pytestmark = pytest.mark.slow

PARTS = ("fonts", "hooks", "overrides", "requirements", "strings", "mkdocs.yml", "pyproject.toml")
GUIDES = ("EDITING.fi.md", "EDITING.sv.md", "EDITING.en.md")

#: A program that Python runs before ours: it ends the build, with all its processes, at a step that Python tells of.
KILLER = """
import os, signal, sys

def watch(event, arguments):
    global left
    read = event == "open" and arguments[1] not in ("w", "wb")
    if event == {event!r} and {words!r} in repr(arguments) and not read:
        left -= 1
        if not left:
            os.killpg(0, signal.SIGKILL)

left = {times}
sys.addaudithook(watch)
"""

#: Steps of a build: Python's name of what is done, words of what it is done to, and how many times.
STEPS = {
    "the engine begins": ("subprocess.Popen", "ecosystem.site.engine", 1),
    "the first page": ("open", "/site/", 1),
    "the search begins": ("subprocess.Popen", "pagefind_extended", 1),
    "the last moment of the old site": ("ctypes.dlsym", "renameat2", 1),
}


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
        compiled = Path(".cache") / "python"  # of the libraries: that of the project is found by its place
        if (ROOT / compiled).exists():
            unfinished = shutil.ignore_patterns("*.pyc.*")  # what another process is writing
            shutil.copytree(ROOT / compiled, folder / compiled, ignore=unfinished)
        self.site, self.data, self.docs = folder / "site", folder / "data", folder / "docs"
        self.reset()

    def reset(self) -> None:
        """Put the small data set of the tests and the pages in place."""
        shutil.copytree(SMALL.data, self.data, dirs_exist_ok=True)
        shutil.copytree(SMALL.docs, self.docs, dirs_exist_ok=True)

    def change_data(self, old: str, new: str) -> None:
        """Write *new* for *old* in the members."""
        members = self.data / "members.yaml"
        text = members.read_text(encoding="utf-8")
        assert old in text
        members.write_text(text.replace(old, new), encoding="utf-8")

    def modules(self, *first: Path) -> str:
        """Return where Python looks for modules: those in the folders *first* hide others of the same name."""
        return os.pathsep.join(map(str, (*first, self.folder / "hooks")))

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start a command, else a build as `make site` does, in a process group of its own."""
        given = {name: value for name, value in os.environ.items() if name not in FULL.variables}
        given |= {"SOURCE_DATE_EPOCH": NOW, "LC_ALL": "C.UTF-8", "PYTHONPATH": self.modules()}
        given["PYTHONPYCACHEPREFIX"] = str(self.folder / ".cache" / "python")
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
    shutil.copytree(project.site, project.folder / "kept")
    return project


@pytest.fixture
def good(project: Project) -> str:
    """Return the fingerprint of the good site, which stands in its place whatever the test before has left."""
    project.reset()
    for name in (*project.leftovers(), "site"):
        shutil.rmtree(project.folder / name, ignore_errors=True)
    shutil.copytree(project.folder / "kept", project.site)
    return project.fingerprint()


def kill(project: Project, folder: Path, event: str, words: str, times: int) -> None:
    """Build the site, and end that with all its processes when *event* comes for the so-manyth time."""
    (folder / "sitecustomize.py").write_text(KILLER.format(event=event, words=words, times=times), encoding="utf-8")
    status, said = project.build(PYTHONPATH=project.modules(folder))
    assert status == -signal.SIGKILL, f"the build ended before it could be killed: {said}"


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_a_build_killed_at_any_step_leaves_the_last_site(
    project: Project, good: str, step: tuple[str, str, int], tmp_path: Path
) -> None:
    project.change_data("kind: company", "kind: other")
    # Without a page whose text was never seen the engine would not be asked.
    edit(project.docs / "en" / "about.md", "\n---\n", f"\n---\n\nUntil {step[1]}, {step[2]}.\n")
    kill(project, tmp_path, *step)
    assert project.leftovers() != []
    assert project.fingerprint() == good


def test_a_build_killed_after_the_exchange_leaves_the_new_site(project: Project, good: str, tmp_path: Path) -> None:
    project.change_data("kind: company", "kind: other")
    kill(project, tmp_path, "shutil.rmtree", ".build-site-", 1)
    left = project.fingerprint()
    assert left != good
    status, said = project.build()
    assert (status, project.fingerprint(), project.leftovers()) == (0, left, []), said


def test_a_system_that_cannot_exchange_folders_keeps_the_last_site(project: Project, good: str) -> None:
    aside = project.folder / ".build-site-killed"
    aside.mkdir()
    project.site.rename(aside / "last")  # a kill between the two renames
    (project.data / "members.yaml").write_text("- nonsense", encoding="utf-8")
    status, said = project.build()
    assert status == 1, said
    assert (project.fingerprint(), project.leftovers()) == (good, [])


def test_builds_at_once_wait_for_each_other_and_end_well(project: Project, good: str) -> None:
    with (project.folder / ".build-site-lock").open("w") as other:  # a build that goes on until both have come
        fcntl.flock(other, fcntl.LOCK_EX)
        builds = [project.start(), project.start()]
        said = [build.stdout.readline() for build in builds if build.stdout]
    assert said == ["another build is under way; this one begins when that has ended\n"] * 2
    rest = [build.communicate()[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], rest
    assert (project.fingerprint(), project.leftovers()) == (good, [])


def test_the_site_is_the_same_in_any_surroundings(project: Project, good: str) -> None:
    """Without a locale and a home, in other words and on another day."""
    status, said = project.build(
        LC_ALL="C",
        LANG="C",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
        LANGUAGE="fi",
        TZ="Pacific/Kiritimati",
        HOME="/nonexistent",
    )
    assert (status, project.fingerprint()) == (0, good), said


def test_a_disk_that_takes_no_more_is_a_message(project: Project, good: str) -> None:
    # A limit of the size of files is what any user may set; the system refuses as it does when a disk is full. It is
    # smaller than a page, and pages change: the search, which the system ends there without a word, comes after them.
    project.change_data("kind: company", "kind: other")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, before[1]))
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
    result = run_program("build", "--to", "/proc/site")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("error: /proc/.build-site-lock: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_font_is_a_message(project: Project, good: str) -> None:
    fonts = project.folder / "fonts"
    fonts.rename(project.folder / "fonts elsewhere")
    for drawn in ("cards", "papers"):
        shutil.rmtree(project.folder / ".cache" / drawn)
    try:
        status, said = project.build()
    finally:
        (project.folder / "fonts elsewhere").rename(fonts)
    assert status == 1
    assert "Traceback" not in said
    assert "fonts" in said
    assert project.fingerprint() == good


@pytest.mark.parametrize("library", ["typst", "yaml"])
def test_a_missing_library_is_a_message(project: Project, good: str, library: str, tmp_path: Path) -> None:
    (tmp_path / f"{library}.py").write_text(f"raise ModuleNotFoundError(\"No module named '{library}'\")")
    status, said = project.build(PYTHONPATH=project.modules(tmp_path))
    assert status == 1
    assert "Traceback" not in said
    assert f"No module named '{library}'; set the environment up anew: make clean, then make site" in said
    assert project.fingerprint() == good


def test_pagefind_failing_is_a_message(project: Project, good: str, tmp_path: Path) -> None:
    (tmp_path / "pagefind_bin_extended.py").write_text("def get_executable():\n    return '/bin/false'\n")
    status, said = project.build(PYTHONPATH=project.modules(tmp_path))
    assert status == 1, said
    assert "Traceback" not in said
    assert said.count("the search index was not made: ") == 1, said
    assert (project.fingerprint(), project.leftovers()) == (good, [])


def test_a_build_takes_the_place_of_a_site_and_of_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("dear", encoding="utf-8")
    for target in (tmp_path / "letters", tmp_path / "letters" / "a.txt"):
        result = run_program("build", "--to", str(target))
        assert (result.returncode, result.stdout) == (1, "")
        assert f"error: {target} is not a site that was built before" in result.stderr
    assert (tmp_path / "letters" / "a.txt").read_text(encoding="utf-8") == "dear"
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]


@pytest.mark.parametrize(
    "address", ['https://a.fi/"><script>', "https://a.fi/x y/", "https://a.fi/?q=", "https://", "javascript:x", "a.fi"]
)
def test_an_address_that_no_site_can_have_is_a_message(address: str) -> None:
    result = run_program("check", SITE_URL=address)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("error: SITE_URL must be an address such as https://www.sotetekoaly.fi/, not ")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_build_that_is_asked_to_end_ends_whole(project: Project, good: str, name: str) -> None:
    # A program that was started in the background passes on that a keyboard's signal is to be ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = project.start()
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdout
    first = process.stdout.readline()
    assert first, "the engine works"
    asked = signal.Signals[name]
    if asked is signal.SIGINT:  # a keyboard asks all processes of a terminal
        os.killpg(process.pid, asked)
    else:
        process.send_signal(asked)
    said, _ = process.communicate()  # to the end of all that hold its output
    assert process.returncode == 128 + asked, said
    assert "Traceback" not in said
    assert (project.fingerprint(), project.leftovers()) == (good, [])
