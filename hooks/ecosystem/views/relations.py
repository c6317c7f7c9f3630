"""Which records belong together: what a record names, and what names it.

Every page of a record shows both, so that each link can be followed either way without anyone typing it twice.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from ecosystem.check.references import references
from ecosystem.model import COLLECTIONS, Ecosystem
from ecosystem.model.record import CollectionName, Record

Key: TypeAlias = tuple[CollectionName, str]

#: References that say where a fact stands, not what belongs together.
_NOT_RELATIONS = frozenset({"sources"})


class Relations:
    """The relations between all records of an ecosystem."""

    def __init__(self, ecosystem: Ecosystem) -> None:
        self._ecosystem = ecosystem
        self._related: dict[Key, dict[Key, None]] = defaultdict(dict)
        for name, records in ecosystem.collections().items():
            for record in records.values():
                for path, collection, target in references(record):
                    if _NOT_RELATIONS.isdisjoint(path):
                        self._related[name, record.id][collection, target] = None
                        self._related[collection, target][name, record.id] = None

    def of(self, collection: CollectionName, record_id: str) -> Mapping[CollectionName, tuple[Record, ...]]:
        """Return the records that belong to a record, by collection in the order of the site's sections."""
        groups: dict[CollectionName, list[Record]] = defaultdict(list)
        for name, related_id in self._related.get((collection, record_id), ()):
            # what is not published yet can be named, but not shown
            if (name, related_id) != (collection, record_id) and related_id in self._ecosystem.collection(name):
                groups[name].append(self._ecosystem.collection(name)[related_id])
        return {name: tuple(groups[name]) for name in COLLECTIONS if name in groups}
