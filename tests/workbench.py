"""What tests work with: a data folder that they may spoil, the command line, and a build of the site."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: What builds the site in tests: `make test ENGINE=properdocs` tries the successor.
ENGINE = os.environ.get("ENGINE", "mkdocs")

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
    """Build the site into *target* as `make site` does, with the engine that the variable ENGINE names."""
    return subprocess.run(
        [sys.executable, "-m", "ecosystem", "build", "--engine", ENGINE, "--to", str(target)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOW, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
