"""Compare two versions of the data: records by id, fields by name, items of lists by their own ids or values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import BaseModel

from ecosystem.ground.nodes import MapNode, SeqNode, Value
from ecosystem.records.history.versions import Version
from ecosystem.records.kind import Kinds
from ecosystem.records.reading import model_at
from ecosystem.records.record import field_order

Path: TypeAlias = tuple[str | MapNode, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that is new (`old` is None), gone (`new` is None) or another; equal ones only changed places.

    `path` names the fields from the record inwards; a node in it is an item of a list. `model` holds the last field,
    and `item` is what tells an item from the others where the value is one of a list.
    """

    path: Path
    model: type[BaseModel]
    old: Value | None
    new: Value | None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is new (`old` is None), gone (`new` is None) or has other fields."""

    collection: str
    old: MapNode | None
    new: MapNode | None
    fields: tuple[FieldChange, ...] = ()
    model: type[BaseModel] | None = None

    @property
    def record(self) -> MapNode:
        """The record as it is, or was."""
        record = self.new if self.new is not None else self.old
        assert record is not None  # noqa: S101 - one of the two exists by construction
        return record


def find_changes(old: Version, new: Version, kinds: Kinds) -> Iterator[RecordChange]:
    """Yield what changed from *old* to *new*, by collection in the order of *kinds* and by id."""
    for name, model in kinds.models.items():
        before, after = old[name], new[name]
        for record_id in sorted(before.keys() | after.keys()):
            was, now = before.get(record_id), after.get(record_id)
            if was is None or now is None:
                yield RecordChange(name, was, now, model=model)
            elif was != now:
                yield RecordChange(name, was, now, _without_date_of_update(tuple(field_changes(was, now, model))))


def field_changes(old: MapNode, new: MapNode, model: type[BaseModel]) -> Iterator[FieldChange]:
    """Yield what changed from *old* to *new*, a record of *model*."""
    return _in_fields(old, new, model, ())


def _without_date_of_update(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """Leave out that `updated` changed, which goes without saying when something else did."""
    return tuple(field for field in fields if field.path != ("updated",)) or fields


def _in_fields(old: MapNode, new: MapNode, model: type[BaseModel], path: Path) -> Iterator[FieldChange]:
    known = [name for name in field_order(model) if name in old or name in new]
    unknown = [name for name in dict.fromkeys((*old, *new)) if name not in known]
    for name in (*known, *unknown):
        was, now = old.get(name), new.get(name)
        here, inner = (*path, name), model_at(model, (name,))
        if was == now:
            continue
        if inner is not None and isinstance(was, MapNode) and isinstance(now, MapNode):
            yield from _in_fields(was, now, inner, here)
        elif isinstance(was, SeqNode | None) and isinstance(now, SeqNode | None):
            yield from _in_list(was or (), now or (), model, inner, here)
        else:
            yield FieldChange(here, model, was, now)


def _in_list(
    old: SeqNode | tuple[()],
    new: SeqNode | tuple[()],
    model: type[BaseModel],
    inner: type[BaseModel] | None,
    path: Path,
) -> Iterator[FieldChange]:
    was, now = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*was, *now)):
        before, after = was.get(key), now.get(key)
        if before == after:
            continue
        if inner is not None and isinstance(before, MapNode) and isinstance(after, MapNode):
            yield from _in_fields(before, after, inner, (*path, after))
        else:
            yield FieldChange(path, model, before, after, key)
    if list(was) != list(now) and set(was) == set(now):
        yield FieldChange(path, model, None, None)


def _by_key(items: SeqNode | tuple[()]) -> dict[str, Value]:
    """Return *items* by what tells them apart."""
    found: dict[str, Value] = {}
    for item in items:
        name = key_of(item)
        while name in found:
            name += "+"
        found[name] = item
    return found


def key_of(item: Value) -> str:
    """Return what tells *item* from the others of its list: its id or day, else its whole content."""
    key = (item.get("id") or item.get("date")) if isinstance(item, MapNode) else item
    return key if isinstance(key, str) else repr(item)
