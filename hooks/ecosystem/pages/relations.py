"""Which records belong together: what a record names, and what names it.

Every page of a record shows both, so that each link can be followed either way without anyone typing it twice.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final, TypeAlias

from ecosystem.ground.uses import note
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.record import Record
from ecosystem.records.references import references

Key: TypeAlias = tuple[str, str]

#: References that say where a fact stands, not what belongs together.
_NOT_RELATIONS: Final = frozenset({"sources"})


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

    def keys(self, collection: str, record_id: str) -> tuple[Key, ...]:
        """Return (collection, id) of all that a record names or is named by."""
        return tuple(self._related.get((collection, record_id), ()))

    def of(self, collection: str, record_id: str) -> Mapping[str, tuple[Record, ...]]:
        """Return the records that belong to a record, by collection in the order of the site's sections."""
        note("relations", collection, record_id)
        groups: dict[str, list[Record]] = defaultdict(list)
        for name, related_id in self.keys(collection, record_id):
            # what is not published yet can be named, but not shown
            if (name, related_id) != (collection, record_id) and related_id in self._ecosystem.collection(name):
                groups[name].append(self._ecosystem.collection(name)[related_id])
        return {name: tuple(groups[name]) for name in self._ecosystem.kinds if name in groups}
