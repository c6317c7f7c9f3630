"""Open data: every public collection as JSON and CSV, with what a program needs to use them.

`outline` reads the shape of each collection off the models, `envelope` adds what stands around the records; files,
schemas and descriptions are all made from these shapes.
"""

from collections.abc import Iterator, Mapping, Sequence

from ecosystem.ground.languages import DEFAULT_LANGUAGE, Language
from ecosystem.ground.settings import Settings
from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.archive import render_archive
from ecosystem.publishing.open_data.collections import INDEX, OPENAPI, OpenCollection, open_collections
from ecosystem.publishing.open_data.documents import (
    file_document,
    file_table,
    index_document,
    plain_head,
    plain_records,
    record_lines,
)
from ecosystem.publishing.open_data.envelope import INDEX_SCHEMA, Publication, file_shape, index_shape
from ecosystem.publishing.open_data.openapi import openapi_document
from ecosystem.publishing.open_data.outline import outline
from ecosystem.publishing.open_data.schema import file_schema
from ecosystem.publishing.version import SiteVersion


def make_publication(
    editions: Mapping[Language, Edition], settings: Settings, version: SiteVersion, more: Sequence[OpenCollection]
) -> Publication:
    """Return all that is published of *editions*: the collections of all kinds, and *more* besides."""
    collections = (*open_collections(editions[DEFAULT_LANGUAGE].ecosystem), *more)
    return Publication(editions, collections, version, settings.site_url, settings.now)


def render_index(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of what programs read first."""
    site_url = publication.site_url
    yield INDEX, index_document(publication)
    yield INDEX_SCHEMA, file_schema(index_shape(publication), site_url + INDEX_SCHEMA)
    yield OPENAPI, openapi_document(publication)


def render_collection(publication: Publication, collection: OpenCollection) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every file of *collection*."""
    edition = publication.editions[DEFAULT_LANGUAGE]
    mark = edition.interface.say("site.name") if edition.demo else None
    shape = outline(collection.model, collection.shaping)
    around = file_shape(publication, collection)
    records = plain_records(shape, collection, edition)
    lines = record_lines(records)
    yield collection.json_path, file_document(plain_head(around, collection, edition), lines.values())
    yield collection.csv_path, file_table(shape, records, mark)
    yield collection.schema_path, file_schema(around, publication.site_url + collection.schema_path)
    if collection.single:
        for record_id, line in lines.items():
            yield collection.record_path(record_id), f"{line}\n".encode()


def render_all(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of all collections in one file, and of its checksum."""
    whole = [
        (path, content)
        for collection in publication.collections
        for path, content in render_collection(publication, collection)
        if path in {file.path for file in collection.files}
    ]
    yield from render_archive(whole)
