"""What a million pages would take: a page of text, with constants that are read off the results."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.results import Results

TEMPLATE: Final = Path(__file__).parent / "a-million-pages.template.md"
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
#: From so much on, what each page takes is said to grow: less may be noise.
_BEND: Final = 1.1


@dataclass(frozen=True)
class Line:
    """What something takes: at the beginning, and for each page more."""

    beginning: float
    each: float

    def at(self, pages: int) -> float:
        """Return what so many pages take."""
        return self.beginning + pages * self.each


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
    sizes = [size for size in results.sizes() if results.row(size, "build", "ours")]
    if len(sizes) < 2:
        path.unlink(missing_ok=True)
        return
    last = (sizes[-2], sizes[-1])
    few, many = (results.pages[size] for size in last)
    text = TEMPLATE.read_text(encoding="utf-8").format(
        command=results.command,
        day=results.day,
        smaller=f"{last[0]:,}",
        larger=f"{last[1]:,}",
        smaller_pages=f"{few:,}",
        larger_pages=f"{many:,}",
        constants="\n".join(_constants(results, last)),
        bend=_bend(results, sizes),
        members=f"{round(last[1] * A_MILLION / many, -4):,}",
    )
    path.write_text(text, encoding="utf-8")


def _constants(results: Results, sizes: tuple[int, int]) -> Iterator[str]:
    yield "| | at the beginning | each page | a million pages |"
    yield "| --- | --- | --- | --- |"
    for scenario, tool, name in _COSTS:
        time = line_of(results, scenario, tool, "processor", sizes)
        if time:
            hours = time.at(A_MILLION) / 3600
            yield f"| {name}: processor | {time.beginning:.2f} s | {time.each * 1e3:.3f} ms | {hours:.2f} hours |"
        wall = line_of(results, scenario, tool, "wall", sizes)
        if wall:
            hours = wall.at(A_MILLION) / 3600
            yield f"| {name}: wall | {wall.beginning:.2f} s | {wall.each * 1e3:.3f} ms | {hours:.2f} hours |"
        memory = line_of(results, scenario, tool, "memory", sizes)
        if memory:
            much = memory.at(A_MILLION) / 1024
            yield f"| {name}: memory | {memory.beginning:.0f} MiB | {memory.each * 1024:.2f} KiB | {much:.1f} GiB |"
    for what, unit, divisor in (("files", "files", 1), ("bytes", "kB", 1000)):
        output = line_of(results, "build", "ours", what, sizes)
        if output:
            begin, each, all_of_it = (one / divisor for one in (output.beginning, output.each, output.at(A_MILLION)))
            yield f"| output of a full build | {begin:,.0f} {unit} | {each:.2f} {unit} | {all_of_it:,.0f} {unit} |"


def _bend(results: Results, sizes: list[int]) -> str:
    """Say whether each page takes more where there are more of them: then the formula promises too little."""
    if len(sizes) < 3:
        return "Only two sizes were measured, so nobody can tell whether each page takes more where there are more."
    early = line_of(results, "build", "ours", "processor", (sizes[-3], sizes[-2]))
    late = line_of(results, "build", "ours", "processor", (sizes[-2], sizes[-1]))
    if early is None or late is None or early.each <= 0:
        return ""
    share = late.each / early.each
    between = f"Between the two largest sizes each page took {share:.2f} times what it took between the two before them"
    if share > _BEND:
        return f"{between}: it grows with the number of pages, so a million would take more than the formula says."
    return f"{between}: it does not grow with the number of pages."
