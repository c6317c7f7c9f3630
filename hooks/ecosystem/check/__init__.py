"""Everything that must hold before a site is built.

`check` reads a data folder and applies all rules. It returns the ecosystem only when nothing is wrong
enough to stop a build, and all findings either way.
"""

from pathlib import Path

from ecosystem.check.rules import RULES
from ecosystem.load import LoadedData, load, to_ecosystem
from ecosystem.model import Ecosystem
from ecosystem.problems import Problem, has_errors, in_reading_order


def check(folder: Path) -> tuple[Ecosystem | None, list[Problem]]:
    """Load and check the data in *folder*; return it (None if it has errors) and every problem, in reading order."""
    data, problems = load_and_check(folder)
    return (None if has_errors(problems) else to_ecosystem(data)), problems


def load_and_check(folder: Path) -> tuple[LoadedData, list[Problem]]:
    """Do the same, but return what could be read, with its places, even if there are errors."""
    data, problems = load(folder)
    for rule in RULES:
        problems += rule(data)
    return data, in_reading_order(problems)
