"""Stacked bars: how many of all are in each state, with the number above each segment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from ecosystem.pages.charts.lettering import width_of
from ecosystem.records.texts import Text

#: The narrowest that a bar gets, on a phone, and the size of the numbers above it, in pixels.
NARROWEST: Final = 288
NUMBERS: Final = 16
_APART: Final = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """How many of all are in one state, its stretch of a bar that is 100 wide, and where its number stands."""

    state: StrEnum
    count: int
    start: float
    width: float
    label: float


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar: what it is of, the tint by which that is known elsewhere, and its segments."""

    label: str | Text
    segments: Sequence[Segment]
    anchor: str | None = None
    tint: int = 0

    @property
    def count(self) -> int:
        """The number of all."""
        return sum(segment.count for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Stacks:
    """Stacked bars under each other; the first one has all states that occur in any."""

    form: ClassVar[str] = "stacks"
    is_table: ClassVar[bool] = False

    stacks: Sequence[Stack]

    @property
    def states(self) -> Sequence[StrEnum]:
        """The states that occur, in the order of the segments."""
        return [segment.state for segment in self.stacks[0].segments]


def segments_of(counts: Mapping[StrEnum, int]) -> tuple[Segment, ...]:
    """Return a segment for each state of *counts*, in their order.

    A number stands above the middle of its segment, and moves aside where it would touch the one before it or the end.
    """
    in_all = sum(counts.values())
    widths = [100 * count / in_all for count in counts.values()]
    starts = [sum(widths[:place]) for place in range(len(widths))]
    labels = _apart(
        [start + width / 2 for start, width in zip(starts, widths, strict=True)],
        [100 * (width_of(str(count), NUMBERS) + _APART) / NARROWEST for count in counts.values()],
    )
    return tuple(
        Segment(state, count, round(start, 2), round(width, 2), round(label, 2))
        for (state, count), start, width, label in zip(counts.items(), starts, widths, labels, strict=True)
    )


def _apart(middles: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Return *middles* moved so that what is as wide as *widths* there neither overlaps nor leaves the 100 of a bar."""
    placed: list[float] = []
    end = 0.0
    for middle, width in zip(middles, widths, strict=True):
        placed.append(max(middle, end + width / 2))
        end = placed[-1] + width / 2
    end = 100.0
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], end - widths[place] / 2)
        end = placed[place] - widths[place] / 2
    return placed
