"""Slides: decks for PowerPoint and LibreOffice, made of a template that a designer can edit (`deck.pptx`).

The template holds the master, the layouts, the colours and the letters; here its places are filled. Every slide has a
title, its number and notes, every run of text its language, every table a header row and a description. The same words
give the same bytes.
"""

import copy
import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu, Inches, Pt

from ecosystem.ground.languages import Language
from ecosystem.records.texts import Phrase

#: The layouts of the template by what stands on their slides.
_OPENING: Final = "Title Slide"
_POINTS: Final = "Title and Content"
_TABLE: Final = "Title Only"
#: Placeholders that a slide does not take over from its layout by itself.
_REPEATED: Final = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)

#: How the countries of our readers write each language.
_LOCALES: Final = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
#: The edges of a table on a slide.
_LEFT, _TOP, _WIDTH = Inches(0.6), Inches(1.55), Inches(12.13)
_CELL_LETTERS: Final = Pt(14)
#: What a letter and a line of a cell take, and the margins on both of its sides.
_LETTER_WIDTH, _LINE_HEIGHT, _CELL_MARGINS = Inches(0.105), Inches(0.34), Inches(0.2)
_POINT_LETTERS: Final = Pt(20)
#: An archive knows no earlier time.
_MADE: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph of a slide, with the address to which it leads, where it has one."""

    phrase: Phrase
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a slide: what it shows in a sentence, its header, its rows, and how wide its columns are in parts."""

    description: str
    header: tuple[str, ...]
    rows: Sequence[tuple[Point, ...]]
    widths: tuple[int, ...]


class Deck:
    """Slides in one language, in the order in which they are added."""

    def __init__(self, template: Path, language: Language, footer: str) -> None:
        """*footer* stands below every slide."""
        self._deck = Presentation(str(template))
        self._layouts: dict[str, Any] = {layout.name: layout for layout in self._deck.slide_layouts}
        self._language = language
        self._footer = footer

    def opening(self, title: str, subtitle: Sequence[str], notes: Sequence[str]) -> None:
        """Add the first slide."""
        slide = self._slide(_OPENING, title, notes)
        frame = slide.placeholders[1].text_frame
        for paragraph, text in zip(_paragraphs(frame, len(subtitle)), subtitle, strict=True):
            self._write(paragraph, Point(Phrase(text, self._language)))

    def points(self, title: str, points: Sequence[Point], notes: Sequence[str]) -> None:
        """Add a slide with a list."""
        slide = self._slide(_POINTS, title, notes)
        frame = slide.placeholders[1].text_frame
        for paragraph, point in zip(_paragraphs(frame, len(points)), points, strict=True):
            self._write(paragraph, point, _POINT_LETTERS)
            paragraph.space_after = Pt(8)

    def table(self, title: str, sheet: Sheet, notes: Sequence[str]) -> None:
        """Add a slide with a table."""
        slide = self._slide(_TABLE, title, notes)
        shape = slide.shapes.add_table(
            len(sheet.rows) + 1, len(sheet.header), _LEFT, _TOP, _WIDTH, Inches(0.4) * (len(sheet.rows) + 1)
        )
        shape.name = title
        shape._element.nvGraphicFramePr.cNvPr.set("descr", sheet.description)
        table = shape.table
        for column, width in zip(table.columns, sheet.widths, strict=True):
            column.width = Emu(_WIDTH * width // sum(sheet.widths))
        header = tuple(Point(Phrase(text, self._language)) for text in sheet.header)
        for row, cells in zip(table.rows, (header, *sheet.rows), strict=True):
            row.height = _LINE_HEIGHT * max(
                _lines(point, column.width) for point, column in zip(cells, table.columns, strict=True)
            )
            for cell, point in zip(row.cells, cells, strict=True):
                self._write(cell.text_frame.paragraphs[0], point, _CELL_LETTERS)

    def content(self, *, title: str, subject: str, keywords: str, author: str, changed: datetime.date) -> bytes:
        """Return the deck as a file, *changed* being the day of what it says."""
        own = self._deck.core_properties
        own.title, own.subject, own.keywords = title, subject, keywords
        own.author = own.last_modified_by = author
        own.language = _LOCALES[self._language]
        own.created = own.modified = datetime.datetime.combine(changed, datetime.time())
        made = io.BytesIO()
        self._deck.save(made)
        return _without_times(made)

    def _slide(self, layout: str, title: str, notes: Sequence[str]) -> Any:
        slide: Any = self._deck.slides.add_slide(self._layouts[layout])
        for placeholder in self._layouts[layout].placeholders:
            if placeholder.placeholder_format.type in _REPEATED:
                repeated = copy.deepcopy(placeholder._element)
                for properties in repeated.iter("{*}rPr"):
                    properties.set("lang", _LOCALES[self._language])
                slide.shapes._spTree.append(repeated)
        for placeholder in slide.placeholders:
            if placeholder.placeholder_format.type is PP_PLACEHOLDER.FOOTER:
                self._write(placeholder.text_frame.paragraphs[0], Point(Phrase(self._footer, self._language)))
        self._write(slide.shapes.title.text_frame.paragraphs[0], Point(Phrase(title, self._language)))
        frame = slide.notes_slide.notes_text_frame
        for paragraph, text in zip(_paragraphs(frame, len(notes)), notes, strict=True):
            self._write(paragraph, Point(Phrase(text, self._language)))
        return slide

    def _write(self, paragraph: Any, point: Point, size: Any = None) -> None:
        run = paragraph.add_run()
        run.text = point.phrase.text
        run.font.size = size
        run._r.get_or_add_rPr().set("lang", _LOCALES[point.phrase.language])
        if point.url:
            run.hyperlink.address = point.url


def _lines(point: Point, width: int) -> int:
    """Return how many lines *point* takes in a column so wide."""
    return -(-len(point.phrase.text) * _LETTER_WIDTH // (width - _CELL_MARGINS))


def _paragraphs(frame: Any, number: int) -> Iterable[Any]:
    """Return so many empty paragraphs of *frame*: it comes with one."""
    return [*frame.paragraphs, *(frame.add_paragraph() for _ in range(number - 1))][:number]


def _without_times(made: io.BytesIO) -> bytes:
    """Return an archive without the times at which its files were written."""
    target = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in source.infolist():
            entry = zipfile.ZipInfo(one.filename, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, source.read(one))
    return target.getvalue()
