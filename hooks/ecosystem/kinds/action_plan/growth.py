"""How a number of the plans goes over time: its readings as points of a drawing.

A reading says more than a number. "Over 250" is a lower bound and drawn open at the top; an undated source gives the
day on which it was read, so the value may be older, and the line that leads to it is broken.
"""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ecosystem.kinds.action_plan.model import ActionPlan, Comparator, Dating, Indicator, Reading, Target
from ecosystem.records.ecosystem import Ecosystem

#: The drawing's size in its own units, and the room in it around the points.
WIDTH: Final = 480
HEIGHT: Final = 220
LEFT: Final = 44
RIGHT: Final = 28
TOP: Final = 40
BOTTOM: Final = 34

#: Steps between the lines of the scale: 1, 2 or 5 times a power of ten.
_STEPS: Final = tuple(factor * 10**power for power in range(9) for factor in (1, 2, 5))
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A reading in the drawing."""

    reading: Reading
    x: float
    y: float

    @property
    def open_ended(self) -> bool:
        """Whether the true value may be higher."""
        return self.reading.comparator in (Comparator.OVER, Comparator.AT_LEAST)

    @property
    def undated(self) -> bool:
        """Whether the day is that on which the source was read."""
        return self.reading.dating is Dating.SEEN


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """A line of the scale."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class Growth:
    """The readings of an indicator, oldest first."""

    indicator: Indicator
    points: tuple[Point, ...]
    scale: tuple[ScaleLine, ...]
    target: Target | None
    target_y: float | None


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
    if not readings:
        return None
    return draw(found[-1], [readings[day] for day in sorted(readings)])


def draw(indicator: Indicator, readings: Sequence[Reading]) -> Growth:
    """Return *readings*, of which there is at least one, as points: time to the right, values from zero upwards."""
    target = indicator.target
    largest = max([reading.value for reading in readings] + ([target.value] if target else []))
    step = next((step for step in _STEPS if largest <= step * _MOST_LINES), _STEPS[-1])
    top = Decimal(step) * max(1, math.ceil(largest / step))
    first, last = readings[0].date, readings[-1].date
    return Growth(
        indicator,
        tuple(Point(reading, _across(reading.date, first, last), _up(reading.value, top)) for reading in readings),
        tuple(ScaleLine(value, _up(Decimal(value), top)) for value in range(0, int(top) + 1, step)),
        target,
        _up(target.value, top) if target else None,
    )


def _across(day: datetime.date, first: datetime.date, last: datetime.date) -> float:
    if first == last:
        return (LEFT + WIDTH - RIGHT) / 2
    share = (day - first) / (last - first)
    return round(LEFT + 24 + share * (WIDTH - LEFT - RIGHT - 48), 1)


def _up(value: Decimal, top: Decimal) -> float:
    return round(HEIGHT - BOTTOM - float(value / top) * (HEIGHT - TOP - BOTTOM), 1)
