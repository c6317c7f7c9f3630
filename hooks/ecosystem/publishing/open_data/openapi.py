"""The description of the interface, from which programs make clients and documentation: OpenAPI 3.1, in English."""

from typing import Any, Final

from ecosystem.ground.json_text import indented_json
from ecosystem.ground.languages import Language
from ecosystem.publishing.open_data.collections import (
    API,
    API_VERSION,
    ARCHIVE,
    ARCHIVE_CHECKSUM,
    INDEX,
    LICENCE,
    LICENCE_NAME,
    OPEN_DATA,
)
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

#: Whoever asks again with what the host said of the file (ETag, Last-Modified) gets it only when it has changed.
_UNCHANGED: Final = {"description": "The file has not changed since it was asked for."}
_NOT_THERE: Final = {"description": "There is no such file."}

_ZIP: Final = {"application/zip": {"schema": {"type": "string", "contentMediaType": "application/zip"}}}
_PLAIN_TEXT: Final = {"text/plain": {"schema": {"type": "string"}}}

#: The tag of what is about the interface, and the language of the description.
_ABOUT: Final = "about"
_LANGUAGE: Final[Language] = "en"

#: Where the description keeps the parts that it refers to.
PARTS: Final = "#/components/schemas/"


def openapi_document(publication: Publication) -> bytes:
    """Return the description of every address of the interface."""
    parts: dict[str, JsonSchema] = {}
    index = index_shape(publication)
    tags = [{"name": _ABOUT, "description": index.description}]
    paths = {_below(INDEX): _operation("index", _ABOUT, index.description, _json(reference(index, parts, PARTS)))}
    paths[_below(ARCHIVE)] = _operation("archive", _ABOUT, "All files of all collections in one.", _ZIP)
    paths[_below(ARCHIVE_CHECKSUM)] = _operation("archive_checksum", _ABOUT, "The SHA-256 of that file.", _PLAIN_TEXT)
    for collection in publication.collections:
        shape = file_shape(publication, collection)
        name = collection.name
        tags.append({"name": name, "description": shape.description})
        of_json = _operation(name, name, shape.description, _json(reference(shape, parts, PARTS)))
        of_csv = _operation(f"{name}_csv", name, shape.description, {"text/csv": {"schema": {"type": "string"}}})
        paths |= {_below(collection.json_path): of_json, _below(collection.csv_path): of_csv}
        if collection.single:
            record = outline(collection.model, collection.shaping)
            of_one = _operation(f"{name}_record", name, record.description, _json(reference(record, parts, PARTS)))
            paths[_below(collection.record_path("{id}"))] = {"parameters": [_ID], **of_one}
    document = {
        "openapi": VERSION,
        "info": {
            "title": publication.said("open_data.name").en,
            "description": publication.said("open_data.description").en,
            "version": API_VERSION,
            "license": {"name": LICENCE_NAME, "url": LICENCE},
            "contact": _contact(publication),
        },
        "servers": [{"url": f"{publication.site_url}{API}"}],
        "security": [],
        "tags": tags,
        "paths": paths,
        "components": {"schemas": dict(sorted(parts.items()))},
    }
    return f"{indented_json(document)}\n".encode()


def _below(path: str) -> str:
    return path.removeprefix(API)


def _json(schema: JsonSchema) -> JsonSchema:
    return {"application/json": {"schema": schema}}


def _contact(publication: Publication) -> dict[str, Any]:
    """Return whom to ask: the page that explains the data, and the operator's address where there is one."""
    edition = publication.editions[_LANGUAGE]
    contact = {"name": publication.said("site.name").en, "url": edition.site_url + edition.path(OPEN_DATA)}
    email = edition.content.operator.contact_email
    return {**contact, "email": email} if email else contact


def _operation(name: str, tag: str, description: str, content: JsonSchema) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "tags": [tag],
            "summary": description,
            "description": description,
            "responses": {
                "200": {"description": description, "content": content},
                "304": _UNCHANGED,
                "404": _NOT_THERE,
            },
        }
    }
