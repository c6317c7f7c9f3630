"""Draw pictures with Typst from the sources in `overrides/images/` and the fonts in `fonts/`, and no others.

The same input gives the same bytes on every machine. Whatever Typst warns of is an error here: its warnings are about
fonts that it replaces.
"""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import typst

from ecosystem.ground.errors import EcosystemError
from ecosystem.pages.drawing.fonts import read_coverage

#: With as many dots to the inch as points, a point of the source is a pixel of the picture.
POINTS_TO_THE_INCH = 72.0


class DrawingError(EcosystemError):
    """A picture could not be drawn; the message says which and why."""


class Drawing:
    """The sources and fonts of the pictures."""

    #: Whether Typst has run in this process. Then it has threads here, which a fork lacks and would wait for.
    has_run: ClassVar[bool] = False

    def __init__(self, sources: Path, fonts: Path) -> None:
        self.characters = read_coverage(fonts)
        self._sources = sources.resolve()
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        self._compiler = typst.Compiler(root=self._sources.parent, font_paths=found, ignore_system_fonts=True)

    @cached_property
    def look(self) -> str:
        """What decides how all pictures and papers look, apart from the fonts."""
        return hashlib.sha256(self.source("")).hexdigest()

    def can_draw(self, text: str) -> bool:
        """Tell whether the fonts have every character of *text*."""
        return all(ord(character) in self.characters for character in text)

    def source(self, name: str) -> bytes:
        """Return all that decides how the source called *name* looks, apart from the fonts."""
        folder = self._sources.parent
        shared = [path.read_bytes() for path in sorted([*folder.glob("*/*.typ"), *folder.glob("images/*.svg")])]
        return b"\0".join([name.encode(), version("typst").encode(), *shared])

    def typeset(self, name: str, inputs: Mapping[str, str]) -> bytes:
        """Return the source called *name* as an accessible document: PDF/UA-1. Typst refuses what would break that."""
        document = self._compiled(name, "typeset", format="pdf", pdf_standards="ua-1", sys_inputs=dict(inputs))
        if not isinstance(document, bytes):
            raise DrawingError(f"{name} was not typeset: it has no page")
        return document

    def draw(self, name: str, inputs: Mapping[str, str] | None = None, *, scale: float = 1.0) -> list[bytes]:
        """Return the pages of the source called *name* as PNG pictures, *scale* pixels to a point."""
        points = POINTS_TO_THE_INCH * scale
        pages = self._compiled(name, "drawn", format="png", ppi=points, sys_inputs=dict(inputs or {}))
        if pages is None:
            raise DrawingError(f"{name} was not drawn: it has no page")
        return pages if isinstance(pages, list) else [pages]

    def _compiled(self, name: str, done: str, **options: Any) -> bytes | list[bytes] | None:
        """Return what Typst makes of the source called *name*; raise `DrawingError` where it was not *done*."""
        Drawing.has_run = True
        try:
            made, warnings = self._compiler.compile_with_warnings(input=self._sources / name, **options)
        except typst.TypstError as error:
            raise DrawingError(f"{name} was not {done}: {error.message}") from error
        if warnings:
            raise DrawingError(f"{name} was not {done}: {'; '.join(warning.message for warning in warnings)}")
        return made
