"""Which characters a font can draw, and how wide it draws them.

A typesetter draws an empty box for a character that its font lacks, and says nothing. The character map of a font
(OpenType specification, table `cmap`, formats 4 and 12) tells beforehand. Who places words in a drawing must know how
much room they take (tables `hhea`, `hmtx`).
"""

import struct
from collections.abc import Mapping
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


def read_widths(path: Path) -> Mapping[int, float]:
    """Return how wide the font at *path* draws each code point of the Basic Multilingual Plane, in its own size."""
    font = path.read_bytes()
    try:
        places = _places(font)
        units = struct.unpack_from(">H", font, places[b"head"] + 18)[0]
        known = struct.unpack_from(">H", font, places[b"hhea"] + 34)[0]
        widths = [struct.unpack_from(">H", font, places[b"hmtx"] + 4 * glyph)[0] / units for glyph in range(known)]
        glyphs = {
            point: glyph
            for start in _subtables(font, places[b"cmap"])
            if struct.unpack_from(">H", font, start)[0] == 4
            for point, glyph in _glyphs(font, start).items()
        }
    except (struct.error, KeyError) as error:
        raise _unreadable(path) from error
    return {point: widths[min(glyph, known - 1)] for point, glyph in glyphs.items()}


def _code_points(path: Path) -> set[int]:
    font = path.read_bytes()
    try:
        return set().union(*(_subtable(font, start) for start in _subtables(font, _places(font)[b"cmap"])))
    except (struct.error, KeyError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> FontError:
    return FontError(f"{path} is not a font that can be read")


def _places(font: bytes) -> dict[bytes, int]:
    """Return where each table of the font begins."""
    tables = struct.unpack_from(">4xH", font)[0]
    records = range(12, 12 + 16 * tables, 16)
    return {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in records}


def _subtables(font: bytes, cmap: int) -> set[int]:
    """Return where each subtable of the character map begins."""
    number = struct.unpack_from(">H", font, cmap + 2)[0]
    return {cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * n)[0] for n in range(number)}


def _glyphs(font: bytes, start: int) -> dict[int, int]:
    """Return the glyph of each code point of a subtable of format 4."""
    segments = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, start + 14)
    begins, deltas, offsets = (
        struct.unpack_from(f">{segments}H", font, start + 16 + 2 * segments * part) for part in (1, 2, 3)
    )
    found = {}
    for number, (first, last, delta, offset) in enumerate(zip(begins, ends, deltas, offsets, strict=True)):
        own = start + 16 + 6 * segments + 2 * number
        for point in range(first, last + 1):
            glyph = struct.unpack_from(">H", font, own + offset + 2 * (point - first))[0] if offset else point
            found[point] = (glyph + delta) & 0xFFFF if glyph else 0
    found.pop(0xFFFF, None)
    return found


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
