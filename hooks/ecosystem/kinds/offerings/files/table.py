"""The catalogue as a table: one row for each entry, one column for each detail, for spreadsheets and scripts.

CSV is UTF-8 with a byte order mark, as all tables here (`ecosystem.ground.spreadsheet`): Excel needs it, and readers of
CSV know it. Its separator is what Excel expects in the countries of its language. Dates and numbers are written as
machines read them, words in the reader's language; beside the words of choices stand their codes, the same everywhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.ground.spreadsheet import csv_bytes
from ecosystem.kinds.offerings.catalogue import Catalogue, Entry
from ecosystem.kinds.offerings.catalogue_fields import DETAILS, Detail, Item, Shape
from ecosystem.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Column:
    """A detail, in words or as the codes of its words."""

    detail: Detail
    has_codes: bool = False

    @property
    def shape(self) -> Shape:
        """What its cells hold."""
        return Shape.TEXT if self.has_codes else self.detail.shape


def _columns() -> Iterator[Column]:
    """Yield the columns: the permanent name of an entry first, and codes behind their words."""
    for detail in (DETAILS[-1], *DETAILS[:-1]):
        yield Column(detail)
        if detail.is_choice:
            yield Column(detail, has_codes=True)


COLUMNS: Final = tuple(_columns())

#: What the column is called, in all languages, that says that the data is made up.
DEMO: Final = "DEMO"

#: Where a comma divides whole numbers from decimals, Excel takes a semicolon for the end of a cell.
_SEPARATORS: Final[Mapping[Language, str]] = {"fi": ";", "sv": ";", "en": ","}

_PLAIN: Final = (Shape.NUMBER, Shape.DATE)


def render_table(edition: Edition, whole: Catalogue) -> bytes:
    """Return the catalogue as CSV; a cell that a spreadsheet would run as a formula is guarded."""
    rows = [[cell(column, entry) for column in COLUMNS] for entry in whole.entries]
    notices = [edition.interface.say("demo.notice")] if edition.demo else []
    lines = [headings(edition), *([*row, *notices] for row in rows)]
    return csv_bytes(lines, _SEPARATORS[edition.language])


def heading(edition: Edition, column: Column) -> str:
    """Return what *column* is called."""
    label = edition.interface.say(column.detail.label)
    return edition.interface.say("catalogue.code", label=label) if column.has_codes else label


def headings(edition: Edition) -> list[str]:
    """Return what the columns are called.

    Made-up data has one column more for its notice, so that every row says it, wherever it is pasted.
    """
    names = [heading(edition, column) for column in COLUMNS]
    return [*names, DEMO] if edition.demo else names


def cell(column: Column, entry: Entry) -> str:
    """Return what the cell of *column* says of *entry*: items apart by semicolons, addresses behind their names."""
    return "; ".join(_items(column, entry))


def _items(column: Column, entry: Entry) -> Iterator[str]:
    for item in entry.details[column.detail.key]:
        is_plain = column.has_codes or column.shape in _PLAIN
        yield item.code or "" if is_plain else _with_address(item)


def _with_address(item: Item) -> str:
    text = item.text.replace("\n\n", "\n")
    is_shown = item.url is None or item.url in text or not item.url.startswith("https:")
    return text if is_shown else f"{text} <{item.url}>"
