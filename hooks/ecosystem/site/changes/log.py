"""The history of the data for programs: a change log for each collection, from which a copy is kept up to date."""

from collections.abc import Iterator, Sequence
from typing import Final

from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.change_log import (
    Change,
    ChangeLog,
    LoggedChange,
    render_change_log,
)
from ecosystem.publishing.open_data.collections import OpenCollection
from ecosystem.publishing.open_data.outline import outline
from ecosystem.records.history.past import former_name
from ecosystem.records.texts import Text
from ecosystem.site.changes.days import Happening, What, days_of_changes

_SAID: Final = {What.CAME: Change.ADDED, What.CHANGED: Change.CHANGED, What.WENT: Change.REMOVED}


def render_change_logs(edition: Edition, collections: Sequence[OpenCollection]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the change log of each of *collections*."""
    for collection in collections:
        yield collection.changes_path, render_change_log(edition, change_log(edition, collection))


def change_log(edition: Edition, collection: OpenCollection) -> ChangeLog:
    """Return what became of the records of *collection* since its list began."""
    published = {field.name for field in outline(collection.model, collection.shaping).fields}
    changes: list[LoggedChange] = []
    since = None
    for one in days_of_changes(edition.content):
        for happening in one.happenings:
            if happening.collection != collection.name:
                continue
            if happening.what is What.BEGAN:
                since = one.day
                continue
            fields = dict.fromkeys(change.path.partition("/")[0] for change in happening.changes)
            shown = tuple(field for field in fields if field in published)
            # What changed in details that are no open data is no change of it.
            if shown or happening.what is not What.CHANGED:
                name = _name(edition, happening)
                changes.append(LoggedChange(one.day, _SAID[happening.what], happening.record_id, name, shown))
    return ChangeLog(collection.name, since, changes)


def _name(edition: Edition, happening: Happening) -> Text:
    record = edition.ecosystem.collection(happening.collection).get(happening.record_id)
    return record.heading if record else former_name(happening.name or {}, happening.record_id)
