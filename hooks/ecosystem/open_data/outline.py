"""Read the shape of published records off the models: what is left out, what is added, and the rest as it is.

Personal data is not open data. A person's name, address and number stay on the pages, where they can be corrected
and taken away; a copy in a data set cannot be called back.
"""

import datetime
from collections.abc import Callable, Mapping
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

from ecosystem.addresses import newsletter_path, record_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model import COLLECTIONS
from ecosystem.model.action_plan import ActionPlan, Indicator
from ecosystem.model.event import SeriesRhythm
from ecosystem.model.meeting import InternationalMeeting
from ecosystem.model.news import Image
from ecosystem.model.offering import ContactPoint
from ecosystem.model.partial_date import PartialDate
from ecosystem.model.quality import CustomerReference
from ecosystem.model.record import CollectionName, Contact, Record, Reference, field_order
from ecosystem.model.sent_issue import SentIssue
from ecosystem.model.texts import Prose, Text, Title
from ecosystem.model.values import CLOCK_TIME
from ecosystem.open_data.shapes import LANGUAGE_NAMES, Context, Field, Group, Items, Plain, Scalar, Shape, Words
from ecosystem.pictures import FOLDER as PICTURES
from ecosystem.views.newsletters import last_touched
from ecosystem.views.plan import COMPUTATIONS

#: Whoever is one of these is a person.
_PERSONS: Final = (Contact,)

#: What only editors need, and what can name a person.
_LEFT_OUT: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {
    Record: ("review_by",),
    InternationalMeeting: ("publish_pack",),
    ContactPoint: ("name", "role", "email", "phone"),
    CustomerReference: ("consent",),
    SentIssue: ("introduction", "sections"),
}

#: What a JSON Schema of the data files says that holds for published values too.
_KEPT_OF_A_SCHEMA: Final = ("format", "pattern", "enum")

ADDRESS: Final = Scalar({"type": "string", "format": "uri"}, str)
TEXT: Final = Scalar({"type": "string"}, str)
COUNT: Final = Scalar({"type": "integer", "minimum": 0}, int)
DAY: Final = Scalar({"type": "string", "format": "date"}, datetime.date.isoformat)


@dataclass(frozen=True, slots=True)
class _Type:
    """A type hint taken apart: the type itself, whether it may be absent, and the notes on it."""

    kind: Any
    optional: bool
    notes: tuple[Any, ...]


@cache
def outline(model: type[BaseModel]) -> Group:
    """Return the shape in which records of *model* are published."""
    own = tuple(field for name in field_order(model) if (field := _field(model, name)) is not None)
    added = tuple(field for kind, fields in _ADDED.items() if issubclass(model, kind) for field in fields)
    # What a record is called comes first in file and table: its id, then its pages.
    first = 1 if issubclass(model, Record) else 0 if model is SentIssue else len(own)
    return Group(model.__name__, _first_line(model), (*own[:first], *added, *own[first:]))


def _field(model: type[BaseModel], name: str) -> Field | None:
    if any(name in names for kind, names in _LEFT_OUT.items() if issubclass(model, kind)):
        return None
    hint = _apart(_hints(model)[name])
    inner = _apart(get_args(hint.kind)[0]).kind if get_origin(hint.kind) is tuple else hint.kind
    if inner in _PERSONS:
        return None
    description = model.model_fields[name].description or ""
    return Field(name, description, _shape(hint), hint.optional, _reader(name))


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


def _shape(hint: _Type) -> Shape:
    if get_origin(hint.kind) is tuple:
        return Items(_shape(_apart(get_args(hint.kind)[0])))
    if get_origin(hint.kind) is Literal:
        return Scalar({"type": "string", "enum": list(get_args(hint.kind))}, str)
    if issubclass(hint.kind, Text):
        return Words(complete=issubclass(hint.kind, Title | Prose))
    if issubclass(hint.kind, BaseModel):
        return outline(hint.kind)
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

_COLLECTION_OF: Final[Mapping[type[BaseModel], CollectionName]] = {model: name for name, model in COLLECTIONS.items()}


def by_language(name: str, description: str, address: Callable[[Any, Language, Context], str]) -> Group:
    """Return the group of what has an *address* in each language."""

    def field(language: Language) -> Field:
        return Field(
            language, LANGUAGE_NAMES[language], ADDRESS, False, lambda value, context: address(value, language, context)
        )

    return Group(name, description, tuple(map(field, LANGUAGES)))


_PAGES: Final = by_language(
    "Pages",
    "The addresses of a record's page.",
    lambda record, language, context: context.site_url + record_path(_COLLECTION_OF[type(record)], record.id, language),
)


def _computed_value(indicator: Indicator, context: Context) -> int | None:
    plan: ActionPlan = context.record
    return COMPUTATIONS[indicator.computed](context.ecosystem, plan) if indicator.computed else None


#: What the models do not hold, because it follows from them.
_ADDED: Final[Mapping[type[BaseModel], tuple[Field, ...]]] = {
    Record: (Field("pages", "The addresses of its page.", _PAGES, False, lambda record, _: record),),
    SentIssue: (
        Field("id", "Its day and language.", TEXT, False, lambda issue, _: f"{issue.date}-{issue.language}"),
        Field(
            "page",
            "The address of its page.",
            ADDRESS,
            False,
            lambda issue, context: context.site_url + newsletter_path(issue.date, issue.language),
        ),
        Field("updated", "When it was sent, or mended after that.", DAY, False, lambda issue, _: last_touched(issue)),
    ),
    Image: (
        Field(
            "url",
            "The address of the picture.",
            ADDRESS,
            False,
            lambda image, context: f"{context.site_url}{PICTURES}/{image.file}",
        ),
    ),
    SeriesRhythm: (
        Field(
            "days",
            "All days that follow from the rhythm; the sessions of the series say what differs.",
            Items(DAY),
            False,
            lambda rhythm, _: rhythm.days(),
        ),
    ),
    Indicator: (
        Field(
            "computed_value",
            "The value counted from the site's data, where it is computed.",
            COUNT,
            True,
            _computed_value,
        ),
    ),
}


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").split("\n")[0]
