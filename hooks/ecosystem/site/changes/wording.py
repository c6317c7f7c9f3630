"""A day of changes as it is read: each record by its name, and which of its fields changed, from what to what."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ecosystem.pages.edition import Edition
from ecosystem.records.choices import choice_of
from ecosystem.records.history.past import Change
from ecosystem.records.record import Record
from ecosystem.records.texts import FALLBACKS, Phrase
from ecosystem.site.changes.days import DayOfChanges, Happening, What
from ecosystem.words.interface import choice_key

#: As many records as are named of those of one list to which the same happened on a day.
MOST_NAMED: Final = 20

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER: Final = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changed: what it is called, and its old and new value where they can be said in a word."""

    name: str
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one record: its name, the path of its page, and its fields that changed."""

    name: Phrase
    path: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Records of one list to which the same happened: `number` of them, the first of which are named in `lines`."""

    collection: str
    what: What
    number: int
    lines: tuple[Line, ...]


def lines_of(edition: Edition, one: DayOfChanges) -> tuple[Lines, ...]:
    """Return what happened on the day *one* in the reader's words."""
    grouped = groupby(one.happenings, key=lambda happening: (happening.collection, happening.what))
    return tuple(_lines(edition, collection, what, tuple(some)) for (collection, what), some in grouped)


def _lines(edition: Edition, collection: str, what: What, some: Sequence[Happening]) -> Lines:
    named = () if what is What.BEGAN else tuple(_line(edition, happening) for happening in some[:MOST_NAMED])
    return Lines(collection, what, len(some), named)


def _line(edition: Edition, happening: Happening) -> Line:
    collection, record_id = happening.collection, happening.record_id
    records = edition.ecosystem.collection(collection)
    name = _name(edition, records.get(record_id), happening.name or {}, record_id)
    return Line(name, edition.record_path(collection, record_id), tuple(_fields(edition, happening)))


def _name(edition: Edition, record: Record | None, former: Mapping[str, str], record_id: str) -> Phrase:
    if record is not None:
        return record.heading.in_language(edition.language)
    wanted = (edition.language, *FALLBACKS[edition.language])
    return next((Phrase(former[one], one) for one in wanted if one in former), Phrase(record_id, edition.language))


def _fields(edition: Edition, happening: Happening) -> Iterator[Field]:
    """Yield the fields of the record that changed, each once, in the order in which they first did."""
    model = edition.ecosystem.kinds[happening.collection].model
    by_name: dict[str, list[Change]] = {}
    for change in happening.changes:
        by_name.setdefault(change.path.partition("/")[0], []).append(change)
    for field, changes in by_name.items():
        if field not in model.model_fields:
            continue
        values = (changes[0].old, changes[-1].new) if all(one.path == field for one in changes) else (None, None)
        old, new = (_value(edition, happening.collection, field, value) for value in values)
        both = old is not None and new is not None
        yield Field(edition.content.field_name(edition.language, field), old if both else None, new if both else None)


def _value(edition: Edition, collection: str, field: str, value: str | None) -> str | None:
    """Return *value* in the reader's words, where it is a choice, a day or a number."""
    if not value:
        return None
    choice = choice_of(edition.ecosystem.kinds[collection].model, field)
    if choice is not None:
        known = value in set(choice) and choice_key(choice(value)) in edition.interface.words
        return edition.interface.choice(choice(value)) if known else None
    if _DAY.fullmatch(value):
        return edition.formats.date(datetime.date.fromisoformat(value))
    return value if _NUMBER.fullmatch(value) else None
