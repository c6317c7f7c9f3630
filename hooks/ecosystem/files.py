"""Write files: one so that a reader never sees half of it, or the many of a site, each in a folder that may be new."""

import os
import tempfile
from pathlib import Path
from typing import Final

#: A new file, or an old one emptied; the mode is what `open` asks for.
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def is_whole(path: Path, end: bytes) -> bool:
    """Tell whether there is a file at *path* that ends with *end*: a power cut leaves files empty or without theirs."""
    try:
        with path.open("rb") as stream:
            stream.seek(-len(end), os.SEEK_END)
            return stream.read() == end
    except OSError:
        return False


def replace_text(path: Path, text: str) -> None:
    """Write *text* beside *path* and move it there, with the mode that *path* has."""
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, content: bytes) -> None:
    """Write *content* beside *path* and move it there, with the mode that *path* has."""
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


class NewFiles:
    """Writes the files of a site below one folder.

    Folders that have been made are remembered, and files are written without the layers that buffer and encode: for
    thousands of small files these take longer than the writing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._made: set[str] = set()

    def write(self, path: str, content: bytes | str) -> None:
        """Write *content*, a text as UTF-8, to the file at *path* below the folder; raise `OSError` if that fails."""
        below, slash, _ = path.rpartition("/")
        if slash and below not in self._made:
            Path(self._folder, below).mkdir(parents=True, exist_ok=True)
            self._made.add(below)
        data = content.encode("utf-8") if isinstance(content, str) else content
        handle = os.open(f"{self._folder}/{path}", _NEW, 0o666)
        try:
            rest = memoryview(data)
            while rest:  # the system may take less than all at once
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)
