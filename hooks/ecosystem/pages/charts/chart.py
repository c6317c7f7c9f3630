"""What every chart has, whatever its form: what it finds, of what and when, its numbers, and where they come from."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final, Protocol, TypeAlias

from ecosystem.ground.spreadsheet import csv_bytes
from ecosystem.pages.edition import Edition
from ecosystem.pages.embedding import embed_path
from ecosystem.records.record import Part
from ecosystem.records.texts import Text

#: What stands in a cell of a chart's table: words, a name in several languages, a number, a day, or nothing.
Cell: TypeAlias = str | Text | int | Decimal | datetime.date | None

#: The column by which a table of made-up data can be told.
_DEMO: Final = "demo"


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart: a heading for each column, and as many cells in each row; the first names the row."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class Drawing(Protocol):
    """What a chart draws: `form` names its macro in `components/chart.html`. One that `is_table` has none beside it."""

    form: ClassVar[str]
    is_table: ClassVar[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart in one language.

    `finding` is its headline: a sentence that is true of the numbers. `about` says what is drawn, in which unit and of
    which day. `sources` are those of the numbers; none where the site has counted its own records. `page` is the path
    of the page on which it stands.
    """

    name: str
    finding: str
    about: str
    drawing: Drawing
    table: Table
    page: str
    sources: Sequence[Part] = ()
    note: str | None = None


#: The charts of an edition by their names; each is made when it is shown.
Charts: TypeAlias = Mapping[str, Callable[[], Chart]]


@dataclass(frozen=True, slots=True)
class HasCharts:
    """The role of a kind that has charts of its own."""

    charts: Callable[[Edition], Charts]


def chart_frame_path(edition: Edition, name: str) -> str:
    """Return the path of the page on which the chart called *name* stands alone, for frames."""
    return embed_path(f"chart-{name}", edition.language)


def chart_table_path(edition: Edition, name: str) -> str:
    """Return the path of the table with the numbers of the chart called *name*."""
    return f"downloads/charts/{edition.language}/{name}.csv"


def chart_table(edition: Edition, chart: Chart) -> bytes:
    """Return the numbers of *chart* as CSV, as programs read them: 2.5, not 2,5."""
    mark = [edition.interface.say("site.name")] if edition.demo else []
    rows = [[*chart.table.heads, *(_DEMO for _ in mark)]]
    rows += [[*(_plain(cell, edition) for cell in row), *mark] for row in chart.table.rows]
    return csv_bytes(rows)


def about(edition: Edition, what: str, unit: str, day: str | None) -> str:
    """Return in words *what* is drawn, in which *unit* and as of which *day*; None when the source does not say."""
    if day is None:
        return edition.interface.say("chart.about_undated", what=what, unit=unit)
    return edition.interface.say("chart.about", what=what, unit=unit, day=day)


def _plain(cell: Cell, edition: Edition) -> str:
    if isinstance(cell, Text):
        return cell.in_language(edition.language).text
    return "" if cell is None else str(cell)
