"""The catalogue as a workbook: a sheet of entries, one to filter them by single values, and one of explanations."""

import datetime
import io
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import xlsxwriter

from ecosystem.kinds.offerings.catalogue import Catalogue, Entry, catalogue_name, joining_address
from ecosystem.kinds.offerings.catalogue_fields import Shape
from ecosystem.kinds.offerings.files.matrix import Group, groups, marks
from ecosystem.kinds.offerings.files.papers import catalogue_counts, version_line
from ecosystem.kinds.offerings.files.table import (
    COLUMNS,
    DEMO,
    IN_SHORT,
    Column,
    Side,
    cell,
    explanation,
    heading,
    headings,
)
from ecosystem.pages.edition import Edition

#: Most that a cell can hold (Excel's own limit).
LONGEST_CELL: Final = 32_767
#: Widths of columns, in characters: of texts, of what is short, and those of their own.
_WIDTH: Final = 30
_NARROW: Final = 14
_WIDTHS: Final = {
    "id": 24,
    "provider": 24,
    "category": 18,
    "device": 18,
    "markets": 22,
    "name": 36,
    "summary": 60,
    "intended_use": 40,
    "references": 50,
    "sources": 50,
    "address": 50,
}
_SHORT: Final = frozenset(
    {"kind", "trl", "live_deployments", "mdr_class", "ivdr_class", "mdd_class", "verified_on", "updated"}
)
_LONGEST_SHEET_NAME: Final = 31
_HEAD_HEIGHT: Final = 46
#: The height of a line, and how much of a line's width words fill before they break.
_LINE_HEIGHT: Final = 15
_FILLED: Final = 0.9
_COLOUR: Final = "#08365C"
_HEAD: Final = {"bold": True, "font_color": "white", "bg_color": _COLOUR, "text_wrap": True, "valign": "top"}
_LINK: Final = {"font_color": _COLOUR, "underline": 1}
#: The most that Excel takes as the address of a link.
_LONGEST_LINK: Final = 2079
#: What says which entry a row is of, each with the detail whose address it leads to.
_NAMING: Final = {"name": "address", "provider": "provider"}
#: The matrix: its rows of headings, the height of turned words, and the width of a mark.
_MATRIX_HEAD: Final = 2
_TURNED_HEIGHT: Final = 170
_MARK_WIDTH: Final = 4


