"""JSON Schemas of the data files, from the models, so that code editors complete and explain as one types.

The schemas know less than `ecosystem check`: shapes and choices, not what holds between records. Values may be
written with or without quotes, so those that YAML would read as numbers or truth values are allowed as both.

What they say is in all languages at once, for a code editor knows one schema for each file. What there is to refer to
is offered and not demanded: it stands in a file of its own, which is written anew when records come and go.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import GenericAlias
from typing import Any, ClassVar, Final, cast

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ecosystem.editing.changes.describe import Words, read_editors_words
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Place, Problem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import field_order
from ecosystem.records.references import reference_of
from ecosystem.records.values import ClockTime, Count, Day, Email, EndTime, Id, Number, Phone, PictureFile, Url
from ecosystem.words.interface import choice_key
from ecosystem.words.messages import Messages, read_messages

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

#: The folder in the data folder in which the schemas stand.
FOLDER: Final = "schema"

#: The file there with what there is to refer to, by collection.
REFERENCES: Final = "references"
#: Stands for a reference to it until pydantic is done, which knows no other file.
_REFERS_TO: Final = "x-refers-to"

#: The types of values that have a shape; each refuses what has not.
_SHAPED: Final = (Id, Day, PartialDate, ClockTime, EndTime, Count, Number, PictureFile, Url, Email, Phone)
_SHAPELESS: Final = "?"

_BETWEEN_LANGUAGES: Final = " · "


@dataclass(frozen=True, slots=True)
class SchemaWords:
    """The words of schemas: those for editors and the messages of the checks, each in all languages."""

    editors: Sequence[Words]
    messages: Sequence[Messages]

    def field(self, name: str) -> str:
        """Return what the field *name* is called."""
        return _together([words.field(name) for words in self.editors])

    def choice(self, value: Any) -> str:
        """Return what a value of a choice is called; nothing where the site has no name for it."""
        return _together([name for words in self.editors if (name := words.site.get(choice_key(value)))])

    def refusal(self, code: str, field: str) -> str:
        """Return what is wrong with a *field* that has not the shape that the message *code* asks for."""
        problem = Problem(Place(""), code, {"field": field})
        return "\n".join(messages.text(problem) for messages in self.messages)


def read_schema_words(strings: Path) -> SchemaWords:
    """Return the words of schemas from the folder *strings*."""
    return SchemaWords(
        [read_editors_words(strings, language) for language in LANGUAGES],
        [read_messages(strings, language) for language in LANGUAGES],
    )


def _together(said: Sequence[str]) -> str:
    return _BETWEEN_LANGUAGES.join(dict.fromkeys(said))


def _codes_by_pattern() -> dict[str, str]:
    """Return the code of the message about a value that does not fit a pattern, by the pattern."""
    codes: dict[str, str] = {}
    for type_ in _SHAPED:
        adapter: TypeAdapter[Any] = TypeAdapter(type_)
        try:
            adapter.validate_python(_SHAPELESS)
        except ValidationError as error:
            codes[adapter.json_schema()["pattern"]] = error.errors()[0]["type"]
    return codes


_CODES: Final = _codes_by_pattern()


class _DataSchema(GenerateJsonSchema):
    """Writes the models as editors write them: absent fields are left out, never null, and stand in file order."""

    words: ClassVar[SchemaWords]

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        written = super().enum_schema(schema)
        return written | {"enumDescriptions": [self.words.choice(one) for one in schema["cls"]]}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        written = super().model_schema(schema)
        fields: Mapping[str, JsonSchemaValue] = written["properties"]
        model = schema["cls"]
        written["properties"] = {
            # a field that refers to a choice loses its description on the way
            name: self._field(name, fields[name], reference_of(model, name))
            | {"description": f"{self.words.field(name)}. {model.model_fields[name].description or ''}".strip()}
            for name in field_order(model)
        }
        return written

    def _field(self, name: str, shape: JsonSchemaValue, collection: str | None) -> JsonSchemaValue:
        """Return the *shape* of a field with what a code editor says of a wrong value, and what it offers."""
        if shape.get("type") == "array":
            return shape | {"items": self._field(name, shape["items"], collection)}
        if (code := _CODES.get(shape.get("pattern", ""))) is not None:
            shape |= {"patternErrorMessage": self.words.refusal(code, name)}
        if collection is None:
            return shape
        shape.pop("examples", None)  # a code editor would offer them, though nothing is called so
        return {"anyOf": [shape, {_REFERS_TO: collection}]}


def collection_schema(kind: Kind, words: SchemaWords) -> str:
    """Return the JSON Schema of the file of the records of *kind*, as the text of a file."""
    return schema_of(GenericAlias(list, (kind.model,)), f"data/{kind.name}.yaml", words)


def schema_of(kind: object, title: str, words: SchemaWords) -> str:
    """Return the JSON Schema of a file that holds *kind*, called *title*, as the text of a file."""
    adapter: TypeAdapter[Any] = TypeAdapter(cast(Any, kind))
    generator = type("_SchemaInWords", (_DataSchema,), {"words": words})
    text = _text({"title": title} | adapter.json_schema(schema_generator=generator) | {"title": title})
    return re.sub(rf'"{_REFERS_TO}": "(\w+)"', rf'"$ref": "{REFERENCES}.json#/$defs/\1"', text)


def collection_schemas(kinds: Kinds, words: SchemaWords) -> dict[str, str]:
    """Return the text of the schema of every kind by its name."""
    return {name: collection_schema(kind, words) for name, kind in kinds.items()}


def references_schema(ecosystem: Ecosystem) -> str:
    """Return what there is to refer to in *ecosystem*, with names, as the text of a file."""
    collections = {
        name: {
            "enum": sorted(collection),
            "enumDescriptions": [
                _together(list(collection[one].heading.wordings().values())) for one in sorted(collection)
            ],
        }
        for name, collection in ecosystem.collections().items()
    }
    return _text({"$defs": collections})


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT} | dict(schema), ensure_ascii=False, indent=2) + "\n"
