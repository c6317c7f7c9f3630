"""The results as a drawing: processor time of the builds over the number of members, both in powers of ten."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.results import Results
from benchmarks.templating import fill

#: The lines: scenario and tool, what they are called, their colour and their dashes. None relies on its colour alone.
_LINES: Final = (
    ("build", "ours", "full build, ours", "#0b5c8a", "none"),
    ("build", "hugo", "full build, Hugo", "#a8326b", "8 4"),
    ("warm", "ours", "nothing changed, ours", "#2a7a3b", "2 3"),
    ("edit", "ours", "one name changed, ours", "#8a5a00", "12 3 2 3"),
    ("build", "copying", "copying the output", "#555555", "1 4"),
)
_WIDTH: Final = 760
_HEIGHT: Final = 420
_LEFT: Final = 70
_RIGHT: Final = 560
_TOP: Final = 50
_BOTTOM: Final = 370
#: Names at the ends of lines stand at least so far apart.
_NAMES_APART: Final = 17.0
#: No time is drawn as shorter than this, in seconds: zero has no place among powers of ten.
_LEAST: Final = 0.001

Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the drawing: members and seconds, and where those and the line's name stand."""

    name: str
    colour: str
    dashes: str
    points: Sequence[Point]
    places: Sequence[Point]
    name_at: float


def draw(results: Results) -> str:
    """Return the drawing as SVG, with a title and the figures in words as the alternative."""
    found = [(line, points) for line in _LINES if (points := _points(results, line[0], line[1]))]
    scale = _Scale([point for _, points in found for point in points])
    lines = [
        Line(
            name=name,
            colour=colour,
            dashes=dashes,
            points=points,
            places=[scale.place(point) for point in points],
            name_at=0.0,
        )
        for (_, _, name, colour, dashes), points in found
    ]
    return fill(
        "results.svg",
        lines=_named(lines),
        sizes=[(f"{size:.0f}", scale.x(size)) for size in sorted({size for _, points in found for size, _ in points})],
        decades=[(f"{10.0**decade:g}", scale.y(10.0**decade)) for decade in range(scale.first, scale.last + 1)],
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        right=_RIGHT,
        top=_TOP,
        bottom=_BOTTOM,
    )


def _points(results: Results, scenario: str, tool: str) -> list[Point]:
    """Return the median processor time at each size."""
    rows = [row for size in results.sizes() if (row := results.row(size, scenario, tool))]
    return [(float(row.size), max(row.middle("processor"), _LEAST)) for row in rows]


class _Scale:
    """Where a point lies in the drawing; without points, anywhere."""

    def __init__(self, points: Sequence[Point]) -> None:
        sizes, seconds = zip(*points, strict=True) if points else ((1.0,), (1.0,))
        self.begin = math.log10(min(sizes))
        self.end = max(math.log10(max(sizes)), self.begin + 0.1)
        self.first = math.floor(math.log10(min(seconds)))
        self.last = max(math.ceil(math.log10(max(seconds))), self.first + 1)

    def place(self, point: Point) -> Point:
        return self.x(point[0]), self.y(point[1])

    def x(self, size: float) -> float:
        return round(_LEFT + (math.log10(size) - self.begin) / (self.end - self.begin) * (_RIGHT - _LEFT), 1)

    def y(self, seconds: float) -> float:
        share = (math.log10(seconds) - self.first) / (self.last - self.first)
        return round(_BOTTOM - share * (_BOTTOM - _TOP), 1)


def _named(lines: Sequence[Line]) -> list[Line]:
    """Return the *lines* from top to bottom, each with its name beside its end, and the names apart."""
    named = []
    last = -math.inf
    for line in sorted(lines, key=lambda one: one.places[-1][1]):
        last = max(line.places[-1][1], last + _NAMES_APART)
        named.append(Line(**{**vars(line), "name_at": last}))
    return named
