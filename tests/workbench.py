"""What tests work with: a data folder that they may spoil, the command line, and a build of the site."""

import contextlib
import fcntl
import filecmp
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from ecosystem.cli import main

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Content:
    """What a site says: the folders of its data and of the pages that people write, and the file of who runs it."""

    data: Path
    docs: Path
    operator: Path

    @property
    def variables(self) -> dict[str, str]:
        """The variables by which commands and builds work on it."""
        return {
            "ECOSYSTEM_DATA": str(self.data),
            "ECOSYSTEM_DOCS": str(self.docs),
            "ECOSYSTEM_OPERATOR": str(self.operator),
            "ECOSYSTEM_HISTORY": "0",
        }


_FROZEN = ROOT / "tests" / "content"

#: The content of the site as it once was, and a few records of each kind. Both are frozen: an editor's work does not
#: change them, and with it no test of the code. What is to be said of the content of today `check` says.
FULL = Content(_FROZEN / "full" / "data", _FROZEN / "full" / "docs", _FROZEN / "full" / "operator.yaml")
SMALL = Content(_FROZEN / "small" / "data", FULL.docs, FULL.operator)

#: What builds the site in tests: `make test ENGINE=properdocs` tries the successor.
ENGINE = os.environ.get("ENGINE", "mkdocs")

#: 22 November 2026, 11 o'clock in Helsinki: the day on which tests take place.
NOW = "1795338000"


#: Runs a command in this process, and returns its exit status and all that was said.
Run = Callable[..., tuple[int, str]]


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first *old* in the file at *path*; it must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class DataFolder:
    """A copy of the test data that a test may change."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first *old* in *file*; it must be there."""
        edit(self.path / file, old, new)

    def write(self, file: str, text: str) -> None:
        """Write *file* anew."""
        (self.path / file).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line on this data."""
        return run_ecosystem(*arguments, ECOSYSTEM_DATA=str(self.path))


def run_ecosystem(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as `run_program` does, but in this process: a new Python costs more than most commands."""
    said, complained = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with (
        mock.patch.dict(os.environ, _surroundings(environment)),
        mock.patch.object(sys, "stdin", io.StringIO()),
        contextlib.chdir(ROOT),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
    ):
        try:
            status = main(arguments)
        except SystemExit as end:  # how argparse ends
            status = end.code if isinstance(end.code, int) else 1
    return subprocess.CompletedProcess(list(arguments), status, _text(said), _text(complained))


def _text(stream: io.TextIOWrapper) -> str:
    """Return what was written to *stream*, as text or as bytes."""
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


def _surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return *environment* on top of the tests' own: the full content, a day, and English words."""
    return {**FULL.variables, "SOURCE_DATE_EPOCH": NOW, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **environment}


def run_program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m ecosystem` as an editor does, with *environment* on top of the tests' own."""
    return subprocess.run(
        [sys.executable, "-m", "ecosystem", *arguments],
        cwd=ROOT,
        env={**os.environ, **_surroundings(environment)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build_site(target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of the full content into *target* as `make site` does, with the engine that ENGINE names."""
    return subprocess.run(
        [sys.executable, "-m", "ecosystem", "build", "--engine", ENGINE, "--to", str(target)],
        cwd=ROOT,
        env={**os.environ, **FULL.variables, "SOURCE_DATE_EPOCH": NOW, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build_well(target: Path, **environment: str) -> None:
    """Build the site into *target*, and fail when that fails."""
    result = build_site(target, **environment)
    assert result.returncode == 0, result.stdout + result.stderr


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return *folder*, which *make* has filled: by whichever of the processes that share it comes first."""
    with folder.with_suffix(".lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(folder)
    return folder


def differing(one: Path, other: Path) -> list[str]:
    """Return the paths of the files that are not the same in both folders."""
    paths = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    return [
        path.as_posix()
        for path in sorted(paths)
        if not ((one / path).exists() and (other / path).exists() and filecmp.cmp(one / path, other / path, False))
    ]
