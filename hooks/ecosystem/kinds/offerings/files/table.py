"""The catalogue as a table: one row for each entry, one column for each detail, for spreadsheets and scripts.

CSV is UTF-8 with a byte order mark, as all tables here (`ecosystem.ground.spreadsheet`): Excel needs it, and readers of
CSV know it. Dates and numbers are written as machines read them, words in the reader's language.
"""

from collections.abc import Iterator
from typing import Final

from ecosystem.ground.spreadsheet import csv_bytes
from ecosystem.kinds.offerings.catalogue import Catalogue, Entry
from ecosystem.kinds.offerings.catalogue_fields import DETAILS, Detail, Item, Shape
from ecosystem.pages.edition import Edition

#: The columns, the permanent name of an entry first.
COLUMNS: Final = (DETAILS[-1], *DETAILS[:-1])

#: What the column is called, in all languages, that says that the data is made up.
DEMO: Final = "DEMO"

_PLAIN: Final = (Shape.NUMBER, Shape.DATE)


def render_table(edition: Edition, whole: Catalogue) -> bytes:
    """Return the catalogue as CSV; a cell that a spreadsheet would run as a formula is guarded."""
    rows = [[cell(detail, entry) for detail in COLUMNS] for entry in whole.entries]
    notices = [edition.interface.say("demo.notice")] if edition.demo else []
    return csv_bytes([headings(edition), *([*row, *notices] for row in rows)])


def headings(edition: Edition) -> list[str]:
    """Return what the columns are called.

    Made-up data has one column more for its notice, so that every row says it, wherever it is pasted.
    """
    names = [edition.interface.say(detail.label) for detail in COLUMNS]
    return [*names, DEMO] if edition.demo else names


def cell(detail: Detail, entry: Entry) -> str:
    """Return what the cell of *detail* says of *entry*: items apart by semicolons, addresses behind their names."""
    return "; ".join(_items(detail, entry))


def _items(detail: Detail, entry: Entry) -> Iterator[str]:
    for item in entry.details[detail.key]:
        yield item.code or "" if detail.shape in _PLAIN else _with_address(item)


def _with_address(item: Item) -> str:
    text = item.text.replace("\n\n", "\n")
    is_shown = item.url is None or item.url in text or not item.url.startswith("https:")
    return text if is_shown else f"{text} <{item.url}>"
