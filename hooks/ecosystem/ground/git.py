"""Ask git, where it is there and knows the folder."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

#: What git calls a file that is not there.
NO_BLOB: Final = "0" * 40


def ask_git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints of *folder*, or None if it fails or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return None if done.returncode else done.stdout


class Blobs:
    """Contents that git keeps, by their names: one program for all of them."""

    def __init__(self, asked: IO[bytes], answered: IO[bytes]) -> None:
        self._asked = asked
        self._answered = answered

    def read(self, name: str) -> bytes:
        """Return the content called *name*; nothing for one that git does not have here."""
        self._asked.write(f"{name}\n".encode())
        self._asked.flush()
        *_, size = self._answered.readline().split()
        if not size.isdigit():  # "missing"
            return b""
        content = self._answered.read(int(size))
        self._answered.read(1)
        return content


@contextmanager
def open_blobs(folder: Path) -> Iterator[Blobs]:
    """Give the contents that git keeps for *folder*, which it must know."""
    command = ["git", "-C", str(folder), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:  # noqa: S603
        if program.stdin is None or program.stdout is None:
            raise AssertionError("both are pipes")
        yield Blobs(program.stdin, program.stdout)
        program.stdin.close()
