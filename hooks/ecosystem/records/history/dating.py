"""When each record last changed: as its entry says, or later, when the memory of the data knows of a later change.

So nothing depends on whether `updated` was thought of. An entry that has not changed since its list began keeps the day
that it names: before that nothing is remembered.
"""

from ecosystem.records.ecosystem import Collection, Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.record import Record


def with_days_of_change(ecosystem: Ecosystem, history: History) -> Ecosystem:
    """Return *ecosystem* with each record dated by its last change."""
    for name, collection in ecosystem.collections().items():
        if name in history.pasts:
            ecosystem = ecosystem.with_collection(_dated(collection, history))
    return ecosystem


def _dated(collection: Collection[Record], history: History) -> Collection[Record]:
    changed: dict[str, Record] = {}
    for record_id, record in collection.items():
        past = history.of(collection.name, record)
        is_known = past.changes or not past.loaded
        if is_known and past.changed is not None and past.changed > record.updated:
            changed[record_id] = record.model_copy(update={"updated": past.changed})
    return collection.with_others(changed)
