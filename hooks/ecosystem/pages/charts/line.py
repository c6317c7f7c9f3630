"""A line: how a number goes over time.

A reading says more than a number. "Over 250" is a lower bound and drawn open at the top; where the day or the value is
estimated, the line that leads there is broken.
"""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

#: The drawing's size in its own units, and the room in it around the points.
WIDTH: Final = 360
HEIGHT: Final = 220
LEFT: Final = 44
RIGHT: Final = 28
TOP: Final = 40
BOTTOM: Final = 34

#: How far apart two points are whose numbers do not touch.
_APART: Final = 52

#: Steps between the lines of the scale: 1, 2 or 5 times a power of ten.
_STEPS: Final = tuple(factor * 10**power for power in range(9) for factor in (1, 2, 5))
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A number on a day, as words say it: whether the true value may be higher, and whether it is an estimate."""

    date: datetime.date
    value: Decimal
    words: str
    open_ended: bool
    estimated: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A reading in the drawing. Its words stand there where they have room, and its year where it is a new one."""

    reading: Reading
    x: float
    y: float
    has_words: bool
    has_year: bool


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """A line of the scale."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at, in words, and how high it stands."""

    words: str
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """The points of a line, oldest first."""

    form: ClassVar[str] = "line"
    is_table: ClassVar[bool] = False
    width: ClassVar[int] = WIDTH
    height: ClassVar[int] = HEIGHT
    left: ClassVar[int] = LEFT

    points: tuple[Point, ...]
    scale: tuple[ScaleLine, ...]
    target: Target | None

    @property
    def has_open_end(self) -> bool:
        """Whether a true value may be higher."""
        return any(point.reading.open_ended for point in self.points)

    @property
    def has_estimate(self) -> bool:
        """Whether a part of the line is broken."""
        return any(point.reading.estimated for point in self.points)


def draw_line(readings: Sequence[Reading], target: tuple[Decimal, str] | None = None) -> Line:
    """Return *readings*, at least one, as points: time to the right, values from zero upwards. A *target* has words."""
    largest = max([reading.value for reading in readings] + ([target[0]] if target else []))
    step = next((step for step in _STEPS if largest <= step * _MOST_LINES), _STEPS[-1])
    top = Decimal(step) * max(1, math.ceil(largest / step))
    first, last = readings[0].date, readings[-1].date
    points: list[Point] = []
    room = -math.inf
    for reading in readings:
        x = _across(reading.date, first, last)
        has_words = x - room >= _APART or reading is readings[-1]
        room = x if has_words else room
        is_new = not points or points[-1].reading.date.year != reading.date.year
        points.append(Point(reading, x, _up(reading.value, top), has_words, is_new))
    return Line(
        tuple(points),
        tuple(ScaleLine(value, _up(Decimal(value), top)) for value in range(0, int(top) + 1, step)),
        Target(target[1], _up(target[0], top)) if target else None,
    )


def _across(day: datetime.date, first: datetime.date, last: datetime.date) -> float:
    if first == last:
        return (LEFT + WIDTH - RIGHT) / 2
    share = (day - first) / (last - first)
    return round(LEFT + 24 + share * (WIDTH - LEFT - RIGHT - 48), 1)


def _up(value: Decimal, top: Decimal) -> float:
    return round(HEIGHT - BOTTOM - float(value / top) * (HEIGHT - TOP - BOTTOM), 1)
