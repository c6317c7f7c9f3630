"""The catalogue as a workbook: a sheet of entries that can be filtered, and a sheet that explains its columns."""

import datetime
import io
from typing import Any, Final

import xlsxwriter

from ecosystem.kinds.offerings.catalogue import Catalogue, catalogue_name, joining_address
from ecosystem.kinds.offerings.catalogue_fields import Shape
from ecosystem.kinds.offerings.files.papers import catalogue_counts, version_line
from ecosystem.kinds.offerings.files.table import COLUMNS, DEMO, Column, cell, heading, headings
from ecosystem.pages.edition import Edition

#: Most that a cell can hold (Excel's own limit).
LONGEST_CELL: Final = 32_767
#: Widths of columns, in characters: of texts, of what is short, and those of their own.
_WIDTH: Final = 30
_NARROW: Final = 14
_WIDTHS: Final = {"summary": 60, "intended_use": 40, "references": 50, "name": 40, "sources": 50, "address": 50}
_SHORT: Final = frozenset(
    {"kind", "trl", "live_deployments", "mdr_class", "ivdr_class", "mdd_class", "verified_on", "updated"}
)
_LONGEST_SHEET_NAME: Final = 31
_HEAD_HEIGHT: Final = 32
_COLOUR: Final = "#08365C"


def render_workbook(edition: Edition, whole: Catalogue) -> bytes:
    """Return the catalogue as XLSX; a text is a text, whatever it begins with."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        _describe(book, edition, whole)
        _write_entries(book, edition, whole)
        _write_explanations(book, edition, whole)
    return target.getvalue()


def _describe(book: Any, edition: Edition, whole: Catalogue) -> None:
    say = edition.interface.say
    made = datetime.datetime.combine(whole.version.date, datetime.time())
    book.set_properties(
        {
            "title": catalogue_name(edition),
            "author": say("site.name"),
            "comments": version_line(edition, whole.version),
            "created": made,
        }
    )
    book.set_custom_property("Language", edition.language)


def _write_entries(book: Any, edition: Edition, whole: Catalogue) -> None:
    sheet = book.add_worksheet(edition.interface.say("catalogue.title")[:_LONGEST_SHEET_NAME])
    head = book.add_format(
        {"bold": True, "font_color": "white", "bg_color": _COLOUR, "text_wrap": True, "valign": "top"}
    )
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    formats = {
        Shape.NUMBER: book.add_format({"num_format": "0", "valign": "top"}),
        Shape.DATE: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    }
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, _width(column), formats.get(column.shape, text))
    sheet.set_row(0, _HEAD_HEIGHT)
    for index, name in enumerate(headings(edition)):
        sheet.write_string(0, index, name, head)
    for number, entry in enumerate(whole.entries, start=1):
        for index, column in enumerate(COLUMNS):
            _write_cell(sheet, (number, index), column, cell(column, entry), formats.get(column.shape, text))
        if edition.demo:
            sheet.write_string(number, len(COLUMNS), edition.interface.say("demo.notice"), text)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(whole.entries), len(headings(edition)) - 1)
    _print_setup(sheet, edition)
    sheet.repeat_rows(0)


def _width(column: Column) -> int:
    is_short = column.has_codes or column.detail.key in _SHORT
    return _WIDTHS.get(column.detail.key, _WIDTH) if not is_short else _NARROW


def _write_cell(sheet: Any, place: tuple[int, int], column: Column, said: str, look: Any) -> None:
    if not said:
        return
    if column.shape is Shape.NUMBER:
        sheet.write_number(*place, int(said), look)
    elif column.shape is Shape.DATE:
        sheet.write_datetime(*place, datetime.datetime.fromisoformat(said), look)
    else:
        sheet.write_string(*place, said if len(said) <= LONGEST_CELL else f"{said[: LONGEST_CELL - 1]}…", look)


def _write_explanations(book: Any, edition: Edition, whole: Catalogue) -> None:
    say = edition.interface.say
    sheet = book.add_worksheet(say("catalogue.explanations")[:_LONGEST_SHEET_NAME])
    text = book.add_format({"text_wrap": True, "valign": "top"})
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _WIDTHS["intended_use"], strong)
    sheet.set_column(1, 1, 2 * _WIDTHS["references"], text)
    site = edition.site_url
    rows = [
        (say("catalogue.title"), catalogue_counts(edition, whole)),
        (say("catalogue.version"), version_line(edition, whole.version)),
        (say("field.address"), site + edition.path("offering")),
        (say("catalogue.about"), say("catalogue.about_text")),
        (say("catalogue.join"), f"{say('catalogue.join_text')} {joining_address(edition)}"),
        (say("catalogue.licence"), say("frame.licence")),
    ]
    if edition.demo:
        rows.insert(0, (DEMO, say("demo.notice")))
    rows += [(say("catalogue.field"), say("catalogue.explanation"))]
    rows += [
        (heading(edition, one), say("catalogue.code_explanation" if one.has_codes else one.detail.explanation))
        for one in COLUMNS
    ]
    for number, (label, said) in enumerate(rows):
        sheet.write_string(number, 0, label, strong)
        sheet.write_string(number, 1, said, text)
    _print_setup(sheet, edition)


def _print_setup(sheet: Any, edition: Edition) -> None:
    """Set the page: A4 on its side, with the notice of made-up data above where there is one."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if edition.demo:
        sheet.set_header(f"&C&B{edition.interface.say('demo.notice')}")
    sheet.set_footer("&L&A&R&P / &N")
