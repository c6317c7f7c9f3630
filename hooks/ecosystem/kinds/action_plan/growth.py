"""How a number of the plans goes over time: its readings, and the chart that they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ecosystem.kinds.action_plan.model import ActionPlan, Comparator, Dating, Indicator, Reading
from ecosystem.kinds.parts import Source
from ecosystem.pages.charts import line
from ecosystem.pages.charts.chart import Chart, Table, about
from ecosystem.pages.edition import Edition
from ecosystem.records.ecosystem import Ecosystem

_NEVER_LESS: Final = (Comparator.EXACTLY, Comparator.OVER, Comparator.AT_LEAST)
_NEVER_MORE: Final = (Comparator.EXACTLY, Comparator.UNDER)


@dataclass(frozen=True, slots=True)
class Growth:
    """An indicator, as its latest plan has it, and its readings in all plans, oldest first; at least one."""

    indicator: Indicator
    readings: Sequence[Reading]


def growth_of(ecosystem: Ecosystem, indicator_id: str) -> Growth | None:
    """Return how the indicator called *indicator_id* went through all plans; None when it has no readings."""
    found = [
        indicator
        for plan in sorted(ecosystem.of(ActionPlan).values(), key=lambda plan: plan.year)
        for metric in plan.metrics
        for indicator in metric.indicators
        if indicator.id == indicator_id
    ]
    readings = {reading.date: reading for indicator in found for reading in indicator.readings}
    return Growth(found[-1], [readings[day] for day in sorted(readings)]) if readings else None


def growth_chart(edition: Edition, name: str, growth: Growth, page: str) -> Chart:
    """Return the chart called *name* of *growth*, which stands on the page at *page*."""
    say = edition.interface.say
    indicator, readings = growth.indicator, growth.readings
    title = indicator.title.in_language(edition.language).text
    words = [_words(edition, reading.comparator, reading.value) for reading in readings]
    newest = readings[-1]
    target = indicator.target
    drawing = line.draw_line(
        [
            line.Reading(
                reading.date,
                reading.value,
                said,
                reading.comparator in (Comparator.OVER, Comparator.AT_LEAST),
                reading.dating is Dating.SEEN or reading.comparator is Comparator.ABOUT,
            )
            for reading, said in zip(readings, words, strict=True)
        ],
        (target.value, say("plan.target_value", value=_words(edition, target.comparator, target.value)))
        if target
        else None,
    )
    return Chart(
        name=name,
        finding=say(_direction(readings), title=title, first=words[0], last=words[-1]),
        about=about(
            edition,
            title,
            edition.interface.choice(indicator.unit),
            None if newest.dating is Dating.SEEN else edition.formats.date(newest.date),
        ),
        drawing=drawing,
        table=Table(
            (say("plan.date"), say("plan.value"), say("growth.note")),
            [
                (say("plan.seen") if reading.dating is Dating.SEEN else reading.date, said, reading.note)
                for reading, said in zip(readings, words, strict=True)
            ],
        ),
        page=page,
        sources=_sources(readings),
        note=say("growth.how_to_read") if drawing.has_open_end or drawing.has_estimate else None,
    )


def _words(edition: Edition, comparator: Comparator, value: Decimal) -> str:
    return edition.interface.say(f"choice.comparator.{comparator.value}", value=edition.formats.number(value))


def _direction(readings: Sequence[Reading]) -> str:
    """Return the key of what can be said of the way from the first to the last of *readings*, as each is to be read."""
    first, last = readings[0], readings[-1]
    if len(readings) == 1:
        return "growth.one"
    if first.comparator in _NEVER_MORE and last.comparator in _NEVER_LESS and first.value < last.value:
        return "growth.rose"
    if first.comparator in _NEVER_LESS and last.comparator in _NEVER_MORE and first.value > last.value:
        return "growth.fell"
    return "growth.went"


def _sources(readings: Sequence[Reading]) -> Sequence[Source]:
    found: list[Source] = []
    for reading in readings:
        found += [source for source in reading.sources if source not in found]
    return found
