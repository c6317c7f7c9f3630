"""Which record an editor meant who named it instead of writing its id: Oma Häme, Pirkanmaan hyvinvointialue."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ecosystem.ground.letters import same_words
from ecosystem.ground.problems import Problem
from ecosystem.ground.suggestion import nearest
from ecosystem.records.load import LoadedCollection, LoadedData

#: Names are long, and what is said of a place belongs to many of them: these must be alike.
_LEAST_LIKENESS: Final = 80


def with_records_meant(problems: Iterable[Problem], data: LoadedData) -> list[Problem]:
    """Return *problems*; those of a reference that names no id get as suggestion the id of what is called so."""
    return [_with_record(problem, data) if "collection" in problem.details else problem for problem in problems]


def _with_record(problem: Problem, data: LoadedData) -> Problem:
    details = dict(problem.details)
    loaded = data[details.pop("collection")]
    meant = _called(details["value"], loaded)
    details = {key: value for key, value in details.items() if key != "suggestion"} | {"file": loaded.file}
    return replace(problem, code="reference_unknown", details=details | ({"suggestion": meant} if meant else {}))


def _called(value: str, loaded: LoadedCollection) -> str | None:
    """Return the id of the record that is called *value* in any language, or almost so."""
    names = {same_words(name): record_id for name, record_id in _names(loaded)}
    name = nearest(same_words(value), names, _LEAST_LIKENESS)
    return names[name] if name is not None else nearest(value, [entry.record.id for entry in loaded.entries])


def _names(loaded: LoadedCollection) -> Iterator[tuple[str, str]]:
    for entry in loaded.entries:
        record = entry.record
        for name in (record.id, record.id.replace("-", " "), *record.heading.wordings().values(), *record.other_names):
            yield name, record.id
