"""Pagefind on a folder, which it reads in the order in which the system lists it.

That order differs from one file system to the next. Linux keeps a folder in memory, and lists what is there from the
newest to the oldest; so the documents are written from the last to the first, and then it is looked whether they are
listed as they should be. Where there is no such folder, or too little room in it, another way is needed.
"""

import contextlib
import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from ecosystem.search.pagefind_program import Documents, IndexingError, environment, program

#: What is here lies in memory.
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - each index gets a folder of its own name that only its user may read
_PREFIX: Final = "ecosystem-index-"
#: The room that a small file takes at least.
_BLOCK: Final = 4096
_SPARE: Final = 1 << 24


class UnorderedError(Exception):
    """No folder here is listed in the order in which it was written."""


def files_from_folder(documents: Documents) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files of the index of *documents*.

    Raises:
        UnorderedError: there is no fit folder; nothing was yielded.
        IndexingError: Pagefind failed.
        OSError: it is absent.
    """
    with _folder_in_memory() as folder:
        pages, index = folder / "pages", folder / "index"
        try:
            _write(documents, pages)
        except OSError as error:
            raise UnorderedError from error
        _run(pages, index)
        for directory, _, names in os.walk(index):
            for name in names:
                path = Path(directory, name)
                yield PurePosixPath(path.relative_to(index)), path.read_bytes()


def _write(documents: Documents, pages: Path) -> None:
    """Write *documents* into the new folder *pages*, from the last to the first.

    Raises:
        UnorderedError: they are not listed from the first to the last, or their index has no room beside them.
    """
    pages.mkdir()
    needed = _SPARE
    for name in reversed(documents.names):
        needed += (pages / name).write_bytes(documents.html_of(name).encode("utf-8")) + _BLOCK
    with os.scandir(pages) as listed:
        if [entry.name for entry in listed] != list(documents.names):
            raise UnorderedError
    if shutil.disk_usage(pages).free < needed:
        raise UnorderedError


def _run(pages: Path, index: Path) -> None:
    """Have Pagefind write the *index* of the folder *pages*."""
    command = [program(), "--site", str(pages), "--output-path", str(index), "--silent"]
    done = subprocess.run(command, cwd=pages, env=environment(), capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip() or "Pagefind ended before its time"
        raise IndexingError(said.splitlines()[-1])


@contextlib.contextmanager
def _folder_in_memory() -> Iterator[Path]:
    """Make a folder in memory while it is needed.

    Raises:
        UnorderedError: there is none, or too little room.
    """
    with contextlib.ExitStack() as stack:
        try:
            _clear_left()
            if shutil.disk_usage(_MEMORY).free < _SPARE:
                raise UnorderedError
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=_PREFIX, dir=_MEMORY)))
            stack.enter_context(_held(folder))
        except OSError as error:
            raise UnorderedError from error
        yield folder


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold *folder*, so that everybody sees that it is in use.

    Raises:
        BlockingIOError: somebody else holds it.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def _clear_left() -> None:
    """Remove the folders that killed builds have left: memory is dear."""
    for left in _MEMORY.glob(f"{_PREFIX}*/"):
        with contextlib.suppress(OSError), _held(left):
            shutil.rmtree(left)
