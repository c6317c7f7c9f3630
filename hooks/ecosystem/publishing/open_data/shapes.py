"""What a published record looks like: a tree of shapes, read off the models once (`outline`).

JSON, CSV, JSON Schema and OpenAPI are all made from this one tree, so they cannot disagree. A shape turns a value of
the model into plain JSON, describes itself as JSON Schema, and names the columns that it fills in a table.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.addresses import Addresses
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.texts import Text

Plain: TypeAlias = str | int | float | bool | list[Any] | dict[str, Any] | None
JsonSchema: TypeAlias = dict[str, Any]

#: What parts several values in one cell: short ones stand in a row, texts one below the other.
BETWEEN_VALUES: Final = "; "
BETWEEN_TEXTS: Final = "\n"

LANGUAGE_NAMES: Final = {"fi": "In Finnish.", "sv": "In Swedish.", "en": "In English."}


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is published in: all that is public, where pages are, and the record around the value."""

    ecosystem: Ecosystem
    addresses: Addresses
    site_url: str
    record: Any


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `schema` is its JSON Schema, `reference` the collection whose record it names."""

    schema: Mapping[str, Any]
    write: Callable[[Any], Plain]
    reference: str | None = None

    def plain(self, value: Any, context: Context) -> Plain:
        """Return *value* as JSON has it; None when it names a record that is not public."""
        if self.reference is not None and value not in context.ecosystem.collection(self.reference):
            return None
        return self.write(value)


@dataclass(frozen=True, slots=True)
class Words:
    """A text by language; `complete` when it exists in all of them."""

    complete: bool

    def plain(self, value: Text, _: Context) -> Plain:
        """Return *value* with every language, null where it lacks one."""
        return {language: getattr(value, language) for language in LANGUAGES}


@dataclass(frozen=True, slots=True)
class Items:
    """A list of values of one shape."""

    item: "Shape"

    def plain(self, value: Any, context: Context) -> Plain:
        """Return *value* as a list, without those that are not public."""
        written = (self.item.plain(one, context) for one in value)
        return [one for one in written if one is not None]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a group: its value is read from the group by `read`; null when `optional` and unknown."""

    name: str
    description: str
    shape: "Shape"
    optional: bool
    read: Callable[[Any, Context], Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Named fields that belong together; a record is one."""

    name: str
    description: str
    fields: tuple[Field, ...]

    def plain(self, value: Any, context: Context) -> dict[str, Plain]:
        """Return *value* with every field, null where it is unknown."""
        written: dict[str, Plain] = {}
        for field in self.fields:
            inner = field.read(value, context)
            written[field.name] = None if inner is None else field.shape.plain(inner, context)
        return written


Shape: TypeAlias = Scalar | Words | Items | Group


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and how its cell is read from the plain record."""

    name: str
    description: str
    cell: Callable[[Any], str]


def columns(group: Group, prefix: str = "", at: Callable[[Any], Any] = lambda plain: plain) -> Iterator[Column]:
    """Yield the columns of *group*: one for a value, one a language for a text, and those of a group within it."""
    for field in group.fields:
        name = f"{prefix}{field.name}"
        inner = _step(at, field.name)
        match field.shape:
            case Words() | Items(Words()):
                for language in LANGUAGES:
                    description = f"{field.description} {LANGUAGE_NAMES[language]}"
                    yield Column(f"{name}_{language}", description, _texts(inner, language))
            case Group():
                yield from columns(field.shape, f"{name}_", inner)
            case Items(Scalar()):
                yield Column(name, field.description, _values(inner))
            case Items():
                yield Column(name, field.description, _objects(inner))
            case Scalar():
                yield Column(name, field.description, _value(inner))


def _step(at: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    def inner(plain: Any) -> Any:
        outer = at(plain)
        return None if outer is None else outer[name]

    return inner


def _value(at: Callable[[Any], Any]) -> Callable[[Any], str]:
    return lambda plain: _cell(at(plain))


def _values(at: Callable[[Any], Any]) -> Callable[[Any], str]:
    return lambda plain: BETWEEN_VALUES.join(_cell(one) for one in at(plain) or ())


def _texts(at: Callable[[Any], Any], language: str) -> Callable[[Any], str]:
    def cell(plain: Any) -> str:
        value = at(plain)
        texts = value if isinstance(value, list) else [value or {}]
        return BETWEEN_TEXTS.join(text[language] for text in texts if text.get(language))

    return cell


def _objects(at: Callable[[Any], Any]) -> Callable[[Any], str]:
    def cell(plain: Any) -> str:
        value = at(plain)
        return json.dumps(_without_gaps(value), ensure_ascii=False) if value else ""

    return cell


def _without_gaps(value: Any) -> Any:
    """Return *value* without empty fields: in a cell they only get in the way."""
    if isinstance(value, list):
        return [_without_gaps(one) for one in value]
    if isinstance(value, dict):
        return {name: _without_gaps(one) for name, one in value.items() if one not in (None, [])}
    return value


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
