"""The catalogue as a table: one row for each entry, one column for each thing, for spreadsheets and scripts.

CSV is UTF-8 with a byte order mark, as all tables here (`ecosystem.ground.spreadsheet`): Excel needs it, and readers of
CSV know it. Its separator is what Excel expects in the countries of its language. Dates and numbers are written as
machines read them, words in the reader's language; beside the words of choices stand their codes, the same everywhere,
and beside words with addresses those addresses.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.ground.spreadsheet import csv_bytes
from ecosystem.kinds.offerings.catalogue import Catalogue, Entry
from ecosystem.kinds.offerings.catalogue_fields import DETAILS, Detail, Item, Shape
from ecosystem.pages.edition import Edition


class Side(StrEnum):
    """What of a detail a column holds."""

    WORDS = "words"
    CODES = "code"
    ADDRESSES = "addresses"
    END = "end"
    EMAIL = "email"
    PHONE = "phone"


#: What the columns are called that hold something else than words, and what is explained of them.
_NAMED: Final[Mapping[Side, tuple[str, str]]] = {
    Side.CODES: ("catalogue.code", "catalogue.code_explanation"),
    Side.ADDRESSES: ("catalogue.addresses", "catalogue.addresses_explanation"),
    Side.END: ("catalogue.end", "catalogue.end_explanation"),
    Side.EMAIL: ("catalogue.email", "catalogue.email_explanation"),
    Side.PHONE: ("catalogue.phone", "catalogue.phone_explanation"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A detail, in words or another side of it."""

    detail: Detail
    side: Side = Side.WORDS

    @property
    def shape(self) -> Shape:
        """What its cells hold."""
        if self.side is Side.WORDS:
            return self.detail.shape
        return {Side.END: Shape.DATE, Side.ADDRESSES: Shape.ADDRESS}.get(self.side, Shape.TEXT)


#: What a reader wants on one sheet of paper, in this order; all else stands behind it.
IN_SHORT: Final = ("id", "name", "provider", "kind", "category", "summary", "trl", "device", "markets")

#: Details whose words have addresses of their own, and those of which there is one that holds until a day.
_WITH_ADDRESSES: Final = frozenset(
    {"provider", "certificate", "certifications", "digihta", "evidence", "home_use", "contact"}
)
_WITH_END: Final = frozenset({"certificate", "digihta"})


def _sides(detail: Detail) -> Iterator[Side]:
    """Yield what the columns of *detail* hold besides its words."""
    if detail.is_choice:
        yield Side.CODES
    if detail.key in _WITH_ADDRESSES:
        yield Side.ADDRESSES
    if detail.key in _WITH_END:
        yield Side.END
    if detail.key == "contact":
        yield from (Side.EMAIL, Side.PHONE)


def _columns() -> Iterator[Column]:
    """Yield the columns: what fits a sheet of paper, then all else, each thing behind the words to which it belongs."""
    by_key = {detail.key: detail for detail in DETAILS}
    short = [by_key[key] for key in IN_SHORT]
    yield from map(Column, short)
    yield from (Column(detail, side) for detail in short for side in _sides(detail))
    for detail in DETAILS:
        if detail.key not in IN_SHORT:
            yield Column(detail)
            yield from (Column(detail, side) for side in _sides(detail))


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
    return label if column.side is Side.WORDS else edition.interface.say(_NAMED[column.side][0], label=label)


def explanation(edition: Edition, column: Column) -> str:
    """Return what *column* holds, in a sentence."""
    is_words = column.side is Side.WORDS
    return edition.interface.say(column.detail.explanation if is_words else _NAMED[column.side][1])


def headings(edition: Edition) -> list[str]:
    """Return what the columns are called.

    Made-up data has one column more for its notice, so that every row says it, wherever it is pasted.
    """
    names = [heading(edition, column) for column in COLUMNS]
    return [*names, DEMO] if edition.demo else names


def cell(column: Column, entry: Entry) -> str:
    """Return what the cell of *column* says of *entry*: items apart by semicolons."""
    items = entry.details[column.detail.key]
    return "; ".join(filter(None, (_said(column, item) for item in items)))


def _said(column: Column, item: Item) -> str:
    """Return what *column* says of *item*; empty when that is nothing."""
    if column.side is not Side.WORDS:
        return _BESIDE_WORDS[column.side](item)
    if column.detail.shape in _PLAIN:
        return item.code or ""
    return _words(item) if column.detail.key in _WITH_ADDRESSES else _with_address(item)


def _words(item: Item) -> str:
    """Return the words of *item*; none of one that is an address alone, which has a column of its own."""
    is_address = item.url == item.text or (item.url or "").startswith(("mailto:", "tel:"))
    return "" if is_address else item.text.replace("\n\n", "\n")


def _with_address(item: Item) -> str:
    text = item.text.replace("\n\n", "\n")
    is_shown = item.url is None or item.url in text or not item.url.startswith("https:")
    return text if is_shown else f"{text} <{item.url}>"


_BESIDE_WORDS: Final[Mapping[Side, Callable[[Item], str]]] = {
    Side.CODES: lambda item: item.code or "",
    Side.ADDRESSES: lambda item: item.url if item.url and item.url.startswith("https:") else "",
    Side.END: lambda item: item.valid_until.isoformat() if item.valid_until else "",
    Side.EMAIL: lambda item: item.text if item.url and item.url.startswith("mailto:") else "",
    Side.PHONE: lambda item: item.text if item.url and item.url.startswith("tel:") else "",
}
