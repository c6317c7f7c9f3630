"""Days of what has happened cannot lie ahead: when an entry changed, a state was true, a value was read."""

from collections.abc import Iterator
from typing import Final

from ecosystem.ground.nodes import MapNode, SeqNode, Value
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.records.reading import Entry

#: Fields whose day is of the past, wherever they stand.
_PAST: Final = frozenset(
    {
        "updated",
        "since",
        "status_date",
        "state_date",
        "verified_on",
        "answered_on",
        "read_on",
        "as_of",
        "created",
        "edited",
    }
)
#: The values of an indicator, each with the day on which it was so.
_READINGS: Final = "readings"
_DAY: Final = "date"


def days_ahead(entry: Entry, today: str) -> Iterator[Problem]:
    """Yield a warning for each day after *today* (as 2026-11-22) on which something is said to have happened."""
    for path, value in _days(entry.node):
        if value > today[: len(value)]:
            details = {"field": str(path[-1]), "value": quote(value)}
            yield Problem(entry.place(*path), "day_ahead", details, Severity.WARNING)


def _days(node: Value, path: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], str]]:
    if isinstance(node, MapNode):
        past = _PAST | {_DAY} if _READINGS in path[-2:-1] else _PAST
        for key, value in node.items():
            if isinstance(value, str):
                if key in past:
                    yield (*path, key), value
            elif isinstance(value, MapNode | SeqNode):
                yield from _days(value, (*path, key))
    elif isinstance(node, SeqNode):
        for index, item in enumerate(node):
            if isinstance(item, MapNode):
                yield from _days(item, (*path, index))
