"""Bars: one for each number. A share fills its bar as far as it is one of the whole; a count has no whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

from ecosystem.pages.charts.chart import Chart, Table, about
from ecosystem.pages.edition import Edition
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part
from ecosystem.records.texts import Text

PER_CENT: Final = "%"


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its label, and how much of 100 its bar is long. One `of_all` tells of all the others together."""

    label: Text
    value: Decimal
    length: float
    of_all: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars, and whether each can be full: only then it stands on a track."""

    form: ClassVar[str] = "bars"
    is_table: ClassVar[bool] = True

    bars: Sequence[Bar]
    has_track: bool
    what: str
    unit: str

    @property
    def largest(self) -> Sequence[Bar]:
        """The largest of those that do not tell of the others together; several when they are equal."""
        own = [bar for bar in self.bars if not bar.of_all] or self.bars
        most = max(bar.value for bar in own)
        return [bar for bar in own if bar.value == most]


def _draw_bars(values: Sequence[tuple[Text, Decimal, bool]], whole: Decimal | None, what: str, unit: str) -> Bars:
    """Return a bar for each of *values* (label, value, whether of all): of *whole*, else of the largest.

    *what* and *unit* are the heads of their columns.
    """
    top = whole or max(value for _, value, _ in values)
    return Bars(
        [
            Bar(label, value, float(round(100 * value / top, 1)) if top else 0.0, of_all)
            for label, value, of_all in values
        ],
        whole is not None,
        what,
        unit,
    )


def _largest_of(edition: Edition, bars: Bars) -> str:
    """Return in a sentence which of *bars* is the largest, or which are."""
    value = edition.formats.number(bars.largest[0].value)
    return edition.interface.say(
        "figure.finding",
        labels=", ".join(bar.label.in_language(edition.language).text for bar in bars.largest),
        value=edition.interface.say("figure.percent", value=value) if bars.unit == PER_CENT else value,
    )


def bars_chart(
    edition: Edition,
    *,
    name: str,
    title: Text,
    unit: str,
    values: Sequence[tuple[Text, Decimal, bool]],
    whole: Decimal | None,
    dates: Sequence[PartialDate],
    page: str,
    sources: Sequence[Part],
) -> Chart:
    """Return published numbers of one *unit* as a chart of the newest of *dates*, the days of their *sources*."""
    say = edition.interface.say
    drawing = _draw_bars(values, whole, say("figure.what"), unit)
    day = edition.formats.partial_date(max(dates, key=lambda date: date.last_day)) if dates else None
    return Chart(
        name=name,
        finding=_largest_of(edition, drawing),
        about=about(edition, title.in_language(edition.language).text, unit, day),
        drawing=drawing,
        table=Table((say("figure.what"), unit), [(label, value) for label, value, _ in values]),
        page=page,
        sources=sources,
    )
