"""The parts of a picture file: read to its very end, so that one cut short is known, and what hides beside the picture.

PNG consists of chunks, JPEG of segments, WebP of the chunks of RIFF. Each has places for words about the picture: who
made it, where, with which device. Nobody sees these on a page, and everybody can read them.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

#: Tags of EXIF that say how a picture is to be shown, and nothing of its making: everything else could name a person,
#: a place or a device. Orientation, resolution and its unit, position of colours.
_HARMLESS_TAGS: Final = frozenset({0x0112, 0x011A, 0x011B, 0x0128, 0x0213})

#: Parts that hold words about a picture, by its format.
_TELLING: Final[Mapping[str, frozenset[bytes]]] = {
    "PNG": frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt"}),
    "JPEG": frozenset({bytes((marker,)) for marker in (0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE)}),
    "WebP": frozenset({b"EXIF", b"XMP "}),
}
#: The parts that are the picture itself.
_SHOWN: Final[Mapping[str, frozenset[bytes]]] = {
    "PNG": frozenset({b"IDAT"}),
    "JPEG": frozenset({b"\xda"}),
    "WebP": frozenset({b"VP8 ", b"VP8L", b"ANMF"}),
}
_EXIF: Final = re.compile(rb"(?:Exif\0\0)?(II\*\0|MM\0\*)")
#: In what is drawn of a JPEG a marker stands for itself; these two kinds belong to the drawing.
_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_END_OF_JPEG: Final = 0xD9
#: More than any picture of the largest size and depth takes when it is unpacked.
_LARGEST_UNPACKED: Final = 4_000 * 4_000 * 8 + 4_000


class BrokenPictureError(Exception):
    """The file ends too early or too late, or holds no picture."""


def read_parts(kind: str, content: bytes) -> bool:
    """Read *content*, a picture of *kind*, to its end; tell whether it holds words about the picture.

    Raises `BrokenPictureError`.
    """
    try:
        parts = list({"PNG": _png, "JPEG": _jpeg, "WebP": _webp}[kind](content))
    except (struct.error, IndexError, zlib.error) as error:
        raise BrokenPictureError from error
    if not any(name in _SHOWN[kind] for name, _ in parts):
        raise BrokenPictureError
    return any(name in _TELLING[kind] and not _is_harmless(body) for name, body in parts)


def _png(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, packed = 8, zlib.decompressobj()
    unpacked, name = 0, b""
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", content, at + 8 + length)
        if zlib.crc32(name + body) != check:
            raise BrokenPictureError
        if name == b"IDAT":
            unpacked += len(packed.decompress(body, _LARGEST_UNPACKED))
            if unpacked >= _LARGEST_UNPACKED:
                raise BrokenPictureError
        yield name, body
        at += 12 + length
    if at != len(content) or not packed.eof:
        raise BrokenPictureError


def _jpeg(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 2
    while True:
        if content[at] != 0xFF:
            raise BrokenPictureError
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        if marker == _END_OF_JPEG:
            if at + 1 != len(content):
                raise BrokenPictureError
            return
        (length,) = struct.unpack_from(">H", content, at + 1)
        yield bytes((marker,)), content[at + 3 : at + 1 + length]
        at += 1 + length
        if bytes((marker,)) in _SHOWN["JPEG"]:
            following = _MARKER.search(content, at)
            if following is None:
                raise BrokenPictureError
            at = following.start()


def _webp(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    (size,) = struct.unpack_from("<I", content, 4)
    if size + 8 != len(content):
        raise BrokenPictureError
    at = 12
    while at < len(content):
        (length,) = struct.unpack_from("<I", content, at + 4)
        yield content[at : at + 4], content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    if at != len(content):
        raise BrokenPictureError


def _is_harmless(body: bytes) -> bool:
    """Tell whether *body* names only the program that wrote it, or is EXIF that only says how to show a picture."""
    if body.startswith(b"Software\0"):
        return True
    found = _EXIF.match(body)
    if found is None:
        return False
    tiff, order = body[found.start(1) :], "<" if found[1].startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (number,) = struct.unpack_from(f"{order}H", tiff, first)
        tags = {struct.unpack_from(f"{order}H", tiff, first + 2 + 12 * index)[0] for index in range(number)}
        (following,) = struct.unpack_from(f"{order}I", tiff, first + 2 + 12 * number)
    except struct.error:
        return False
    return tags <= _HARMLESS_TAGS and following == 0
