"""What several tests share: a copy of the test data that a test may spoil, and one real build of the site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

#: 22 November 2026, 11 o'clock in Helsinki: the day on which tests take place.
NOW = "1795338000"


class DataFolder:
    """A copy of the test data that a test may change."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first *old* in *file*; it must be there."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        (self.path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Write *file* anew."""
        (self.path / file).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line on this data."""
        return run_ecosystem(*arguments, ECOSYSTEM_DATA=str(self.path))


def run_ecosystem(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m ecosystem` as an editor does, with *environment* on top of the tests' own."""
    return subprocess.run(
        [sys.executable, "-m", "ecosystem", *arguments],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOW, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build_site(target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site into *target* with the engine, strictly, as `make site` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOW, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    """Return a copy of the small data set of the tests, which no editor's work changes."""
    shutil.copytree(ROOT / "tests" / "data", tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built from the real data."""
    target = tmp_path_factory.mktemp("site") / "site"
    result = build_site(target)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture(scope="session")
def page(built_site: Path) -> Callable[[str], str]:
    """Return a function that reads the page at a path of the built site."""

    def read(path: str) -> str:
        file = path if path.endswith(".html") else f"{path}index.html"
        return (built_site / file).read_text(encoding="utf-8")

    return read
