"""The table of a run, in Markdown."""

from collections.abc import Iterator
from typing import Final

from benchmarks.results import Results, Row

#: What each scenario is, for those who read the table.
SCENARIO_TITLES: Final = {
    "build": "Full build of the pages alone (no index, no cards)",
    "warm": "The same again, nothing changed",
    "edit": "The same again, one name changed",
    "serve": "One name changed while a server shows the site",
    "check": "Check of the data and the pages",
    "downloads": "Files of the offering catalogue",
    "everything": "Full build with index, cards and papers, from empty caches",
    "index": "Index of the search",
    "search": "Searches in a browser",
}
_COLUMNS: Final = (
    *("members", "tool", "processor s, least", "median", "wall s, least", "median"),
    *("memory MiB", "files written", "MB written", "rounds"),
)


def table(results: Results) -> str:
    """Return the whole run in Markdown: machine, a table for each scenario, and whether the two sites were equal."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    yield "# Results"
    yield ""
    yield f"Measured on {results.day} with `{results.command}`. How to read this: [README](../README.md)."
    yield ""
    for name, value in results.machine.items():
        yield f"- {name}: {value}"
    yield f"- load of the machine before and after: {results.load[0]:.1f} and {results.load[-1]:.1f}"
    for scenario, title in SCENARIO_TITLES.items():
        rows = [row for row in results.rows if row.scenario == scenario]
        if rows:
            yield from ("", f"## {title}", "")
            yield from _scenario(rows)
    for size, searches in results.searches.items():
        yield from ("", f"Searches at {size} members, in a browser:", "")
        yield from _table(("query", "results", "ms", "bytes"))
        for one in searches:
            yield _cells(one["query"], one["results"], f"{one['milliseconds']:.0f}", one["bytes"])
    for size, sections in results.equality.items():
        yield from ("", f"## Equal work at {size} members", "")
        yield from _table(("pages of", "ours", "Hugo’s", "our bytes on a page", "Hugo’s", "share"))
        for one in sections:
            share = one["their_bytes"] / one["our_bytes"]
            bytes_each = (f"{one['our_bytes']:.0f}", f"{one['their_bytes']:.0f}", f"{share:.0%}")
            yield _cells(one["name"], one["our_pages"], one["their_pages"], *bytes_each)


def _scenario(rows: list[Row]) -> Iterator[str]:
    measured = [row for row in rows if row.rounds]
    if measured:
        yield from _table(_COLUMNS)
    for row in measured:
        yield _cells(
            row.size,
            row.tool,
            f"{row.least('processor'):.2f}",
            f"{row.middle('processor'):.2f}",
            f"{row.least('wall'):.2f}",
            f"{row.middle('wall'):.2f}",
            f"{row.most('memory'):.0f}",
            f"{row.middle('files'):.0f}",
            f"{row.middle('bytes') / 1e6:.1f}",
            len(row.rounds),
        )
    absent = [row for row in rows if row.not_measured]
    if measured and absent:
        yield ""
    for row in absent:
        yield f"- {row.tool} at {row.size} members: not measured: {row.not_measured}"


def _table(columns: tuple[str, ...]) -> Iterator[str]:
    yield _cells(*columns)
    yield _cells(*["---"] * len(columns))


def _cells(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
