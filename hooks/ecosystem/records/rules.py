"""The rules between records that all kinds keep, and how a kind names its own.

A rule is a small generator of problems; none prints or stops. It sees what could be loaded. Where a file could not be
read whole, rules stay silent about what may stand in its unread part.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from ecosystem.ground.problems import Problem, Severity
from ecosystem.records.absence import absences_have_sources, known_absences_hold
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry
from ecosystem.records.references import references
from ecosystem.records.translations import prose_is_translated

Rule: TypeAlias = Callable[[LoadedData], Iterator[Problem]]

#: A rule on what the course of time does to records: the day is today.
RuleOfTime: TypeAlias = Callable[[LoadedData, datetime.date], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rules:
    """The role of a kind with rules of its own. Those of time only warn: no build stops because a day has come."""

    rules: tuple[Rule, ...]
    of_time: tuple[RuleOfTime, ...] = ()


def ids_are_unique(data: LoadedData) -> Iterator[Problem]:
    """An id names one record of its collection."""
    for loaded in data.values():
        first: dict[str, Entry] = {}
        for entry in loaded.entries:
            seen = first.setdefault(entry.record.id, entry)
            if seen is not entry:
                line = str(seen.place("id").line)
                yield Problem(entry.place("id"), "id_twice", {"id": entry.record.id, "first_line": line})


def records_are_sorted(data: LoadedData) -> Iterator[Problem]:
    """Records stand in the order of their ids, so that two editors' additions do not meet at the end of a file.

    It is a warning: `fmt` puts them in order, which on GitHub a machine runs.
    """
    for loaded in data.values():
        for earlier, later in zip(loaded.entries, loaded.entries[1:], strict=False):
            if later.record.id < earlier.record.id:
                details = {"id": later.record.id, "before": earlier.record.id}
                yield Problem(later.place("id"), "not_sorted", details, Severity.WARNING)


def references_exist(data: LoadedData) -> Iterator[Problem]:
    """What a record names exists. `with_records_meant` says which it may be."""
    known = {name: frozenset(entry.record.id for entry in loaded.entries) for name, loaded in data.items()}
    for loaded in data.values():
        for entry in loaded.entries:
            for path, collection, target in references(entry.record):
                if target in known[collection] or not data[collection].complete:
                    continue
                details = {"field": str(path[-1] if isinstance(path[-1], str) else path[-2]), "value": target}
                details["collection"] = collection
                yield Problem(entry.place(*path), "reference_unknown", details)


def nothing_refers_to_itself(data: LoadedData) -> Iterator[Problem]:
    """A record does not name itself, except a document that is its own source."""
    for name, loaded in data.items():
        for entry in loaded.entries:
            for path, collection, target in references(entry.record):
                if collection == name and target == entry.record.id and "sources" not in path:
                    yield Problem(entry.place(*path), "reference_to_itself", {"value": target})


def former_ids_lead_to_one(data: LoadedData) -> Iterator[Problem]:
    """What an entry was formerly is no entry of its own, and no other entry was it too."""
    for loaded in data.values():
        taken = {entry.record.id: entry for entry in loaded.entries}
        for entry in loaded.entries:
            for place, former in enumerate(entry.record.formerly):
                if former in taken:
                    details = {"id": former, "other": taken[former].record.id}
                    yield Problem(entry.place("formerly", place), "former_id_taken", details)
                taken.setdefault(former, entry)


COMMON_RULES: Final[tuple[Rule, ...]] = (
    ids_are_unique,
    records_are_sorted,
    references_exist,
    nothing_refers_to_itself,
    former_ids_lead_to_one,
    absences_have_sources,
    known_absences_hold,
    prose_is_translated,
)
