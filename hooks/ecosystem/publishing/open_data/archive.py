"""All open data in one file: every collection as JSON, as a table and with its schema, and the checksums of them."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ecosystem.publishing.open_data.collections import API, ARCHIVE, ARCHIVE_CHECKSUM

#: Inside the archive: what `sha256sum --check` reads.
CHECKSUMS = "SHA256SUMS"
#: A ZIP names a time for each file. Always the same, it makes no two archives of the same data differ.
_MADE = (2024, 6, 1, 0, 0, 0)


def render_archive(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the archive of the open data *files*, given as path and content, and of its checksum."""
    held = sorted((path.removeprefix(f"{API}/"), content) for path, content in files)
    sums = "".join(_sum(name, content) for name, content in held)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [(CHECKSUMS, sums.encode()), *held]:
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    yield ARCHIVE, target.getvalue()
    yield ARCHIVE_CHECKSUM, _sum(PurePosixPath(ARCHIVE).name, target.getvalue()).encode()


def _sum(name: str, content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}  {name}\n"
