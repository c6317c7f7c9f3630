"""JSON Schemas of the data files, from the models, so that code editors complete and explain as one types.

The schemas know less than `ecosystem check`: shapes and choices, not what holds between records. Values may be
written with or without quotes, so those that YAML would read as numbers or truth values are allowed as both.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any, Final, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ecosystem.model import COLLECTIONS
from ecosystem.model.record import CollectionName, field_order
from ecosystem.model.sent_issue import SentIssue
from ecosystem.newsletter.archive import FOLDER as NEWSLETTERS

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


def collection_schema(collection: CollectionName) -> str:
    """Return the JSON Schema of the file of *collection*, as the text of a file."""
    return _schema(GenericAlias(list, (COLLECTIONS[collection],)), f"data/{collection}.yaml")


def newsletter_schema() -> str:
    """Return the JSON Schema of the files of sent newsletters, as the text of a file."""
    return _schema(SentIssue, f"data/{NEWSLETTERS}/*.yaml")


def _schema(kind: object, title: str) -> str:
    adapter: TypeAdapter[Any] = TypeAdapter(cast(Any, kind))
    head = {"$schema": DIALECT, "title": title}
    schema = head | adapter.json_schema(schema_generator=_DataSchema) | {"title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def collection_schemas(data: Path) -> dict[Path, str]:
    """Return the text of every schema by the path where it belongs for the data folder *data*."""
    schemas = {data / FOLDER / f"{name}.json": collection_schema(name) for name in COLLECTIONS}
    return {**schemas, data / FOLDER / f"{NEWSLETTERS}.json": newsletter_schema()}
