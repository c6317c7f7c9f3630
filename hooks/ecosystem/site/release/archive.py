"""Pack a folder so that the same files give the same bytes: in order, with one time, one owner and one mode."""

import io
import tarfile
from pathlib import Path
from typing import Final

from ecosystem.ground.files import gzipped

_FILE: Final = 0o644
_FOLDER: Final = 0o755


def pack(folder: Path, top: str, epoch: int) -> bytes:
    """Return *folder* as a compressed archive in which everything lies below *top* and dates from *epoch*."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in [folder, *sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix())]:
            entry = tarfile.TarInfo((Path(top) / path.relative_to(folder)).as_posix())
            entry.mtime = epoch
            if path.is_dir():
                entry.type, entry.mode = tarfile.DIRTYPE, _FOLDER
                archive.addfile(entry)
            else:
                content = path.read_bytes()
                entry.size, entry.mode = len(content), _FILE
                archive.addfile(entry, io.BytesIO(content))
    return gzipped(plain.getvalue(), 9, epoch)
