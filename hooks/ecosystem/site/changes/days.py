"""What the memory of the data says happened on each day, the newest first: the facts, the same in all languages."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ecosystem.ground.uses import once
from ecosystem.pages.edition import Content
from ecosystem.records.history.past import Change, Past


class What(StrEnum):
    """What became of a record, or of a whole list."""

    BEGAN = "began"
    CAME = "came"
    CHANGED = "changed"
    WENT = "went"


@dataclass(frozen=True, slots=True)
class Happening:
    """What became of one record; of a list that began, `record_id` is the first of its records.

    `changes` are those of the day. `name` is what a record was called that has gone, by language.
    """

    collection: str
    what: What
    record_id: str
    changes: tuple[Change, ...] = ()
    name: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """A day on which something happened, and what."""

    day: datetime.date
    happenings: tuple[Happening, ...]

    @property
    def month(self) -> str:
        """The month to which it belongs: `2026-11`."""
        return f"{self.day:%Y-%m}"

    @property
    def digest(self) -> str:
        """What tells all that happened on the day from less of it, whatever the records are called now."""
        told = sorted(
            (one.collection, one.record_id, one.what, *(change.path for change in one.changes))
            for one in self.happenings
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()[:8]


@once
def days_of_changes(content: Content) -> tuple[DayOfChanges, ...]:
    """Return all days on which the public data changed, the newest first."""
    days: defaultdict[datetime.date, list[Happening]] = defaultdict(list)
    for collection, pasts in content.history.pasts.items():
        if collection in content.ecosystem.kinds:
            for day, happening in _of_collection(content, collection, pasts):
                if day <= content.today:
                    days[day].append(happening)
    order = {name: place for place, name in enumerate(content.ecosystem.kinds)}
    return tuple(
        DayOfChanges(day, tuple(sorted(days[day], key=lambda one: (order[one.collection], one.what, one.record_id))))
        for day in sorted(days, reverse=True)
    )


@once
def months(content: Content) -> Mapping[str, Sequence[DayOfChanges]]:
    """Return the days by month, the newest first."""
    found: dict[str, list[DayOfChanges]] = {}
    for one in days_of_changes(content):
        found.setdefault(one.month, []).append(one)
    return found


def _of_collection(
    content: Content, collection: str, pasts: Mapping[str, Past]
) -> Iterator[tuple[datetime.date, Happening]]:
    """Yield what happened in *collection*: only what the public may see, or has seen, is told."""
    shown = content.ecosystem.collection(collection)
    began: set[datetime.date] = set()
    for record_id, past in sorted(pasts.items()):
        if past.seen is None or (record_id not in shown and past.gone is None):
            continue
        if not past.loaded:
            yield past.seen, Happening(collection, What.CAME, record_id, name=past.name)
        elif past.seen not in began:
            began.add(past.seen)
            yield past.seen, Happening(collection, What.BEGAN, record_id)
        by_day: defaultdict[datetime.date, list[Change]] = defaultdict(list)
        for change in past.changes:
            by_day[change.day].append(change)
        for day, changes in by_day.items():
            if day != past.seen or past.loaded:
                yield day, Happening(collection, What.CHANGED, record_id, tuple(changes), past.name)
        if past.gone is not None:
            yield past.gone, Happening(collection, What.WENT, record_id, name=past.name)
