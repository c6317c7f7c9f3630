"""The history of the data as open data: a record for each entry that came, changed or went on a day.

Only fields that are published themselves are named, so that nothing stands here that the other files leave out.
"""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from pydantic import Field

from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.collections import OpenCollection
from ecosystem.publishing.open_data.outline import outline
from ecosystem.publishing.open_data.shapes import Group, Items, Shape
from ecosystem.publishing.open_data.shaping import OpenData, Shaping, shaping_of
from ecosystem.records.history.past import Change
from ecosystem.records.record import Part
from ecosystem.records.texts import SomeTitle, Text
from ecosystem.site.addresses import CHANGES
from ecosystem.site.changes.days import DayOfChanges, Happening, What, days_of_changes


class ChangedField(Part):
    """A field of a record that changed."""

    path: str = Field(description="Its name; for a part, the names and ids that lead to it, with slashes between.")
    old: str | None = Field(description="Its value before; null where it had none, and where it is long or of parts.")
    new: str | None = Field(description="Its value since then; null as for the old one.")


class ChangeOfData(Part):
    """What became of a record of the data on a day."""

    id: str = Field(description="The day, the collection, the record and what became of it.")
    day: datetime.date = Field(description="The day on which readers could first see it.")
    collection: str = Field(description="The name of the collection.")
    what: What = Field(
        description=(
            "came: the record was added; changed; went: it was removed; "
            "began: its collection was published, with all records that it had."
        )
    )
    record: str | None = Field(description="The id of the record; null when the collection began.")
    name: SomeTitle | None = Field(description="What the record is called, or was when it was removed.")
    fields: tuple[ChangedField, ...] = Field(description="Which of its published fields changed.")


_SHAPING: Final = Shaping(ChangeOfData, OpenData(), pages=None, first=0)


def history_of_data(edition: Edition) -> OpenCollection:
    """Return the history of the data as a collection, the newest day first."""
    return OpenCollection(
        name=CHANGES,
        model=ChangeOfData,
        read=partial(_changes, edition),
        touched=lambda change: change.day,
        shaping=_SHAPING,
        single=False,
    )


def _changes(edition: Edition) -> Iterator[ChangeOfData]:
    days = days_of_changes(edition.content)
    return chain.from_iterable(_of_day(edition, one) for one in days)


def _of_day(edition: Edition, one: DayOfChanges) -> Iterator[ChangeOfData]:
    for happening in one.happenings:
        began = happening.what is What.BEGAN
        fields = tuple(_fields(edition, happening))
        if fields or happening.what is not What.CHANGED:
            parts = (happening.collection, *(() if began else (happening.record_id,)), happening.what)
            yield ChangeOfData(
                id="-".join((one.day.isoformat(), *parts)),
                day=one.day,
                collection=happening.collection,
                what=happening.what,
                record=None if began else happening.record_id,
                name=None if began else _name(edition, happening),
                fields=fields,
            )


def _name(edition: Edition, happening: Happening) -> SomeTitle | None:
    record = edition.ecosystem.collection(happening.collection).get(happening.record_id)
    heading: Text | None = record.heading if record else None
    wordings = heading.wordings() if heading else happening.name
    return SomeTitle.model_validate(dict(wordings)) if wordings else None


def _fields(edition: Edition, happening: Happening) -> Iterator[ChangedField]:
    kind = edition.ecosystem.kinds[happening.collection]
    published = outline(kind.model, shaping_of(kind))
    for change in happening.changes:
        if _is_published(published, change.path.split("/")):
            yield _field(change)


def _field(change: Change) -> ChangedField:
    return ChangedField(path=change.path, old=change.old or None, new=change.new or None)


def _is_published(shape: Shape, steps: Sequence[str]) -> bool:
    """Tell whether the value that *steps* lead to, from a value of *shape* inwards, is in the open data."""
    match shape:
        case Group() if steps:
            inner = {field.name: field.shape for field in shape.fields}.get(steps[0])
            return inner is not None and _is_published(inner, steps[1:])
        case Items() if steps:
            return _is_published(shape.item, steps[1:])
        case _:
            return True
