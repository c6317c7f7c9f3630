"""Give a record another id, or take it out, with all that refers to it.

References are found by the models, so a word that only looks like the id stays as it is. A new id keeps the old
address: the record says what it was `formerly`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.replacement import read_exactly
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.problems import Place
from ecosystem.records.load import LoadedCollection, LoadedData
from ecosystem.records.record import field_order
from ecosystem.records.references import references


class NoSuchRecordError(EcosystemError):
    """The collection has no record of the id."""


class IdInUseError(EcosystemError):
    """The collection has a record of the new id already."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place at which a record names another one by its id."""

    collection: str
    record: str
    place: Place


def mentions(data: LoadedData, collection: str, record_id: str) -> Iterator[Mention]:
    """Yield each place in *data* that names the record *record_id* of *collection*, but for the record itself."""
    for name, loaded in data.items():
        for entry in loaded.entries:
            for path, other, target in references(entry.record):
                own = name == collection and entry.record.id == record_id
                if (other, target) == (collection, record_id) and not own:
                    yield Mention(name, entry.record.id, entry.place(*path))


def renamed(data: LoadedData, collection: str, old: str, new: str) -> dict[Path, str]:
    """Return the new text of each file in which the id *old* of a record of *collection* becomes *new*."""
    _find(data[collection], old)
    if any(entry.record.id == new for entry in data[collection].entries):
        raise IdInUseError(new)
    texts: dict[Path, str] = {}
    for loaded in data.values():
        places = [
            entry.place(*path)
            for entry in loaded.entries
            for path, other, target in references(entry.record)
            if (other, target) == (collection, old)
        ]
        if places:
            texts[Path(loaded.file)] = _replaced(read_exactly(Path(loaded.file)), places, old, new)
    path = Path(data[collection].file)
    texts[path] = _with_new_id(texts.get(path) or read_exactly(path), path, data[collection], old, new)
    return texts


def removed(data: LoadedData, collection: str, record_id: str) -> str:
    """Return the text of the file of *collection* without the record *record_id*."""
    entry = _find(data[collection], record_id)
    path = Path(data[collection].file)
    text = CollectionText(read_exactly(path), path.as_posix())
    gone = next(one for one in text.records if one.id == entry)
    rest = [*text.lines[: gone.start], *text.lines[gone.end :]]
    return "".join(rest) if len(text.records) > 1 else "[]\n"


def _find(loaded: LoadedCollection, record_id: str) -> str:
    if all(entry.record.id != record_id for entry in loaded.entries):
        raise NoSuchRecordError(record_id)
    return record_id


def _replaced(text: str, places: list[Place], old: str, new: str) -> str:
    """Return *text* with *new* in place of *old* at each of *places*; it may stand in quotes there."""
    lines = text.split("\n")
    for place in sorted(places, reverse=True):
        line = lines[place.line - 1]
        before, rest = line[: place.column - 1], line[place.column - 1 :]
        lines[place.line - 1] = before + rest.replace(old, new, 1)
    return "\n".join(lines)


def _with_new_id(text: str, path: Path, loaded: LoadedCollection, old: str, new: str) -> str:
    """Return *text* with the record *old* under its *new* id, at its place, with what it was formerly."""
    model = next(type(entry.record) for entry in loaded.entries)
    collection = CollectionText(text, path.as_posix())
    record = next(one for one in collection.records if one.id == old)
    values = plain(record.node)
    before = values.get("formerly", []) if isinstance(values, Mapping) else []
    former: Plain = [*(before if isinstance(before, list) else []), old]
    changed = CollectionText(collection.with_changes({old: {"formerly": former}}, [], field_order(model)), str(path))
    record = next(one for one in changed.records if one.id == old)
    lines = changed.lines[record.start : record.end]
    lines[0] = lines[0].replace(old, new, 1)
    rest = [*changed.lines[: record.start], *changed.lines[record.end :]]
    behind = [one for one in changed.records if one.id > new and one.id != old]
    at = behind[0].start if behind else len(changed.lines)
    at -= (record.end - record.start) if at > record.start else 0
    return "".join([*rest[:at], *lines, *rest[at:]])
