"""A new record from the values that an editor gave: which fields are asked for, and how it enters its collection."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ecosystem.editing.layout.canonical import write_record
from ecosystem.editing.layout.insertion import insert_record
from ecosystem.ground.files import replace_text
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import MapNode, SeqNode, Value, read_nodes
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.ground.text import read_text
from ecosystem.records.check import load_and_check
from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.load import SUFFIX, LoadedData
from ecosystem.records.reading import model_at, read_records
from ecosystem.records.references import reference_of


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The role of a kind whose records can be begun by a command: what one is called there, and its fields.

    Fields are dotted paths (`name.fi`), in the order in which they are asked for; `lists` are those of several values.
    """

    command: str
    required: Sequence[str]
    optional: Sequence[str]
    lists: Sequence[str] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields, in the order in which they are asked for."""
        return (*self.required, *self.optional)


def in_languages(*names: str) -> tuple[str, ...]:
    """Return the fields of the texts *names* in each language: `name.fi` and so on."""
    return tuple(f"{name}.{language}" for name in names for language in LANGUAGES)


class CollectionUnreadableError(Exception):
    """The file into which a record is to go cannot be read; its name is the message."""


class IdTakenError(Exception):
    """Another record has the id."""


def draft(asked: Draft, values: Mapping[str, str], sources: Sequence[str], today: str) -> MapNode:
    """Return the record that *values*, texts by dotted path, and *sources* (addresses or ids) describe."""
    record = MapNode((0, 0))
    for field in asked.fields:
        value = values.get(field, "").strip()
        if value:
            *around, last = field.split(".")
            _inside(record, around)[last] = _list(value.split(",")) if field in asked.lists else value
    record["updated"] = today
    record["sources"] = _list([])
    for source in sources:
        named = MapNode((0, 0))
        named["url" if "://" in source else "document"] = source
        _append(record["sources"], named)
    return _with_marks(record)


def wrong_in_answer(kind: Kind, asked: Draft, field: str, answer: str, data: LoadedData) -> list[Problem]:
    """Return what is wrong with *answer* as the value of *field*, while the record is not whole yet.

    A record that it names must be one of *data*, and its own id none of these.
    """
    record = draft(asked, {field: answer}, (), "")
    document = SeqNode((0, 0))
    _append(document, record)
    found = read_records(document, kind.model, "")[1]
    wrong = [problem for problem in found if problem.details.get("field", "").partition("[")[0] == field]
    return wrong or list(_unknown(kind, field, answer.split(",") if field in asked.lists else [answer], data))


def _unknown(kind: Kind, field: str, named: Sequence[str], data: LoadedData) -> Iterator[Problem]:
    *around, last = field.split(".")
    model = model_at(kind.model, tuple(around))
    collection = reference_of(model, last) if model is not None else None
    if collection is None:
        return
    known = [entry.record.id for entry in data[collection].entries]
    for value in map(str.strip, named):
        if value not in known:
            details = {"field": field, "value": quote(value), "file": f"{collection}{SUFFIX}"}
            meant = nearest(value, known)
            yield Problem(Place(""), "reference_unknown", details | ({"suggestion": meant} if meant else {}))


def insert(kind: Kind, record: MapNode, data: Path, kinds: Kinds) -> tuple[int, list[Problem]]:
    """Put *record* into the collection of its *kind* in the folder *data*, if nothing is wrong with the result.

    Returns the line at which it stands and the problems that it would bring; with errors, nothing is written.
    Raises `CollectionUnreadableError` or `IdTakenError`.
    """
    path = data / f"{kind.name}{SUFFIX}"
    text, _ = read_text(path, path.as_posix())
    document, problems, _ = read_nodes(text or "", path.as_posix())
    if text is None or problems or not isinstance(document, SeqNode):
        raise CollectionUnreadableError(path.as_posix())
    new_id = str(record.get("id", ""))
    if any(isinstance(other, MapNode) and other.get("id") == new_id for other in document):
        raise IdTakenError(new_id)
    result = insert_record(text, document, write_record(record, kind.model), new_id)
    problems = _new_problems(data, path, result, kinds)
    if not any(problem.severity is Severity.ERROR for problem in problems):
        replace_text(path, result)
    again, _, _ = read_nodes(result, path.as_posix())
    lines = (
        [
            mark[0]
            for node, mark in zip(again, again.items_at, strict=True)
            if isinstance(node, MapNode) and node.get("id") == new_id
        ]
        if isinstance(again, SeqNode)
        else []
    )
    return (lines or [1])[0], problems


def _new_problems(data: Path, path: Path, result: str, kinds: Kinds) -> list[Problem]:
    """Return the problems that the data would have with *result* at *path* and does not have now."""
    with tempfile.TemporaryDirectory(prefix="ecosystem-") as place:
        trial = Path(place) / "data"
        trial.mkdir()
        for file in data.glob(f"*{SUFFIX}"):
            shutil.copyfile(file, trial / file.name)
        (trial / path.name).write_text(result, encoding="utf-8", newline="")
        found = [_moved(problem, trial, data) for problem in load_and_check(trial, kinds)[1]]
    known = {(problem.code, tuple(problem.details.items())) for problem in load_and_check(data, kinds)[1]}
    return [problem for problem in found if (problem.code, tuple(problem.details.items())) not in known]


def _moved(problem: Problem, trial: Path, data: Path) -> Problem:
    """Return *problem* as if it had been found in *data* instead of *trial*."""
    details = {key: value.replace(trial.as_posix(), data.as_posix()) for key, value in problem.details.items()}
    file = problem.place.file.replace(trial.as_posix(), data.as_posix(), 1)
    return replace(problem, place=replace(problem.place, file=file), details=details)


def _inside(record: MapNode, path: Sequence[str]) -> MapNode:
    for step in path:
        inner = record.setdefault(step, MapNode((0, 0)))
        assert isinstance(inner, MapNode)  # noqa: S101 - the fields of a kind do not contradict each other
        record = inner
    return record


def _list(texts: Sequence[str]) -> SeqNode:
    items = SeqNode((0, 0))
    for text in texts:
        _append(items, text.strip())
    return items


def _append(items: Value, item: Value) -> None:
    assert isinstance(items, SeqNode)  # noqa: S101
    items.append(item)
    items.items_at.append((0, 0))


def _with_marks(record: MapNode) -> MapNode:
    """Give every key a mark: what is written here comes from no file."""
    for key, value in record.items():
        record.keys_at[key] = record.values_at[key] = (0, 0)
        for inner in value if isinstance(value, SeqNode) else (value,):
            if isinstance(inner, MapNode):
                _with_marks(inner)
    return record
