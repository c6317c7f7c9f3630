"""Read the shape of published records off the models: what is left out, what is added, and the rest as it is.

Personal data is not open data. A person's name, address and number stay on the pages, where they can be corrected
and taken away; a copy in a data set cannot be called back.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from annotated_types import Ge, Le
from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.publishing.open_data.shapes import (
    LANGUAGE_NAMES,
    Context,
    Field,
    Group,
    Items,
    Plain,
    Scalar,
    Shape,
    Words,
)
from ecosystem.publishing.open_data.shaping import Shaping
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part, Reference, field_order
from ecosystem.records.texts import Prose, ShortName, Text, Title
from ecosystem.records.values import CLOCK_TIME

#: What a JSON Schema of the data files says that holds for published values too.
_KEPT_OF_A_SCHEMA: Final = ("format", "pattern", "enum")

ADDRESS: Final = Scalar({"type": "string", "format": "uri"}, str)
TEXT: Final = Scalar({"type": "string"}, str)
_COMMON: Final = Scalar({"type": "string"}, lambda short: short.common)
COUNT: Final = Scalar({"type": "integer", "minimum": 0}, int)
DAY: Final = Scalar({"type": "string", "format": "date"}, datetime.date.isoformat)


@dataclass(frozen=True, slots=True)
class _Type:
    """A type hint taken apart: the type itself, whether it may be absent, and the notes on it."""

    kind: Any
    optional: bool
    notes: tuple[Any, ...]


@cache
def outline(model: type[BaseModel], shaping: Shaping) -> Group:
    """Return the shape in which records of *model*, or parts of records, are published in a collection."""
    own = tuple(field for name in field_order(model) for field in _fields(model, name, shaping))
    added = shaping.added(model)
    if model is not shaping.model:
        return Group(model.__name__, _first_line(model), (*own, *added))
    # What a record is called comes first in file and table: its id, then its pages.
    pages = (_pages(shaping.pages),) if shaping.pages else ()
    return Group(model.__name__, _first_line(model), (*own[: shaping.first], *pages, *added, *own[shaping.first :]))


def _fields(model: type[BaseModel], name: str, shaping: Shaping) -> Iterator[Field]:
    if shaping.is_left_out(model, name):
        return
    hint = _apart(_hints(model)[name])
    inner = _apart(get_args(hint.kind)[0]).kind if get_origin(hint.kind) is tuple else hint.kind
    if isinstance(inner, type) and issubclass(inner, Part) and inner.personal:
        return
    description = model.model_fields[name].description or ""
    if inner is ShortName:
        # Once it was one text for all languages; programs that read it so go on as before.
        yield Field(name, f"{description} Here the Finnish or common one.", _COMMON, True, _reader(name))
        each = f"{description} Null in a language that has none."
        yield Field(f"{name}_by_language", each, Words(complete=False), True, _reader(name))
        return
    yield Field(name, description, _shape(hint, shaping), hint.optional, _reader(name))


@cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


def _reader(name: str) -> Callable[[Any, Context], Any]:
    return lambda value, _: getattr(value, name)


def _apart(hint: Any) -> _Type:
    optional = False
    notes: list[Any] = []
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            for note in more:
                notes += note.metadata if isinstance(note, FieldInfo) else [note]
        elif get_origin(hint) in (Union, UnionType):
            (hint,) = (kind for kind in get_args(hint) if kind is not NoneType)
            optional = True
        else:
            return _Type(hint, optional, tuple(notes))


def _shape(hint: _Type, shaping: Shaping) -> Shape:
    if get_origin(hint.kind) is tuple:
        return Items(_shape(_apart(get_args(hint.kind)[0]), shaping))
    if get_origin(hint.kind) is Literal:
        return Scalar({"type": "string", "enum": list(get_args(hint.kind))}, str)
    if issubclass(hint.kind, Text):
        return Words(complete=issubclass(hint.kind, Title | Prose))
    if issubclass(hint.kind, BaseModel):
        return outline(hint.kind, shaping)
    return _scalar(hint)


def _scalar(hint: _Type) -> Scalar:
    if issubclass(hint.kind, StrEnum):
        return Scalar({"type": "string", "enum": [value.value for value in hint.kind]}, str)
    schema, write = _SCALARS[hint.kind]
    if hint.kind is str:
        described = (note.json_schema or {} for note in hint.notes if isinstance(note, WithJsonSchema))
        kept = {key: value for one in described for key, value in one.items() if key in _KEPT_OF_A_SCHEMA}
        reference = next((note.collection for note in hint.notes if isinstance(note, Reference)), None)
        return Scalar({**schema, **kept}, write, reference)
    least = [("minimum", note.ge) for note in hint.notes if isinstance(note, Ge)]
    most = [("maximum", note.le) for note in hint.notes if isinstance(note, Le)]
    return Scalar({**schema, **dict(least), **dict(most)}, write)


def _number(value: Decimal) -> Plain:
    return int(value) if value == value.to_integral_value() else float(value)


_SCALARS: Final[Mapping[Any, tuple[Mapping[str, Any], Callable[[Any], Plain]]]] = {
    str: ({"type": "string"}, str),
    int: ({"type": "integer", "minimum": 0}, int),
    bool: ({"type": "boolean"}, bool),
    Decimal: ({"type": "number"}, _number),
    datetime.date: (DAY.schema, DAY.write),
    datetime.time: ({"type": "string", "pattern": f"^({CLOCK_TIME.pattern})$"}, lambda time: f"{time:%H:%M}"),
    PartialDate: ({"type": "string", "pattern": PartialDate.__get_pydantic_json_schema__()["pattern"]}, str),
    ZoneInfo: ({"type": "string"}, str),
}


def by_language(name: str, description: str, address: Callable[[Any, Language, Context], str]) -> Group:
    """Return the group of what has an *address* in each language."""

    def field(language: Language) -> Field:
        return Field(
            language, LANGUAGE_NAMES[language], ADDRESS, False, lambda value, context: address(value, language, context)
        )

    return Group(name, description, tuple(map(field, LANGUAGES)))


def _pages(address: Callable[[Any, Language, Context], str]) -> Field:
    pages = by_language("Pages", "The addresses of a record's page.", address)
    return Field("pages", "The addresses of its page.", pages, False, lambda record, _: record)


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").split("\n")[0]
