"""From nodes to typed records, with each of pydantic's errors put at the place an editor must mend."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import BROKEN, MOST_PROBLEMS, MapNode, Mark, SeqNode, Value
from ecosystem.ground.problems import Place, Problem, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.ground.syntax import OTHER_DASHES
from ecosystem.records.choices import named_by
from ecosystem.records.corrections import compared, correction
from ecosystem.records.field_names import LEAST_LIKENESS_OF_FIELDS, field_meant
from ecosystem.records.record import Part, Record, field_order
from ecosystem.records.texts import Text
from ecosystem.records.written_dates import days_meant, month_meant, times_meant

Path: TypeAlias = tuple[int | str, ...]

_NO_OTHERS: Final[Mapping[str, type[Record]]] = {}

#: So many fields of its own make a record one of another kind.
LEAST_UNKNOWN_FIELDS: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and the node it came from, so that a check can point at any of its fields."""

    record: Any
    node: MapNode
    file: str

    def place(self, *path: int | str) -> Place:
        """Return the place of the value at *path*, or of the nearest thing around it that exists."""
        return Place(self.file, *value_mark(self.node, path))


def read_records(
    document: Value, model: type[Record], file: str, others: Mapping[str, type[Record]] = _NO_OTHERS
) -> tuple[list[Entry], list[Problem], bool]:
    """Read *document*, a list of records of *model*; return the entries, the problems, and whether all passed.

    *others* are the models of other collections, to one of which a record may belong that stands here.
    """
    if not isinstance(document, SeqNode) or is_no_list_of_records(document):
        mark = document.mark if isinstance(document, MapNode) else (1, 1)
        return [], [Problem(Place(file, *mark), "list_of_records_expected")], False
    entries: list[Entry] = []
    problems: list[Problem] = []
    validate = model.__pydantic_validator__.validate_python
    for node, mark in zip(document, document.items_at, strict=True):
        if not isinstance(node, MapNode):
            if node is not BROKEN:
                problems.append(Problem(Place(file, *mark), "record_expected", {"value": quote(node)}))
            continue
        try:
            entries.append(Entry(validate(node), node, file))
        except ValidationError as error:
            other = _other_collection(node, model, others)
            details = {"file": f"{other}.yaml"} | _record_name(node)
            misplaced = [Problem(Place(file, *node.mark), "record_of_another_kind", details)] if other else []
            problems += misplaced or _explain(error, node, model, file)
            if len(problems) >= MOST_PROBLEMS:
                break
    return entries, problems, len(entries) == len(document)


def is_no_list_of_records(document: SeqNode) -> bool:
    """Tell whether *document*, a list of several items, holds no record at all: it is another file's content."""
    return len(document) > 1 and not any(isinstance(item, MapNode) or item is BROKEN for item in document)


def _other_collection(node: MapNode, model: type[Record], others: Mapping[str, type[Record]]) -> str | None:
    """Return the collection to which *node* belongs by its fields, of which *model* lacks several."""
    unknown = [field for field in node.keys_at if field not in model.model_fields]
    if len(unknown) < LEAST_UNKNOWN_FIELDS:
        return None
    fitting = (name for name, other in others.items() if all(field in other.model_fields for field in node.keys_at))
    return next(fitting, None)


PartModel = TypeVar("PartModel", bound=BaseModel)


def read_part(node: MapNode, model: type[PartModel], file: str) -> tuple[PartModel | None, list[Problem]]:
    """Read *node* as a *model* that is no record; return it, or None and what is wrong."""
    try:
        return model.model_validate(node), []
    except ValidationError as error:
        return None, list(_explain(error, node, model, file))


def value_mark(node: Value, path: Path) -> Mark:
    """Return the mark of the value at *path* below *node*, as far down as the path exists."""
    mark = node.mark if isinstance(node, MapNode | SeqNode) else (1, 1)
    for step in path:
        if isinstance(node, MapNode) and step in node.values_at:
            mark, node = node.values_at[str(step)], node[str(step)]
        elif isinstance(node, SeqNode) and isinstance(step, int) and step < len(node):
            mark, node = node.items_at[step], node[step]
        else:
            break
    return mark


