"""What a million pages would take: a page of text, with constants that are read off the results."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.results import Results
from benchmarks.templating import fill

A_MILLION: Final = 1_000_000

#: What is said of which scenario and tool.
_COSTS: Final = (
    ("build", "ours", "full build of the pages alone"),
    ("build", "hugo", "the same by Hugo"),
    ("warm", "ours", "again, nothing changed"),
    ("edit", "ours", "again, one name changed"),
    ("everything", "ours", "full build with all that the site has"),
    ("check", "ours", "check"),
)
#: What of them: the field of a measurement and its name; the unit of all pages and what of the field makes one; the
#: unit of a single page and how many of those make one of the others.
_QUANTITIES: Final = (
    ("processor", "processor time", "s", 1.0, "ms", 1000),
    ("wall", "wall time", "s", 1.0, "ms", 1000),
    ("memory", "memory", "MiB", 1.0, "KiB", 1024),
    ("files", "files", "files", 1.0, "files", 1),
    ("bytes", "output", "MB", 1e6, "kB", 1000),
)


@dataclass(frozen=True)
class Line:
    """What something takes: before the first page, and for each page."""

    beginning: float
    each: float

    def at(self, pages: int) -> float:
        """Return what so many pages take."""
        return self.beginning + pages * self.each


@dataclass(frozen=True)
class Cost:
    """A line of the table: a quantity of a scenario, in a unit, and for each page in a smaller one."""

    name: str
    what: str
    unit: str
    line: Line
    small_unit: str
    small_units: int


def line_of(results: Results, scenario: str, tool: str, what: str, sizes: tuple[int, int]) -> Line | None:
    """Return the line through the medians of *what* at two *sizes*; None when one of them was not measured."""
    smaller, larger = (results.row(size, scenario, tool) for size in sizes)
    if smaller is None or larger is None:
        return None
    few, many = (results.pages[size] for size in sizes)
    each = (larger.middle(what) - smaller.middle(what)) / (many - few)
    return Line(smaller.middle(what) - few * each, each)


def write_growth(path: Path, results: Results) -> None:
    """Write the page to *path*; when fewer than two sizes were measured there is no page."""
    measured = [size for size in results.sizes() if results.row(size, "build", "ours")]
    if len(measured) < 2:
        path.unlink(missing_ok=True)
        return
    sizes = (measured[-2], measured[-1])
    pages = [results.pages[size] for size in sizes]
    text = fill(
        "a-million-pages.md",
        results=results,
        sizes=sizes,
        pages=pages,
        costs=list(_costs(results, sizes)),
        bend=_bend(results, measured),
        members=int(round(sizes[1] * A_MILLION / pages[1], -4)),
        million=A_MILLION,
    )
    path.write_text(text, encoding="utf-8")


def _costs(results: Results, sizes: tuple[int, int]) -> Iterator[Cost]:
    for scenario, tool, name in _COSTS:
        for what, title, unit, size, small, many in _QUANTITIES:
            line = line_of(results, scenario, tool, what, sizes)
            if line and (line.each or line.beginning):
                yield Cost(name, title, unit, Line(line.beginning / size, line.each / size), small, many)


def _bend(results: Results, sizes: list[int]) -> float | None:
    """Return what each page takes between the two largest sizes as a share of that between the two before them.

    None when that cannot be told: fewer than three sizes, or noise that is larger than what was measured.
    """
    if len(sizes) < 3:
        return None
    early = line_of(results, "build", "ours", "processor", (sizes[-3], sizes[-2]))
    late = line_of(results, "build", "ours", "processor", (sizes[-2], sizes[-1]))
    return late.each / early.each if early and late and early.each > 0 else None
