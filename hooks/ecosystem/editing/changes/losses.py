"""What a change of the data may have lost, seen from the version that it starts from."""

from collections.abc import Iterator, Mapping
from typing import Final

from ecosystem.ground.nodes import MapNode
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.records.history.versions import Version
from ecosystem.records.load import LoadedCollection, LoadedData

#: When so many records of a file have gone and fewer are left, the file was probably saved over or cut.
MANY: Final = 3

#: What a record is called: who renames its id leaves one of these as it is.
_CALLED: Final = ("name", "title", "term", "url")


def losses(base: Version, data: LoadedData) -> Iterator[Problem]:
    """Yield a warning for each id of *base* that *data* lacks."""
    for name, loaded in data.items():
        before = base.get(name, {})
        if loaded.complete:
            yield from _gone(before, loaded)


def _gone(before: Mapping[str, MapNode], loaded: LoadedCollection) -> Iterator[Problem]:
    now = {entry.record.id: entry for entry in loaded.entries}
    gone = {record_id: record for record_id, record in before.items() if record_id not in now}
    new = [entry for entry in loaded.entries if entry.record.id not in before]
    if len(gone) >= MANY and len(gone) > len(before) - len(gone):
        details = {"count": str(len(gone)), "all": str(len(before))}
        yield Problem(Place(loaded.file), "records_gone", details, Severity.WARNING)
        return
    for record_id, record in gone.items():
        renamed = next((entry for entry in new if _is_called_alike(record, entry.node)), None)
        if renamed is not None:
            details = {"old": quote(record_id), "id": renamed.record.id}
            yield Problem(renamed.place("id"), "id_changed", details, Severity.WARNING)
        else:
            yield Problem(Place(loaded.file), "id_gone", {"id": quote(record_id)}, Severity.WARNING)


def _is_called_alike(one: MapNode, other: MapNode) -> bool:
    return any(key in one and one[key] == other.get(key) for key in _CALLED)
