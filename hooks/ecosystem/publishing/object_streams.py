"""Make a PDF smaller: its many small objects go together into compressed streams (ISO 32000-1, 7.5.7 and 7.5.8).

The typesetter writes each part of a document's structure as an object of its own, in plain text. They are most of a
long tagged paper. What a paper shows and says to a screen reader stays as it is, byte for byte inside its objects.
"""

import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Final

#: So many objects share a stream: a reader unpacks them all to get at one.
_IN_A_STREAM: Final = 1000
#: The widths in bytes of the fields of the table of objects: what it is, where it is, and its place there.
_WIDTHS: Final = (1, 4, 2)
_ROW: Final = struct.Struct(">BIH")
#: What a row of that table says: nothing there, at this byte of the file, or in this stream.
_FREE, _AT, _IN = 0, 1, 2
_NO_GENERATION: Final = 65_535

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE: Final = re.compile(rb"xref\s+0 (\d+)\s")
_TABLE_LINE: Final = 20
_OBJECT: Final = re.compile(rb"(\d+) 0 obj\s(.*?)\s*endobj\s*\Z", re.DOTALL)
_TRAILER: Final = re.compile(rb"trailer\s*<<(.*)>>\s*\Z", re.DOTALL)
_SIZE: Final = re.compile(rb"/Size \d+")
_STREAM_END: Final = b"endstream"


def with_object_streams(paper: bytes) -> bytes:
    """Return *paper*, a PDF of the typesetter, with its objects that are no streams in compressed ones.

    Raise `ValueError` if it is no PDF with one plain table of its objects.
    """
    objects, trailer = _parts(paper)
    streams = {number: body for number, body in objects.items() if body.endswith(_STREAM_END)}
    small = [(number, body) for number, body in objects.items() if number not in streams]
    whole = bytearray(paper[: paper.index(b"1 0 obj")])
    rows = {0: _ROW.pack(_FREE, 0, _NO_GENERATION)}
    for number, body in streams.items():
        rows[number] = _ROW.pack(_AT, len(whole), 0)
        whole += _object(number, body)
    number = max(objects)
    for first in range(0, len(small), _IN_A_STREAM):
        number += 1
        packed = small[first : first + _IN_A_STREAM]
        rows |= {held: _ROW.pack(_IN, number, place) for place, (held, _) in enumerate(packed)}
        rows[number] = _ROW.pack(_AT, len(whole), 0)
        whole += _object(number, _object_stream(packed))
    start, number = len(whole), number + 1
    rows[number] = _ROW.pack(_AT, start, 0)
    table = b"".join(rows.get(one, _ROW.pack(_FREE, 0, _NO_GENERATION)) for one in range(number + 1))
    widths = " ".join(map(str, _WIDTHS)).encode()
    named = b"/Type/XRef/W[%b]%b" % (widths, _SIZE.sub(b"/Size %d" % (number + 1), trailer))
    whole += _object(number, _stream(named, table))
    return bytes(whole) + b"startxref\n%d\n%%%%EOF" % start


def _parts(paper: bytes) -> tuple[Mapping[int, bytes], bytes]:
    """Return the bodies of all objects by number, and what the trailer says."""
    end = _START.search(paper)
    table = _TABLE.match(paper, int(end[1])) if end else None
    trailer = _TRAILER.search(paper, table.end(), end.start()) if end and table else None
    if not (end and table and trailer):
        raise ValueError("no PDF with one plain table of its objects")
    lines = paper[table.end() : table.end() + int(table[1]) * _TABLE_LINE]
    offsets = sorted(int(lines[place : place + 10]) for place in range(_TABLE_LINE, len(lines), _TABLE_LINE))
    bodies: dict[int, bytes] = {}
    for first, following in zip(offsets, [*offsets[1:], int(end[1])], strict=True):
        found = _OBJECT.match(paper[first:following])
        if not found:
            raise ValueError(f"no object at byte {first}")
        bodies[int(found[1])] = found[2]
    return dict(sorted(bodies.items())), trailer[1]


def _object_stream(packed: Sequence[tuple[int, bytes]]) -> bytes:
    """Return the stream that holds the objects *packed*: where each begins, then all of them."""
    places, held = [], bytearray()
    for number, body in packed:
        places.append(f"{number} {len(held)}")
        held += body + b"\n"
    head = " ".join(places).encode() + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(packed), len(head)), head + held)


def _stream(named: bytes, content: bytes) -> bytes:
    compressed = zlib.compress(content, 9)
    return b"<<%b/Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (named, len(compressed), compressed)


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)
