"""Everything that must hold before a site is built.

`check` reads a data folder and applies all rules. It returns the ecosystem only when nothing is wrong
enough to stop a build, and all findings either way.
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ecosystem.ground.nodes import MOST_PROBLEMS
from ecosystem.ground.problems import Problem, has_errors, in_reading_order
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.future_days import days_ahead
from ecosystem.records.kind import Kinds
from ecosystem.records.load import LoadedData, load, load_collection, to_ecosystem
from ecosystem.records.meant_records import with_records_meant
from ecosystem.records.names import names_in_other_languages
from ecosystem.records.rules import COMMON_RULES, Rules


def check(folder: Path, kinds: Kinds) -> tuple[Ecosystem | None, list[Problem]]:
    """Load and check the data in *folder*; return it (None if it has errors) and every problem, in reading order."""
    data, problems = load_and_check(folder, kinds)
    return (None if has_errors(problems) else to_ecosystem(data, kinds)), problems


def check_beside(folder: Path, kinds: Kinds, name: str, path: Path) -> tuple[Ecosystem | None, list[Problem]]:
    """Do the same with the records of the collection *name* in the file at *path* too, which stands elsewhere.

    One of the same id takes the place of that in *folder*.
    """
    data, problems = load(folder, kinds)
    private, found = load_collection(path, kinds[name].model, tuple(kinds.models.items()))
    taken = {entry.record.id for entry in private.entries}
    others = [entry for entry in data[name].entries if entry.record.id not in taken]
    entries = sorted((*others, *private.entries), key=lambda entry: entry.record.id)
    together = replace(data[name], entries=tuple(entries), complete=data[name].complete and private.complete)
    problems = _with_rules({**data, name: together}, kinds, [*problems, *found])
    return (None if has_errors(problems) else to_ecosystem({**data, name: together}, kinds)), problems


def load_and_check(folder: Path, kinds: Kinds) -> tuple[LoadedData, list[Problem]]:
    """Do the same, but return what could be read, with its places, even if there are errors."""
    data, problems = load(folder, kinds)
    return data, _with_rules(data, kinds, problems)


def _with_rules(data: LoadedData, kinds: Kinds, problems: list[Problem]) -> list[Problem]:
    """Return *problems* and what the rules find in *data*, in reading order."""
    for rule in (*COMMON_RULES, *(rule for _, own in kinds.playing(Rules) for rule in own.rules)):
        problems += islice(rule(data), MOST_PROBLEMS)
    problems += names_in_other_languages(data, kinds)
    return in_reading_order(with_records_meant(problems, data))


def warnings_of_time(data: LoadedData, kinds: Kinds, today: datetime.date) -> Iterator[Problem]:
    """Yield what the course of time has done to *data*, which is as sound as on the day of its writing."""
    for loaded in data.values():
        for entry in loaded.entries:
            yield from days_ahead(entry, today.isoformat())
    for _, own in kinds.playing(Rules):
        for rule in own.of_time:
            yield from rule(data, today)
