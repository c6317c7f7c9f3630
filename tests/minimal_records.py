"""Records with nothing but their required fields, made from the models: a new field or kind is in them by itself."""

import datetime
import types
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from addresses import COLLECTIONS
from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.meetings.model import OneToOneTime, Wanted
from ecosystem.kinds.networks.model import Mention
from ecosystem.kinds.offerings.quality import CustomerReference, Standard
from ecosystem.kinds.offerings.regulation import ProductRegulation
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.kinds.organisations.parts import ContactPoint
from ecosystem.kinds.parts import Actor, Period, Source
from ecosystem.kinds.pictures import Image
from ecosystem.kinds.questions.model import Question
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part, Record, Reference, field_order
from ecosystem.records.texts import Text
from yaml_files import yaml_text

ID = "2024"  # a year, because the id of an action plan is one
LANGUAGES = ("fi", "sv", "en")

#: What the rules inside a model ask for beyond its required fields.
NEEDED: dict[type[BaseModel], set[str]] = {
    Source: {"url"},
    Mention: {"url"},
    Period: {"start"},
    Actor: {"name"},
    Event: {"date"},
    Wanted: {"counterparts"},
    ContactPoint: {"url"},
    ProductRegulation: {"device", "mdr_class"},
    Standard: {"version"},
    Question: {"answer", "answered_on"},
}

#: Values that the rules between fields ask for.
GIVEN: dict[tuple[type[BaseModel], str], str] = {
    (CustomerReference, "consent"): "true",
    (Image, "file"): "minimal.png",
    (Case, "stage"): "ended",
    (OneToOneTime, "end"): "08:50",
    (Organisation, "business_id"): "1234567-1",
}

#: Fields that cannot stand beside the ones above.
EXCLUDED: dict[type[BaseModel], set[str]] = {
    # names of fields, not words
    **{model: {"known_none"} for model in COLLECTIONS.values()},
    Event: {"expected", "rhythm", "seasons", "sessions", "known_none"},
    Actor: {"region", "member", "network", "organisation"},
    Organisation: {"region", "member", "network", "known_none"},
}

#: A picture of one pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)

VALUES = {str: "Minimal", int: "1", bool: "false", datetime.date: "2024-07-01", datetime.time: "08:30"}


def write_minimal_data(folder: Path, *, with_parts: bool, word: str = "Minimal") -> Path:
    """Write a data folder with one record in each collection; return it.

    Each record has its required fields only or, *with_parts*, also one minimal part in every field that holds
    parts. *word* is the text of all texts.
    """
    (folder / "images").mkdir(parents=True, exist_ok=True)
    (folder / "images" / GIVEN[Image, "file"]).write_bytes(PICTURE)
    for name, model in COLLECTIONS.items():
        record = _fill(model, with_parts, word)
        text = yaml_text([record], width=1000, style="'")
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def _fill(model: type[BaseModel], with_parts: bool, word: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in field_order(model):
        field = model.model_fields[name]
        if name in EXCLUDED.get(model, ()):
            continue
        wanted = field.is_required() or name in NEEDED.get(model, ())
        if name == "id":
            values[name] = ID if issubclass(model, Record) else f"id-{len(values)}-{model.__name__.lower()}"
        elif (model, name) in GIVEN:
            values[name] = GIVEN[model, name]
        elif issubclass(model, Text):
            values[name] = word
        elif wanted or (with_parts and _part(field.annotation) is not None):
            values[name] = _value(name, field, with_parts, word)
    if not values and issubclass(model, Text):
        values = {"fi": word}
    return values


def _value(name: str, field: FieldInfo, with_parts: bool, word: str) -> Any:
    annotation = known_type(field.annotation)
    if get_origin(annotation) is tuple:
        inner = known_type(get_args(annotation)[0])
        return [_single(inner, with_parts, word)]
    if any(isinstance(mark, Reference) for mark in field.metadata):
        return ID
    return (
        "https://example.org/"
        if name == "url" or "address" in (field.description or "").lower()
        else _single(annotation, with_parts, word)
    )


def _single(annotation: Any, with_parts: bool, word: str) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _fill(annotation, with_parts, word)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return next(iter(annotation)).value
    if annotation is PartialDate:
        return "2024"
    return VALUES.get(annotation, "1")


def known_type(annotation: Any) -> Any:
    """Return *annotation* without "or None" and without what only checks it."""
    if get_origin(annotation) in (Union, types.UnionType):
        return known_type(next(option for option in get_args(annotation) if option is not type(None)))
    return annotation.__origin__ if hasattr(annotation, "__metadata__") else annotation


def _part(annotation: Any) -> type[Part] | None:
    """Return the part that *annotation* holds, alone or in a tuple."""
    known = known_type(annotation)
    if get_origin(known) is tuple:
        known = known_type(get_args(known)[0])
    return known if isinstance(known, type) and issubclass(known, Part) else None
