"""The table of a run, in Markdown."""

import json
from pathlib import Path
from typing import Final

from benchmarks.results import Results
from benchmarks.templating import fill

#: What each scenario is, for those who read the table, in the order of the table.
TITLES: Final = Path(__file__).parent / "templates" / "scenarios.json"


def table(results: Results) -> str:
    """Return the whole run in Markdown: machine, a table for each scenario, and whether the two sites were equal."""
    return fill("results.md", results=results, titles=json.loads(TITLES.read_text(encoding="utf-8")))