def render_workbook(edition: Edition, whole: Catalogue) -> bytes:
    """Return the catalogue as XLSX; a text is a text, whatever it begins with."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        _describe(book, edition, whole)
        _write_entries(book, edition, whole)
        _write_matrix(book, edition, whole)
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
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    looks = {
        Shape.TEXT: text,
        Shape.NUMBER: book.add_format({"num_format": "0", "valign": "top", "align": "left"}),
        Shape.DATE: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        Shape.ADDRESS: book.add_format({**_LINK, "text_wrap": True, "valign": "top"}),
    }
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, _width(column), looks[column.shape])
    sheet.set_row(0, _HEAD_HEIGHT)
    head = book.add_format(_HEAD)
    for index, name in enumerate(headings(edition)):
        sheet.write_string(0, index, name, head)
    for number, entry in enumerate(whole.entries, start=1):
        sheet.set_row(number, _LINE_HEIGHT * _lines(entry))
        for index, column in enumerate(COLUMNS):
            _write_cell(sheet, (number, index), column, entry, looks)
        if edition.demo:
            sheet.write_string(number, len(COLUMNS), edition.interface.say("demo.notice"), text)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(whole.entries), len(headings(edition)) - 1)
    _print_setup(sheet, edition)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(whole.entries), len(IN_SHORT) - 1)


def _lines(entry: Entry) -> int:
    """Return how many lines of a cell *entry* takes in the columns that are printed."""
    printed = COLUMNS[: len(IN_SHORT)]
    return max(math.ceil(len(cell(column, entry)) / (_FILLED * _width(column))) for column in printed)


def _width(column: Column) -> int:
    is_short = column.side in (Side.CODES, Side.END) or column.detail.key in _SHORT
    if is_short:
        return _NARROW
    return _WIDTHS.get(column.detail.key, _WIDTH) if column.side is Side.WORDS else _WIDTH


def _write_cell(sheet: Any, place: tuple[int, int], column: Column, entry: Entry, looks: Mapping[Shape, Any]) -> None:
    """Write what *column* says of *entry*: a number, a day, a link or a text."""
    said = cell(column, entry)
    look = looks[column.shape]
    if not said:
        return
    if column.shape is Shape.NUMBER:
        sheet.write_number(*place, int(said), look)
    elif column.shape is Shape.DATE:
        sheet.write_datetime(*place, datetime.datetime.fromisoformat(said), look)
    elif address := _leads_to(column, entry, said):
        sheet.write_url(*place, address, looks[Shape.ADDRESS], said)
    else:
        sheet.write_string(*place, said if len(said) <= LONGEST_CELL else f"{said[: LONGEST_CELL - 1]}…", look)


def _leads_to(column: Column, entry: Entry, said: str) -> str | None:
    """Return the address to which the cell of *column* that says *said* leads: its own, or that of what it names."""
    address = None
    if column.side is Side.EMAIL:
        address = f"mailto:{said}"
    elif column.side is Side.WORDS and column.detail.key in _NAMING:
        address = entry.details[_NAMING[column.detail.key]][0].url
    elif column.shape is Shape.ADDRESS:
        address = said
    is_one = address is not None and "; " not in address and len(address) <= _LONGEST_LINK
    return address if is_one else None


def _write_matrix(book: Any, edition: Edition, whole: Catalogue) -> None:
    """Write a sheet that is filtered by one value at a time, where the cells of the entries name several."""
    say = edition.interface.say
    sheet = book.add_worksheet(say("catalogue.matrix")[:_LONGEST_SHEET_NAME])
    found = groups(edition, whole)
    link, mark = book.add_format({**_LINK, "valign": "top"}), book.add_format({"align": "center", "valign": "top"})
    looks = dict.fromkeys(Shape, link)
    naming = [column for column in COLUMNS if column.side is Side.WORDS and column.detail.key in _NAMING]
    last = _write_matrix_head(book, sheet, [heading(edition, column) for column in naming], found)
    for number, entry in enumerate(whole.entries, start=_MATRIX_HEAD):
        for index, column in enumerate(naming):
            _write_cell(sheet, (number, index), column, entry, looks)
        for index, said in enumerate(marks(entry, found), start=len(naming)):
            sheet.write_string(number, index, said, mark)
    sheet.freeze_panes(_MATRIX_HEAD, len(naming))
    sheet.autofilter(_MATRIX_HEAD - 1, 0, _MATRIX_HEAD - 1 + len(whole.entries), last)
    _print_setup(sheet, edition)
    sheet.repeat_rows(0, _MATRIX_HEAD - 1)


def _write_matrix_head(book: Any, sheet: Any, names: Sequence[str], found: Sequence[Group]) -> int:
    """Write the two rows above: details over their values. Return the last column."""
    head, turned = book.add_format(_HEAD), book.add_format({**_HEAD, "rotation": 90, "valign": "bottom"})
    for index, name in enumerate(names):
        sheet.write_string(1, index, name, head)
    sheet.set_column(0, len(names) - 1, _WIDTHS["name"])
    place = len(names)
    for group in found:
        for index, (_, words) in enumerate(group.values, start=place):
            sheet.write_string(1, index, words, turned)
        last = place + len(group.values) - 1
        if last == place:
            sheet.write_string(0, place, group.label, head)
        else:
            sheet.merge_range(0, place, 0, last, group.label, head)
        sheet.set_column(place, last, _MARK_WIDTH)
        place = last + 1
    sheet.set_row(1, _TURNED_HEIGHT)
    return place - 1


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
    rows += [(heading(edition, one), explanation(edition, one)) for one in COLUMNS]
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
