"""All records, once they have passed every check. References between them are known to hold."""

import hashlib
from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field
from typing import TypeVar, cast

from ecosystem.ground.uses import note
from ecosystem.records.kind import Kinds
from ecosystem.records.record import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Collection(Mapping[str, AnyRecord]):
    """The records of a kind by id, in the order of their file. Who reads a record, or all of them, uses them."""

    def __init__(self, name: str, records: Mapping[str, AnyRecord], digests: Mapping[str, bytes] | None = None) -> None:
        """*digests* tell the records apart without reading them whole, by id."""
        self.name = name
        self._records = records
        self._digests = digests or {}

    def __getitem__(self, record_id: str) -> AnyRecord:
        note("record", self.name, record_id)
        return self._records[record_id]

    def __contains__(self, record_id: object) -> bool:
        note("record", self.name, str(record_id))
        return record_id in self._records

    def __iter__(self) -> Iterator[str]:
        note("ids", self.name)
        return iter(self._records)

    def __len__(self) -> int:
        note("ids", self.name)
        return len(self._records)

    def values(self) -> ValuesView[AnyRecord]:
        """Return all records, which uses them all."""
        note("collection", self.name)
        return self._records.values()

    def items(self) -> ItemsView[str, AnyRecord]:
        """Return all records by id, which uses them all."""
        note("collection", self.name)
        return self._records.items()

    def only(self, records: Mapping[str, AnyRecord]) -> "Collection[AnyRecord]":
        """Return the collection of these *records*, some of its own."""
        return Collection(self.name, records, self._digests)

    def with_others(self, records: Mapping[str, AnyRecord]) -> "Collection[AnyRecord]":
        """Return the collection with *records* in the places of those of their ids."""
        digests = {name: digest for name, digest in self._digests.items() if name not in records}
        return Collection(self.name, {**self._records, **records}, digests)

    def digest(self, record_id: str) -> bytes:
        """Return what tells the record apart from any other state of it; nothing when there is no such record."""
        record = self._records.get(record_id)
        if record is None:
            return b""
        return self._digests.get(record_id) or hashlib.sha256(record.model_dump_json().encode()).digest()

    def digest_of_all(self) -> bytes:
        """Return what tells all records and their order apart from any other state of the collection."""
        return hashlib.sha256(b"".join(map(self.digest, self._records))).digest()

    def digest_of_ids(self) -> bytes:
        """Return what tells the ids and their order apart from any others."""
        return hashlib.sha256("\n".join(self._records).encode()).digest()


@dataclass(frozen=True)
class Ecosystem:
    """All collections by the names of their kinds, in the order of the kinds."""

    kinds: Kinds
    _collections: Mapping[str, Collection[Record]] = field(repr=False)

    def of(self, model: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        """Return the records of *model* by id."""
        return cast(Mapping[str, AnyRecord], self._collections[self.kinds.of(model).name])

    def collection(self, name: str) -> Collection[Record]:
        """Return the records of the collection called *name*."""
        return self._collections[name]

    def collections(self) -> Mapping[str, Collection[Record]]:
        """Return all collections by name."""
        return self._collections

    def with_records(self, **records: Mapping[str, Record]) -> "Ecosystem":
        """Return the same with other *records* in the collections that they are named for."""
        others = {name: Collection(name, some) for name, some in records.items()}
        return Ecosystem(self.kinds, {**self._collections, **others})

    def with_collection(self, collection: Collection[Record]) -> "Ecosystem":
        """Return the same with *collection* in the place of the one of its name."""
        return Ecosystem(self.kinds, {**self._collections, collection.name: collection})
