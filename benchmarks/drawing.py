"""The results as a drawing: processor time of the builds over the number of members, both in powers of ten."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from benchmarks.results import Results

#: The lines: scenario and tool, what they are called, their colour and their dashes. None relies on its colour alone.
_LINES: Final[Mapping[tuple[str, str], tuple[str, str, str]]] = {
    ("build", "ours"): ("full build, ours", "#0b5c8a", "none"),
    ("build", "hugo"): ("full build, Hugo", "#a8326b", "8 4"),
    ("warm", "ours"): ("nothing changed, ours", "#2a7a3b", "2 3"),
    ("edit", "ours"): ("one name changed, ours", "#8a5a00", "12 3 2 3"),
    ("build", "copying"): ("copying the output", "#555555", "1 4"),
}
_WIDTH: Final = 760
_HEIGHT: Final = 420
_LEFT: Final = 70
_RIGHT: Final = 200
_TOP: Final = 50
_BOTTOM: Final = 50
#: Names at the ends of lines stand at least so far apart.
_NAMES_APART: Final = 17.0

Point = tuple[float, float]


def draw(results: Results) -> str:
    """Return the drawing as SVG, with a title and the figures in words as the alternative."""
    lines = {key: points for key in _LINES if (points := _points(results, *key))}
    return "\n".join(_parts(lines, _sentences(lines))) + "\n"


def _points(results: Results, scenario: str, tool: str) -> list[Point]:
    """Return the median processor time at each size."""
    rows = [row for size in results.sizes() if (row := results.row(size, scenario, tool))]
    return [(float(row.size), max(row.middle("processor"), 0.001)) for row in rows]


def _sentences(lines: Mapping[tuple[str, str], Sequence[Point]]) -> str:
    said = [
        f"{_LINES[key][0]}: " + ", ".join(f"{size:.0f} members {seconds:.2f} s" for size, seconds in points)
        for key, points in lines.items()
    ]
    return "Seconds of processor time, medians. " + "; ".join(said) + "."


def _parts(lines: Mapping[tuple[str, str], Sequence[Point]], alternative: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        'role="img" aria-labelledby="title alternative" font-family="sans-serif" font-size="13">'
    )
    title = "Processor time of a build by number of members"
    yield f'<title id="title">{title}</title>'
    yield f'<desc id="alternative">{escape(alternative)}</desc>'
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>'
    yield f'<text x="{_LEFT}" y="24" font-size="16" fill="#111111">{title}</text>'
    points = [point for line in lines.values() for point in line]
    if points:
        scale = _Scale(points)
        yield from _axes(scale, sorted({size for size, _ in points}))
        yield from _curves(scale, lines)
    yield "</svg>"


class _Scale:
    """Where a point lies in the drawing."""

    def __init__(self, points: Sequence[Point]) -> None:
        sizes, seconds = zip(*points, strict=True)
        self.sizes = math.log10(min(sizes)), max(math.log10(max(sizes)), math.log10(min(sizes)) + 0.1)
        self.decades = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)) + 1e-9)

    def x(self, size: float) -> float:
        low, high = self.sizes
        return _LEFT + (math.log10(size) - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, seconds: float) -> float:
        low, high = self.decades
        return _HEIGHT - _BOTTOM - (math.log10(seconds) - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)


def _axes(scale: _Scale, sizes: Sequence[float]) -> Iterator[str]:
    end = _WIDTH - _RIGHT
    for decade in range(scale.decades[0], scale.decades[1] + 1):
        y = scale.y(10.0**decade)
        yield f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{end}" y2="{y:.1f}" stroke="#cccccc"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#333333">{10.0**decade:g} s</text>'
    for size in sizes:
        x = scale.x(size)
        yield f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{_HEIGHT - _BOTTOM}" stroke="#eeeeee"/>'
        yield f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle" fill="#333333">{size:.0f}</text>'
    yield f'<text x="{(_LEFT + end) / 2}" y="{_HEIGHT - 10}" text-anchor="middle" fill="#333333">members</text>'


def _curves(scale: _Scale, lines: Mapping[tuple[str, str], Sequence[Point]]) -> Iterator[str]:
    last = -math.inf
    for key, points in sorted(lines.items(), key=lambda line: scale.y(line[1][-1][1])):
        name, colour, dashes = _LINES[key]
        places = [(scale.x(size), scale.y(seconds)) for size, seconds in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
        for x, y in places:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
        last = max(places[-1][1], last + _NAMES_APART)
        yield f'<text x="{places[-1][0] + 10:.1f}" y="{last + 4:.1f}" fill="{colour}">{name}</text>'
