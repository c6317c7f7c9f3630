"""A small line of a metric's readings over time, as coordinates for a drawing.

The drawing only repeats what its table and its sentence say.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ecosystem.kinds.action_plan.model import Indicator

#: The size of the drawing, and the room around the line for its points.
WIDTH: Final = 240
HEIGHT: Final = 72
MARGIN: Final = 6


@dataclass(frozen=True, slots=True)
class Trend:
    """Where the readings stand in the drawing (x, y from the upper left corner), and the target's height."""

    points: Sequence[tuple[float, float]]
    target: float | None
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def line(self) -> str:
        """The points as SVG's `polyline` wants them."""
        return " ".join(f"{x},{y}" for x, y in self.points)


def trend(indicator: Indicator) -> Trend | None:
    """Return the trend of *indicator*; None while there are fewer than two readings, as one makes no line."""
    readings = indicator.readings
    if len(readings) < 2:
        return None
    target = indicator.target
    days = [reading.date for reading in readings] + ([target.deadline] if target else [])
    values = [reading.value for reading in readings] + ([target.value] if target else [])
    low, top = _range(min(values), max(values))
    return Trend(
        points=[(_along(reading.date, min(days), max(days)), _up(reading.value, low, top)) for reading in readings],
        target=_up(target.value, low, top) if target else None,
    )


def _along(day: datetime.date, first: datetime.date, last: datetime.date) -> float:
    span = (last - first).days or 1
    return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days / span, 1)


def _range(lowest: Decimal, highest: Decimal) -> tuple[Decimal, Decimal]:
    """Return the values at the foot and the top: the lowest stands half-way up, so that a small rise looks small."""
    return max(Decimal(0), lowest - (highest - lowest)), highest


def _up(value: Decimal, low: Decimal, top: Decimal) -> float:
    share = float((value - low) / (top - low)) if top > low else 1.0
    return round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share, 1)
