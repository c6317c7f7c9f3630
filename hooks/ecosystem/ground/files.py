"""Write files so that a reader never sees half of one, and pack them into the same bytes everywhere."""

import gzip
import os
import tempfile
from pathlib import Path


def is_whole(path: Path, end: bytes) -> bool:
    """Tell whether there is a file at *path* that ends with *end*: a power cut leaves files empty or without theirs."""
    try:
        with path.open("rb") as stream:
            stream.seek(-len(end), os.SEEK_END)
            return stream.read() == end
    except OSError:
        return False


def gzipped(content: bytes, level: int, time: int = 0) -> bytes:
    """Return *content* compressed, as of *time*; the system is "unknown", for versions of Python name it differently.

    The header is that of RFC 1952, in which the system stands in the tenth byte.
    """
    packed = gzip.compress(content, compresslevel=level, mtime=time)
    return packed[:9] + b"\xff" + packed[10:]


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


class FolderWriter:
    """Writes files below a folder; each folder is made once, and the text layer of Python is left out."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.fspath(folder)
        self._made: set[str] = set()

    def make_room(self, path: str) -> None:
        """Make the folders around the file at *path*."""
        around = path.rpartition("/")[0]
        if around not in self._made:
            Path(self._folder, around).mkdir(parents=True, exist_ok=True)
            self._made.add(around)

    def write(self, path: str, content: bytes) -> None:
        """Write *content* to the file at *path* below the folder."""
        self.make_room(path)
        handle = os.open(f"{self._folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            with memoryview(content) as rest:
                at = 0
                while at < len(rest):
                    at += os.write(handle, rest[at:])
        finally:
            os.close(handle)
