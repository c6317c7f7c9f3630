"""JSON Schema (2020-12) of the published files, from the same shapes as the files themselves."""

from typing import Final

from ecosystem.ground.json_text import indented_json
from ecosystem.ground.languages import LANGUAGES
from ecosystem.publishing.open_data.shapes import LANGUAGE_NAMES, Field, Group, Items, JsonSchema, Scalar, Shape, Words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

#: Where a schema keeps the parts that it refers to.
PARTS: Final = "#/$defs/"


def file_schema(shape: Group, address: str) -> bytes:
    """Return the schema of a file of the form *shape* that stands at *address*."""
    parts: dict[str, JsonSchema] = {}
    head: JsonSchema = {"$schema": DIALECT, "$id": address, "title": shape.name}
    schema = head | group_schema(shape, parts, PARTS) | {"$defs": dict(sorted(parts.items()))}
    return f"{indented_json(schema)}\n".encode()


def group_schema(group: Group, parts: dict[str, JsonSchema], at: str) -> JsonSchema:
    """Return the schema of *group*; put the parts that it refers to into *parts*, which stand at *at*."""
    return {
        "type": "object",
        "description": group.description,
        "properties": {field.name: _field_schema(field, parts, at) for field in group.fields},
        "required": [field.name for field in group.fields],
    }


def reference(group: Group, parts: dict[str, JsonSchema], at: str) -> JsonSchema:
    """Return a reference to *group*, which is put into *parts*."""
    if group.name not in parts:
        parts[group.name] = {}  # before the fields: a group may stand within itself
        parts[group.name] = group_schema(group, parts, at)
    return {"$ref": at + group.name}


def _field_schema(field: Field, parts: dict[str, JsonSchema], at: str) -> JsonSchema:
    schema = _shape_schema(field.shape, parts, at)
    description = field.description
    if isinstance(field.shape, Scalar) and field.shape.reference:
        description += f" It is the id of a record in {field.shape.reference}."
    if isinstance(field.shape, Items) and isinstance(field.shape.item, Scalar) and field.shape.item.reference:
        description += f" They are ids of records in {field.shape.item.reference}."
    return {"description": description, **(_or_null(schema) if field.optional else schema)}


def _or_null(schema: JsonSchema) -> JsonSchema:
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **values}


def _shape_schema(shape: Shape, parts: dict[str, JsonSchema], at: str) -> JsonSchema:
    match shape:
        case Scalar():
            return dict(shape.schema)
        case Items():
            return {"type": "array", "items": _shape_schema(shape.item, parts, at)}
        case Words():
            return _words_schema(shape, parts, at)
        case Group():
            return reference(shape, parts, at)


def _words_schema(shape: Words, parts: dict[str, JsonSchema], at: str) -> JsonSchema:
    name = "Text" if shape.complete else "TextInSomeLanguages"
    kind: JsonSchema = {"type": "string"} if shape.complete else {"type": ["string", "null"]}
    parts[name] = {
        "type": "object",
        "description": "A text in every language." if shape.complete else "A text; null in a language it lacks.",
        "properties": {language: {"description": LANGUAGE_NAMES[language], **kind} for language in LANGUAGES},
        "required": list(LANGUAGES),
    }
    return {"$ref": at + name}