def _node_at(node: Value, path: Path) -> Value | None:
    for step in path:
        if isinstance(node, MapNode) and step in node:
            node = node[str(step)]
        elif isinstance(node, SeqNode) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def _explain(error: ValidationError, node: MapNode, model: type[BaseModel], file: str) -> Iterator[Problem]:
    """Turn pydantic's errors for one record into problems; a misspelt field is one problem, not two."""
    first = error.errors(include_url=False)[:MOST_PROBLEMS]  # the missing fields come first, the unknown ones last
    errors = [found for found in first if not _is_consequence(found, node)]
    misspelt = _misspelt_fields(errors, model)
    missing = [found["loc"] for found in errors if found["type"] == "missing"]
    missing = [path for path in missing if path not in misspelt.values() and not _was_broken(node, path)]
    yield from _missing(missing, node, model, file)
    outdented = _outdented_languages(errors, node, file)
    yield from (problem for problem in outdented.values() if problem is not None)
    for found in errors:
        path = found["loc"]
        if found["type"] == "missing" or path in outdented:
            continue
        if found["type"] == "extra_forbidden":
            yield _unknown_field(path, node, model, file, misspelt.get(path))
        else:
            yield _wrong_value(found, node, model, file)


def _is_consequence(found: ErrorDetails, node: MapNode) -> bool:
    """Tell whether *found* only repeats another finding: an unreadable value, or a list whose items failed."""
    if found["input"] is BROKEN:
        return True
    items = _node_at(node, found["loc"])
    return found["type"] == "too_short" and isinstance(items, SeqNode) and len(items) >= found["ctx"]["min_length"]


def _was_broken(node: MapNode, path: Path) -> bool:
    """Tell whether the missing field stands in the file, but with a value that could not be read."""
    around = _node_at(node, path[:-1])
    return isinstance(around, MapNode) and path[-1] in around.keys_at and path[-1] not in around


def _misspelt_fields(errors: list[ErrorDetails], model: type[BaseModel]) -> dict[Path, Path]:
    """Pair each unknown field with the missing field that it misspells."""
    missing = [found["loc"] for found in errors if found["type"] == "missing"]
    pairs: dict[Path, Path] = {}
    for unknown in (found["loc"] for found in errors if found["type"] == "extra_forbidden"):
        free = [path for path in missing if path[:-1] == unknown[:-1] and path not in pairs.values()]
        names = [str(path[-1]) for path in free]
        meant = field_meant(str(unknown[-1]), names)
        if meant is None and len(names) == 1 and issubclass(model_at(model, unknown[:-1]) or model, Text):
            meant = names[0]
        if meant is not None:
            pairs[unknown] = (*unknown[:-1], meant)
    return pairs


