"""Groups: a small network as a list. Each relation stands once, under the one of its two ends that has more of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ecosystem.records.record import Record


@dataclass(frozen=True, slots=True)
class Group:
    """One that others are related to, the number of all its relations, and those that no group before it names."""

    record: Record
    degree: int
    others: Sequence[Record]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups, the best connected first, of records of one collection."""

    form: ClassVar[str] = "groups"
    is_table: ClassVar[bool] = False

    collection: str
    groups: Sequence[Group]


def group(collection: str, records: Sequence[Record], related: Mapping[str, frozenset[str]]) -> Groups:
    """Return the groups of *records*, which stand by name; *related* has the ids of those to which each is related."""
    told: set[tuple[str, str]] = set()
    groups = []
    for record in sorted(records, key=lambda one: -len(related[one.id])):
        others = [one for one in records if one.id in related[record.id] and (one.id, record.id) not in told]
        if others:
            told |= {(record.id, one.id) for one in others}
            groups.append(Group(record, len(related[record.id]), others))
    return Groups(collection, groups)
