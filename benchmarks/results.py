"""What was measured, as one document: `results.json`, from which table, drawing and the page on growth are made."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.measure import Measurement

#: The form of the document; it changes when a program that reads it would have to.
FORM: Final = 1


@dataclass(frozen=True, kw_only=True)
class Row:
    """All rounds of one tool in one scenario at one size; none, with the reason, when it was not measured."""

    size: int
    scenario: str
    tool: str
    rounds: tuple[Measurement, ...] = ()
    not_measured: str | None = None

    def least(self, what: str) -> float:
        """Return the smallest value of *what*, a field of a measurement, over the rounds."""
        return float(min(getattr(one, what) for one in self.rounds))

    def middle(self, what: str) -> float:
        """Return the median of *what* over the rounds."""
        return float(median(getattr(one, what) for one in self.rounds))

    def most(self, what: str) -> float:
        """Return the largest value of *what* over the rounds."""
        return float(max(getattr(one, what) for one in self.rounds))


@dataclass
class Results:
    """A whole run."""

    command: str
    day: str
    machine: dict[str, str]
    load: list[float]
    rows: list[Row] = field(default_factory=list)
    #: For each size, how many pages (HTML files) the site has.
    pages: dict[int, int] = field(default_factory=dict)
    #: For each size, the sections of ours and of Hugo's site side by side.
    equality: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    #: For each size, what searches in a browser took.
    searches: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    def row(self, size: int, scenario: str, tool: str) -> Row | None:
        """Return the row that was measured, or None."""
        for one in self.rows:
            if (one.size, one.scenario, one.tool) == (size, scenario, tool) and one.rounds:
                return one
        return None

    def forget(self, size: int, scenario: str) -> None:
        """Drop what was measured of *scenario* at *size*, because it is measured anew."""
        self.rows = [row for row in self.rows if (row.size, row.scenario) != (size, scenario)]

    def sizes(self) -> Sequence[int]:
        """Return the sizes, in members, from the smallest to the largest."""
        return sorted({row.size for row in self.rows})


def write_results(path: Path, results: Results) -> None:
    """Write *results* as JSON."""
    text = json.dumps({"form": FORM, **asdict(results)}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def read_results(path: Path) -> Results:
    """Return the results that `write_results` wrote; raises `ValueError` when they have another form."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if content.pop("form") != FORM:
        raise ValueError(f"{path} has another form than this version writes; measure anew")
    rows = [Row(**{**row, "rounds": tuple(Measurement(**one) for one in row["rounds"])}) for row in content.pop("rows")]

    def by_size(name: str) -> dict[int, Any]:
        return {int(size): one for size, one in content.pop(name).items()}

    return Results(
        rows=rows, pages=by_size("pages"), equality=by_size("equality"), searches=by_size("searches"), **content
    )
