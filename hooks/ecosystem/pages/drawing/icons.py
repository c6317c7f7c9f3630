"""The site's icons, drawn from one source, and the manifest that tells a device of them."""

import json
import struct
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.pages.addresses import language_root
from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.words.interface import Interface

#: The side of the source icon.typ in points.
_SOURCE_SIDE: Final = 512
#: The sides of the icons of the manifest in pixels, and of the one that Apple's devices look for.
_MANIFEST_SIDES: Final = (192, 512)
_APPLE_SIDE: Final = 180
_ICO_SIDE: Final = 32

APPLE_ICON: Final = "apple-touch-icon.png"

#: The colour of the browser's own frame, as `--page` of the night in the style sheet; and of a page that is to come.
THEME_COLOUR: Final = "#07294a"
_GROUND: Final = "#ffffff"


def render_icons(drawing: Drawing) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the icons in all sizes, under the names that browsers and devices ask for."""
    for side in _MANIFEST_SIDES:
        yield f"icon-{side}.png", _icon(drawing, side)
    yield APPLE_ICON, _icon(drawing, _APPLE_SIDE)
    yield "favicon.ico", _ico(_icon(drawing, _ICO_SIDE), _ICO_SIDE)


def manifest_path(language: Language) -> str:
    """Return the path of the manifest in *language*."""
    return f"{language_root(language)}site.webmanifest"


def render_manifest(interface: Interface) -> bytes:
    """Return the manifest in the language of *interface*. Its links start from where it stands."""
    up = "../" * manifest_path(interface.language).count("/")
    icons = [
        {"src": f"{up}icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": "any maskable"}
        for side in _MANIFEST_SIDES
    ]
    manifest = {
        "name": interface.say("site.name"),
        "description": interface.say("frame.purpose"),
        "lang": interface.language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": THEME_COLOUR,
        "background_color": _GROUND,
        "icons": [{"src": f"{up}assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}, *icons],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _icon(drawing: Drawing, side: int) -> bytes:
    return drawing.draw("icon.typ", scale=side / _SOURCE_SIDE)[0]


def _ico(png: bytes, side: int) -> bytes:
    """Return *png* in the container that old browsers ask for as /favicon.ico."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), len(header) + 16)
    return header + entry + png
