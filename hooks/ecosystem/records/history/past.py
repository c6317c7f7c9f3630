"""What is remembered of the data: when each record and each part of one first stood on main, what changed, what went.

Nobody types any of it. What came with the first version of its file was there before anyone was told of anything: it
has no day on which it appeared, and whoever asks falls back to the day of the fact.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from ecosystem.ground.languages import LANGUAGES
from ecosystem.records.record import Record
from ecosystem.records.texts import SomeTitle, Text


@dataclass(frozen=True, slots=True)
class Change:
    """A value that became another on a *day*: None where there was or is none, nothing where it is long or of parts.

    `path` names the fields from the record inwards, and the items of lists by their ids or days:
    `sessions/2026-12-09/state`.
    """

    day: datetime.date
    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The past of a record: when it was first `seen`, whether with the first version of its file, and its `changes`.

    `changed` is the last day of one, `gone` when the record was taken out, and `name` what it was called then.
    """

    seen: datetime.date | None = None
    loaded: bool = True
    changed: datetime.date | None = None
    gone: datetime.date | None = None
    name: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @property
    def entered(self) -> datetime.date | None:
        """The day on which the record appeared; None where it has always been there, as far as is known."""
        return None if self.loaded else self.seen

    def appeared(self, *steps: str) -> datetime.date | None:
        """Return the day on which the part at the path of *steps* appeared: with the record, or later."""
        wanted = "/".join(steps)
        for change in self.changes:
            if change.path == wanted and change.new is not None:
                return change.day
            if change.old is None and wanted.startswith(f"{change.path}/"):
                return change.day
        return self.entered

    def became(self, path: str, value: str) -> datetime.date | None:
        """Return the day on which the field at *path* first had this *value*."""
        days = (change.day for change in self.changes if change.path == path and change.new == value)
        return next(days, self.entered)

    def turns(self, path: str) -> Iterator[Change]:
        """Yield the changes of the field at *path* from one value to another."""
        return (change for change in self.changes if change.path == path and change.old and change.new)


#: The past of what is not remembered.
NO_PAST: Final = Past()

Pasts: TypeAlias = Mapping[str, Mapping[str, Past]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneRecord:
    """A record that was taken out of the data, as far as it is remembered; `updated` is the day on which it went."""

    id: str
    heading: Text
    updated: datetime.date
    in_short: Text | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """The pasts of all records by collection and id, those that are gone included, as of the revision `head`."""

    head: str = ""
    pasts: Pasts = field(default_factory=dict)

    def of(self, collection: str, record: Record) -> Past:
        """Return the past of *record*, which begins with that of what it was formerly."""
        own = self._past(collection, record.id)
        earlier = [self._past(collection, former) for former in record.formerly]
        known = [past for past in (*earlier, own) if past.seen is not None]
        if len(known) < 2:
            return replace(known[0], gone=None) if known else NO_PAST
        first = min(known, key=lambda past: past.seen or datetime.date.max)
        changes = sorted((change for past in known for change in past.changes), key=lambda change: change.day)
        return replace(first, gone=None, changed=own.changed or first.changed, changes=tuple(changes))

    def lasting_id(self, collection: str, record: Record) -> str:
        """Return the id under which *record* was first told of: a new name for the same thing makes no news."""
        own = self._past(collection, record.id).seen
        for former in record.formerly:
            gone = self._past(collection, former).gone
            if own is not None and gone is not None and gone <= own:
                return former
        return record.id

    def gone(self, collection: str, records: Iterable[Record]) -> Iterator[GoneRecord]:
        """Yield what was taken out of *collection*, in which *records* are left: none of them was formerly that."""
        known = {name for record in records for name in (record.id, *record.formerly)}
        for name, past in self.pasts.get(collection, {}).items():
            if past.gone is not None and name not in known:
                yield GoneRecord(id=name, heading=_former_name(past.name, name), updated=past.gone)

    def entered_and_left(self, collection: str, day: datetime.date) -> int:
        """Return how many records that appeared in *collection* on the *day* have been taken out since."""
        pasts = self.pasts.get(collection, {}).values()
        return sum(past.entered == day and past.gone is not None for past in pasts)

    def _past(self, collection: str, record_id: str) -> Past:
        return self.pasts.get(collection, {}).get(record_id, NO_PAST)


#: The history of data of whose past nothing is known.
NO_HISTORY: Final = History()


def _former_name(name: Mapping[str, str], record_id: str) -> Text:
    """Return *name* as a text; without any, the id stands for it."""
    wordings: dict[str, str] = {language: name[language] for language in LANGUAGES if name.get(language)}
    return SomeTitle.model_construct(None, **(wordings or {LANGUAGES[0]: record_id}))


def told_on(appeared: datetime.date | None, fact: datetime.date | None) -> datetime.date | None:
    """Return the day on which something is told: when it *appeared*, or on the day of the *fact* that is to come.

    What has always been there counts as told on the day of the fact; without a day it is no news.
    """
    return max(appeared, fact) if appeared and fact else appeared or fact
