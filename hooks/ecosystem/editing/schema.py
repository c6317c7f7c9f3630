"""JSON Schemas of the data files, from the models, so that code editors complete and explain as one types.

The schemas know less than `ecosystem check`: shapes and choices, not what holds between records. Values may be
written with or without quotes, so those that YAML would read as numbers or truth values are allowed as both.
"""

import json
from collections.abc import Mapping
from types import GenericAlias
from typing import Any, Final, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.record import field_order

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

#: The folder in the data folder in which the schemas stand.
FOLDER: Final = "schema"


class _DataSchema(GenerateJsonSchema):
    """Writes the models as editors write them: absent fields are left out, never null, and stand in file order."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        written = super().model_schema(schema)
        fields: Mapping[str, JsonSchemaValue] = written["properties"]
        model = schema["cls"]
        written["properties"] = {
            # a field that refers to a choice loses its description on the way
            name: fields[name] | {"description": model.model_fields[name].description or ""}
            for name in field_order(model)
        }
        return written


def collection_schema(kind: Kind) -> str:
    """Return the JSON Schema of the file of the records of *kind*, as the text of a file."""
    return schema_of(GenericAlias(list, (kind.model,)), f"data/{kind.name}.yaml")


def schema_of(kind: object, title: str) -> str:
    """Return the JSON Schema of a file that holds *kind*, called *title*, as the text of a file."""
    adapter: TypeAdapter[Any] = TypeAdapter(cast(Any, kind))
    head = {"$schema": DIALECT, "title": title}
    schema = head | adapter.json_schema(schema_generator=_DataSchema) | {"title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def collection_schemas(kinds: Kinds) -> dict[str, str]:
    """Return the text of the schema of every kind by its name."""
    return {name: collection_schema(kind) for name, kind in kinds.items()}
