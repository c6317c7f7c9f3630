"""Put a changed file in the place of the old one, once the whole data folder has been checked with it."""

import dataclasses
import shutil
import tempfile
from pathlib import Path

from ecosystem.ground.files import replace_text
from ecosystem.ground.problems import Place, Problem, Severity
from ecosystem.pages.pictures import FOLDER
from ecosystem.records.check import check
from ecosystem.records.kind import Kinds

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_exactly(path: Path) -> str:
    """Return the text of *path* with its line ends as they are, without a byte order mark."""
    return path.read_bytes().removeprefix(BYTE_ORDER_MARK).decode("utf-8")


def check_replacement(path: Path, text: str, kinds: Kinds) -> list[Problem]:
    """Return what would be wrong in *path* if it held *text*, checked with its whole folder; write nothing.

    These are all errors, and the warnings that are not there today.
    """
    known = {_finding(problem) for problem in _problems(path, None, kinds)}
    return [
        problem
        for problem in _problems(path, text, kinds)
        if problem.severity is Severity.ERROR or _finding(problem) not in known
    ]


def _problems(path: Path, text: str | None, kinds: Kinds) -> list[Problem]:
    """Return the problems in *path*, as it is or as it would be with *text*."""
    with tempfile.TemporaryDirectory() as workplace:
        copy = Path(workplace, path.name)
        for file in path.parent.glob("*.yaml"):
            shutil.copyfile(file, copy.with_name(file.name))
        if (pictures := path.parent / FOLDER).is_dir():
            shutil.copytree(pictures, copy.with_name(FOLDER))  # links are refused
        if text is not None:
            copy.write_bytes(text.encode("utf-8"))
        _, problems = check(copy.parent, kinds)
    own = [problem for problem in problems if problem.place.file == copy.as_posix()]
    return [
        dataclasses.replace(problem, place=Place(path.as_posix(), problem.place.line, problem.place.column))
        for problem in own
    ]


def _finding(problem: Problem) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what *problem* says, wherever it now stands."""
    return problem.code, tuple(sorted(problem.details.items()))


def replace_file(path: Path, text: str) -> None:
    """Put *text* in the place of what *path* holds, with the byte order mark if it had one."""
    mark = "\ufeff" if path.read_bytes().startswith(BYTE_ORDER_MARK) else ""
    replace_text(path, mark + text)
