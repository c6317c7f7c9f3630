"""Which characters a font can draw.

A typesetter draws an empty box for a character that its font lacks, and says nothing. The character map of a font
(OpenType specification, table `cmap`, formats 4 and 12) tells beforehand.
"""

import struct
from pathlib import Path

from ecosystem.ground.errors import EcosystemError


class FontError(EcosystemError):
    """A font is missing or cannot be read; the message says which."""


def read_coverage(folder: Path) -> frozenset[int]:
    """Return the code points that every font (OTF or TTF) in *folder* has."""
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in (".otf", ".ttf"))
    if not files:
        raise FontError(f"no font in {folder}/: the pictures need the fonts that belong to the repository")
    covered = [_code_points(path) for path in files]
    return frozenset(covered[0].intersection(*covered[1:]))


def _code_points(path: Path) -> set[int]:
    font = path.read_bytes()
    try:
        tables = struct.unpack_from(">4xH", font)[0]
        records = range(12, 12 + 16 * tables, 16)
        places = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in records}
        cmap = places[b"cmap"]
        subtables = {
            cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * n)[0]
            for n in range(struct.unpack_from(">H", font, cmap + 2)[0])
        }
        return set().union(*(_subtable(font, start) for start in subtables))
    except (struct.error, KeyError) as error:
        raise FontError(f"{path} is not a font that can be read") from error


def _subtable(font: bytes, start: int) -> set[int]:
    kind = struct.unpack_from(">H", font, start)[0]
    if kind == 4:
        segments = struct.unpack_from(">H", font, start + 6)[0] // 2
        ends = struct.unpack_from(f">{segments}H", font, start + 14)
        begins = struct.unpack_from(f">{segments}H", font, start + 16 + 2 * segments)
        pairs = zip(begins, ends, strict=True)
        return {point for first, last in pairs for point in range(first, last + 1)} - {0xFFFF}
    if kind == 12:
        groups = struct.unpack_from(">I", font, start + 12)[0]
        ranges = (struct.unpack_from(">II", font, start + 16 + 12 * n) for n in range(groups))
        return {point for first, last in ranges for point in range(first, last + 1)}
    return set()