def _outdented_languages(errors: list[ErrorDetails], node: MapNode, file: str) -> dict[Path, Problem | None]:
    """Return the paths of languages in line with the field to which they belong; the first one has the problem."""
    found: dict[Path, Problem | None] = {}
    for path in (error["loc"] for error in errors if error["type"] == "extra_forbidden"):
        around = _node_at(node, path[:-1])
        if path[-1] not in LANGUAGES or not isinstance(around, MapNode):
            continue
        before = [
            key for key in list(around.keys_at)[: list(around.keys_at).index(str(path[-1]))] if key not in LANGUAGES
        ]
        if before and around.get(before[-1], BROKEN) is BROKEN:
            is_first = not any(one[:-1] == path[:-1] for one in found)
            place = Place(file, *around.keys_at[before[-1]])
            found[path] = Problem(place, "languages_not_indented", {"key": quote(before[-1])}) if is_first else None
    return found


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model that stands at *path* below *model*, if a model stands there."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        field = current.model_fields.get(step)
        current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def field_name(path: Path) -> str:
    """Return *path* as an editor would say it: `period.start`, `partners[2].role`."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return quote(name)


def _field(path: Path) -> dict[str, str]:
    """Return the details that name the field at *path*: whole, and as it stands before its colon."""
    names = [str(step) for step in path if isinstance(step, str)]
    return {"field": field_name(path), "key": quote(names[-1]) if names else ""}


def _record_name(node: MapNode) -> dict[str, str]:
    """Return the detail that names the record, if it has a name."""
    name = node.get("id")
    return {"record": quote(name)} if isinstance(name, str) else {}


def _missing(paths: list[Path], node: MapNode, model: type[BaseModel], file: str) -> Iterator[Problem]:
    """Yield a problem for each of the missing fields at *paths*; the languages that a text lacks are one problem."""
    languages: dict[Path, list[str]] = {}
    for path in paths:
        around = path[:-1]
        inner = model_at(model, around)
        if inner is not None and issubclass(inner, Text) and path[-1] in LANGUAGES:
            languages.setdefault(around, []).append(str(path[-1]))
            continue
        details = _field(path) | _record_name(node)
        code = "field_missing" if "record" in details else "field_missing_here"
        yield Problem(Place(file, *value_mark(node, around)), code, details)
    for around, lacking in languages.items():
        place = Place(file, *value_mark(node, around))
        details = _field(around) | {"language": lacking[0], "languages": ", ".join(lacking)}
        yield Problem(place, "language_missing" if len(lacking) == 1 else "languages_missing", details)


def _unknown_field(path: Path, node: MapNode, model: type[BaseModel], file: str, misspelt: Path | None) -> Problem:
    around = _node_at(node, path[:-1])
    name = str(path[-1])
    mark = around.keys_at.get(name, around.mark) if isinstance(around, MapNode) else (1, 1)
    inner = model_at(model, path[:-1])
    known = field_order(inner) if inner is not None else []
    unused = [field for field in known if not (isinstance(around, MapNode) and field in around)]
    suggestion = str(misspelt[-1]) if misspelt else field_meant(name, unused, known)
    if suggestion:
        return Problem(Place(file, *mark), "field_misspelt", {"field": quote(name), "suggestion": suggestion})
    return Problem(Place(file, *mark), "field_unknown", {"field": quote(name), "known": ", ".join(known)})


def _wrong_value(found: ErrorDetails, node: MapNode, model: type[BaseModel], file: str) -> Problem:
    path = found["loc"]
    value = _node_at(node, path)
    details = _field(path) | _record_name(node)
    inner = model_at(model, path)
    if inner is not None:
        details["known"] = ", ".join(field_order(inner))
    if isinstance(value, str):
        details["value"] = quote(value)
        if meant := correction(found["type"], value):
            details["suggestion"] = quote(meant)
    details |= {key: str(given) for key, given in (found.get("ctx") or {}).items()}
    if found["type"] in _NO_GROUP:
        return Problem(Place(file, *value_mark(node, path)), getattr(inner, "expected", Part.expected), details)
    if isinstance(value, str) and (
        more_than_asked := _more_than_asked(found["type"], value, model_at(model, path[:-1]))
    ):
        code, more = more_than_asked
        return Problem(Place(file, *value_mark(node, path)), code, _without(details, "suggestion") | more)
    first_key = next(iter(value.keys_at), "") if isinstance(value, MapNode) else ""
    if found["type"] == "tuple_type" and (slip := _no_dash(first_key)):
        return Problem(Place(file, *value_mark(node, path)), slip)
    fields = [step for step in path if isinstance(step, str)]
    if fields and (around := model_at(model, tuple(fields[:-1]))):
        details |= named_by(around, fields[-1], found["type"])
    explained = _CODES.get(found["type"], _as_it_is)(found, details)
    return Problem(Place(file, *value_mark(node, path)), *explained)


def _more_than_asked(error: str, value: str, around: type[BaseModel] | None) -> tuple[str, dict[str, str]] | None:
    """Return the code and details of a value that says what two fields, or another one, are for."""
    fields = around.model_fields if around is not None else {}
    if error == "date_shape" and "end_date" in fields and (days := days_meant(value)):
        return "date_range", {"first": days[0], "last": days[1]}
    if error == "date_shape" and "expected" in fields and (month := month_meant(value)):
        return "date_open", {"expected": month}
    if error == "time_shape" and (times := times_meant(value)):
        return "time_range", {"first": times[0], "last": times[1]}
    if error == "number_shape" and "comparator" in fields and (number := compared(value)):
        return "number_compared", {"comparator": number[0], "number": number[1]}
    return None


def _without(details: dict[str, str], key: str) -> dict[str, str]:
    return {name: value for name, value in details.items() if name != key}


def _no_dash(key: str) -> str | None:
    """Return the code for a list whose first item begins with the *key*, which another sign for a dash is part of."""
    if key[:1] in OTHER_DASHES:
        return "dash_of_another_kind"
    return "dash_without_space" if key.startswith("-") else None


#: Where a group of fields should stand and something else does.
_NO_GROUP: Final = ("model_type", "model_attributes_type")

_Explainer: TypeAlias = Callable[[ErrorDetails, dict[str, str]], tuple[str, dict[str, str]]]


def _as_it_is(found: ErrorDetails, details: dict[str, str]) -> tuple[str, dict[str, str]]:
    return found["type"], details


def _named(code: str) -> _Explainer:
    return lambda _, details: (code, details)


def _choice(_: ErrorDetails, details: dict[str, str]) -> tuple[str, dict[str, str]]:
    choices = re.findall(r"'([^']*)'", details.pop("expected"))
    if "value" not in details:
        return "choice_expected", details | {"choices": ", ".join(choices)}
    suggestion = nearest(details["value"], choices, LEAST_LIKENESS_OF_FIELDS)
    return "choice_unknown", details | {"choices": ", ".join(choices)} | (
        {"suggestion": suggestion} if suggestion else {}
    )


#: Pydantic's own error types that need another name or another set of details.
_CODES: Final[dict[str, _Explainer]] = {
    "enum": _choice,
    "literal_error": _choice,
    "tuple_type": _named("list_expected"),
    "too_long": _named("list_too_long"),
    "too_short": _named("list_too_short"),
    "greater_than_equal": _named("number_too_small"),
    "less_than_equal": _named("number_too_large"),
}
