"""The description of the interface, from which programs make clients and documentation: OpenAPI 3.1, in English."""

from typing import Any, Final

from ecosystem.ground.json_text import indented_json
from ecosystem.publishing.open_data.collections import API, API_VERSION, INDEX, LICENCE, LICENCE_NAME
from ecosystem.publishing.open_data.envelope import Publication, file_shape, index_shape
from ecosystem.publishing.open_data.outline import outline
from ecosystem.publishing.open_data.schema import reference
from ecosystem.publishing.open_data.shapes import JsonSchema

VERSION: Final = "3.1.0"

_ID: Final = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "The id of the record.",
    "schema": {"type": "string"},
}

#: Where the description keeps the parts that it refers to.
PARTS: Final = "#/components/schemas/"


def openapi_document(publication: Publication) -> bytes:
    """Return the description of every address of the interface."""
    parts: dict[str, JsonSchema] = {}
    index = index_shape(publication)
    paths = {_below(INDEX): _operation("index", index.description, _json(reference(index, parts, PARTS)))}
    for collection in publication.collections:
        shape = file_shape(publication, collection)
        of_json = _operation(collection.name, shape.description, _json(reference(shape, parts, PARTS)))
        of_csv = _operation(f"{collection.name}_csv", shape.description, {"text/csv": {"schema": {"type": "string"}}})
        paths |= {_below(collection.json_path): of_json, _below(collection.csv_path): of_csv}
        if collection.single:
            record = outline(collection.model, collection.shaping)
            of_one = _operation(f"{collection.name}_record", record.description, _json(reference(record, parts, PARTS)))
            paths[_below(collection.record_path("{id}"))] = {"parameters": [_ID], **of_one}
    document = {
        "openapi": VERSION,
        "info": {
            "title": publication.said("open_data.name").en,
            "description": publication.said("open_data.description").en,
            "version": API_VERSION,
            "license": {"name": LICENCE_NAME, "url": LICENCE},
        },
        "servers": [{"url": f"{publication.site_url}{API}"}],
        "paths": paths,
        "components": {"schemas": dict(sorted(parts.items()))},
    }
    return f"{indented_json(document)}\n".encode()


def _below(path: str) -> str:
    return path.removeprefix(API)


def _json(schema: JsonSchema) -> JsonSchema:
    return {"application/json": {"schema": schema}}


def _operation(name: str, description: str, content: JsonSchema) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": description,
            "responses": {"200": {"description": description, "content": content}},
        }
    }
