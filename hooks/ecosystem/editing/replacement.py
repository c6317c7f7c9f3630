"""Put a changed file in the place of the old one, once the whole data folder has been checked with it."""

import dataclasses
import shutil
import tempfile
from pathlib import Path

from ecosystem.ground.files import replace_text
from ecosystem.ground.problems import Place, Problem, Severity
from ecosystem.records.check import check
from ecosystem.records.kind import Kinds

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_exactly(path: Path) -> str:
    """Return the text of *path* with its line ends as they are, without a byte order mark."""
    return path.read_bytes().removeprefix(BYTE_ORDER_MARK).decode("utf-8")


def check_replacement(path: Path, text: str, kinds: Kinds) -> list[Problem]:
    """Return the errors that would stand in *path* if it held *text*, checked with its whole folder; write nothing."""
    with tempfile.TemporaryDirectory() as workplace:
        copy = Path(workplace, path.name)
        for file in path.parent.glob("*.yaml"):
            shutil.copyfile(file, copy.with_name(file.name))
        copy.write_bytes(text.encode("utf-8"))
        _, problems = check(copy.parent, kinds)
    own = [problem for problem in problems if problem.place.file == copy.as_posix()]
    return [
        dataclasses.replace(problem, place=Place(path.as_posix(), problem.place.line, problem.place.column))
        for problem in own
        if problem.severity is Severity.ERROR
    ]


def replace_file(path: Path, text: str) -> None:
    """Put *text* in the place of what *path* holds, with the byte order mark if it had one."""
    mark = "\ufeff" if path.read_bytes().startswith(BYTE_ORDER_MARK) else ""
    replace_text(path, mark + text)
