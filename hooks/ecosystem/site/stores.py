"""Where the files of a site are put: a folder that takes the place of another, or the memory of a preview."""

import hashlib
import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol

from ecosystem.ground.files import FolderWriter
from ecosystem.site.ledger import Written


class Store(Protocol):
    """A place for the files of a site, which knows those of the last one."""

    def has(self, files: Mapping[str, Written]) -> bool:
        """Tell whether all *files* of the last site are there as they were written."""

    def keep(self, files: Mapping[str, Written]) -> None:
        """Take *files* over from the last site."""

    def write(self, path: str, content: bytes, last: Written | None) -> Written:
        """Put *content* at *path*; where it is that of the *last* site, its file is taken over."""


class FolderStore:
    """A new folder beside the last one. A file that is as it was is the same file in both: a hard link."""

    def __init__(self, last: Path, new: Path) -> None:
        self.folder = new
        self._last = os.fspath(last)
        self._new = os.fspath(new)
        self._writer = FolderWriter(new)

    def has(self, files: Mapping[str, Written]) -> bool:
        """Tell whether all *files* stand in the last folder as they were written."""
        return all(self._is_there(path, written) for path, written in files.items())

    def has_only(self, number: int) -> bool:
        """Tell whether so many files stand in the last folder."""
        return sum(len(files) for _, _, files in os.walk(self._last)) == number

    def keep(self, files: Mapping[str, Written]) -> None:
        """Link *files* of the last folder into the new one."""
        for path in files:
            self._writer.make_room(path)
            os.link(f"{self._last}/{path}", f"{self._new}/{path}")

    def write(self, path: str, content: bytes, last: Written | None) -> Written:
        """Write *content* to the file at *path*, or link the last one when it holds the same.

        So it keeps its time, also when nothing is known of the last build, and who has it need not fetch it again.
        """
        digest = hashlib.sha256(content).hexdigest()
        if last is not None and last[0] == digest and self._is_there(path, last):
            self.keep({path: last})
            return last
        if self._holds(path, content):
            self.keep({path: ("", 0, 0)})
        else:
            self._writer.write(path, content)
        found = Path(self._new, path).stat()
        return digest, found.st_size, found.st_mtime_ns

    def _holds(self, path: str, content: bytes) -> bool:
        """Tell whether a plain file at *path* in the last folder holds *content*."""
        try:
            found = os.lstat(f"{self._last}/{path}")
            return (
                stat.S_ISREG(found.st_mode)
                and found.st_size == len(content)
                and Path(self._last, path).read_bytes() == content
            )
        except OSError:
            return False

    def _is_there(self, path: str, written: Written) -> bool:
        try:
            found = os.lstat(f"{self._last}/{path}")
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == written[1:]


class MemoryStore:
    """The files of a preview by path. Those of a new build are staged until it is accepted or dropped."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._staged: dict[str, bytes] = {}

    def has(self, files: Mapping[str, Written]) -> bool:
        """Tell whether all *files* are there."""
        return all(path in self.files or path in self._staged for path in files)

    def keep(self, files: Mapping[str, Written]) -> None:
        """Leave *files* where they are."""

    def write(self, path: str, content: bytes, last: Written | None) -> Written:
        """Keep *content* under *path*."""
        self._staged[path] = content
        return hashlib.sha256(content).hexdigest(), len(content), 0

    def read(self, path: str) -> bytes | None:
        """Return the file at *path*, None if there is none."""
        return self._staged.get(path, self.files.get(path))

    def accept(self, whole: Collection[str] | None = None) -> None:
        """Let what is staged be the site; where *whole* names all files of it, any others go."""
        self.files |= self._staged
        self._staged = {}
        if whole is not None:
            self.files = {path: self.files[path] for path in whole}

    def drop(self) -> None:
        """Forget what is staged."""
        self._staged = {}
