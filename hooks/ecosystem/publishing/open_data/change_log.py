"""The change log of a collection: what was added, changed and removed, for programs that keep a copy of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from ecosystem.ground.json_text import compact_json
from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.collections import API_VERSION, LICENCE
from ecosystem.publishing.open_data.documents import file_document
from ecosystem.publishing.open_data.envelope import context
from ecosystem.publishing.open_data.outline import ADDRESS, DAY, TEXT
from ecosystem.publishing.open_data.shapes import Field, Group, Items, Scalar, Words
from ecosystem.records.texts import Text


class Change(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """What became of a record on a day: its `fields` that changed, and what it is called, or was when it went."""

    day: datetime.date
    change: Change
    record_id: str
    name: Text
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeLog:
    """The changes of a collection, the newest first; nothing is remembered from before the day `since`."""

    collection: str
    since: datetime.date | None
    changes: Sequence[LoggedChange]


_CHANGE: Final = Group(
    "Change",
    "What became of a record on a day.",
    (
        Field("date", "The day on which it was published.", DAY, False, lambda one, _: one.day),
        Field(
            "change",
            "Whether the record was added, changed or removed.",
            Scalar({"type": "string", "enum": [one.value for one in Change]}, str),
            False,
            lambda one, _: one.change,
        ),
        Field("id", "The id of the record.", TEXT, False, lambda one, _: one.record_id),
        Field("name", "What it is called, or was when it went.", Words(complete=False), False, lambda one, _: one.name),
        Field("fields", "The fields that changed.", Items(TEXT), False, lambda one, _: one.fields),
    ),
)

CHANGE_LOG: Final = Group(
    "ChangeLog",
    "What became of the records of a collection, the newest change first. Removed records stay in it.",
    (
        Field("collection", "The name of the collection.", TEXT, False, lambda one, _: one.collection),
        Field("api_version", "The version of the interface.", TEXT, False, lambda *_: API_VERSION),
        Field("licence", "The licence of the data.", ADDRESS, False, lambda *_: LICENCE),
        Field("since", "The day from which on changes are remembered.", DAY, True, lambda one, _: one.since),
        Field("changes", "The changes.", Items(_CHANGE), False, lambda one, _: one.changes),
    ),
)


def render_change_log(edition: Edition, log: ChangeLog) -> bytes:
    """Return *log* as JSON, with a line for each change: two versions can be compared."""
    around = context(edition, log)
    head = replace(CHANGE_LOG, fields=CHANGE_LOG.fields[:-1]).plain(log, around)
    lines = (compact_json(_CHANGE.plain(one, around)) for one in log.changes)
    return file_document(head, lines, CHANGE_LOG.fields[-1].name)
