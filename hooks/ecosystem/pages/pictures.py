"""Pictures that entries show: files below `data/images/`, judged by their content and never by their name alone.

PNG, JPEG and WebP only: an SVG can hold scripts and fetch from elsewhere. None is cut short, and none tells where,
by whom or with what it was taken: a page has words for that, which can be corrected. A picture keeps its name on the
site, so that its address stays as long as its file; besides, it is written as WebP in a few widths, of which a
browser takes the one that it needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ecosystem.ground.problems import NO_DETAILS
from ecosystem.pages.picture_parts import BrokenPictureError, read_parts

if TYPE_CHECKING:
    from PIL import Image

#: The folder in the data folder in which pictures stand, and that of the site.
FOLDER: Final = "images"

#: In bytes: a page should stay light on a slow connection.
LARGEST_PICTURE: Final = 1_000_000

#: In pixels, for the width and the height.
WIDEST: Final = 4_000

#: In pixels: a mark beside a name, a picture on a phone, and one in a column of text on a plain and on a sharp screen.
WIDTHS: Final = (160, 480, 960, 1_536)


@dataclass(frozen=True, slots=True)
class PictureKind:
    """A format: what it calls itself, its media type, and the endings of its files, the usual one first."""

    name: str
    media_type: str
    endings: tuple[str, ...]


_PNG: Final = PictureKind("PNG", "image/png", (".png",))
_JPEG: Final = PictureKind("JPEG", "image/jpeg", (".jpg", ".jpeg"))
_WEBP: Final = PictureKind("WebP", "image/webp", (".webp",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the site: its path there, its media type, its size in bytes and in pixels, and its content."""

    path: str
    media_type: str
    width: int
    height: int
    content: bytes

    @property
    def length(self) -> int:
        """Its size in bytes."""
        return len(self.content)

    @property
    def sizes(self) -> Sequence[tuple[int, str]]:
        """(width, path) of what is written of it as WebP, the narrowest first: at least one, none wider than it is."""
        widths = [width for width in WIDTHS if width < self.width]
        widths += [self.width] if len(widths) < len(WIDTHS) else []
        folder, _, name = self.path.rpartition("/")
        return [(width, f"{folder}/{width}/{name}.webp") for width in widths]


def render_sizes(picture: Picture) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of each size of *picture*. Of one that moves it is the first image."""
    from PIL import ImageOps  # noqa: PLC0415 - few entries have pictures

    with _opened(picture.content) as opened:
        shown = ImageOps.exif_transpose(opened)
        mode = "RGBA" if shown.has_transparency_data else "RGB"
        for width, path in picture.sizes:
            height = max(1, round(picture.height * width / picture.width))
            written = BytesIO()
            profile = opened.info.get("icc_profile")
            shown.convert(mode).resize((width, height)).save(written, "WEBP", quality=80, icc_profile=profile)
            yield path, written.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator["Image.Image"]:
    """Open a picture with all that is drawn in it; raise `PictureError` if that cannot be read."""
    from PIL import Image  # noqa: PLC0415 - few entries have pictures

    try:
        with Image.open(BytesIO(content)) as opened:
            opened.load()
            yield opened
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureError("picture_broken") from error


class PictureError(Exception):
    """A file cannot be shown: the code of the message and its details."""

    def __init__(self, code: str, details: Mapping[str, str] = NO_DETAILS) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def read_picture(folder: Path, name: str) -> Picture:
    """Return the picture called *name* in *folder*; raise `PictureError` if it cannot be shown.

    *name* has the shape that the model gives it: no way leads out of the folder, except through a symbolic link,
    which is refused.
    """
    path = folder / name
    if folder.is_symlink():
        raise PictureError("file_is_link")
    if path.is_symlink() or not path.is_file():
        raise PictureError("picture_missing", {"folder": folder.as_posix()})
    size = path.stat().st_size
    if size > LARGEST_PICTURE:
        details = {"size": str(-(-size // 1000)), "limit": str(LARGEST_PICTURE // 1000)}
        raise PictureError("picture_too_large", details)
    content = path.read_bytes()
    kind = _kind(content)
    if kind is None:
        raise PictureError("picture_not_a_picture")
    if path.suffix not in kind.endings:
        raise PictureError("picture_kind_differs", {"kind": kind.name, "ending": kind.endings[0]})
    width, height = _size(content)
    try:
        if read_parts(kind.name, content):
            raise PictureError("picture_tells")
    except BrokenPictureError as error:
        raise PictureError("picture_broken") from error
    if width > WIDEST or height > WIDEST:
        raise PictureError("picture_too_wide", {"width": str(width), "height": str(height), "limit": str(WIDEST)})
    with _opened(content):
        pass
    return Picture(path=f"{FOLDER}/{name}", media_type=kind.media_type, width=width, height=height, content=content)


def _kind(content: bytes) -> PictureKind | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _PNG
    if content.startswith(b"\xff\xd8\xff"):
        return _JPEG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _WEBP
    return None


def _size(content: bytes) -> tuple[int, int]:
    """Return width and height as they are shown, which a camera may have turned."""
    import imagesize  # noqa: PLC0415 - it brings the whole of HTTP along, and few entries have pictures

    try:
        width, height = imagesize.get(BytesIO(content))
    except Exception as error:  # a broken file ends the library in many ways, and each means the same to an editor
        raise PictureError("picture_broken") from error
    if width <= 0 or height <= 0:
        raise PictureError("picture_broken")
    return int(width), int(height)
