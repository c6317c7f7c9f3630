"""Open data: every public collection as JSON and CSV, with what a program needs to use them.

`outline` reads the shape of each collection off the models, `envelope` adds what stands around the records; files,
schemas and descriptions are all made from these shapes.
"""

from collections.abc import Iterator, Mapping

from ecosystem.languages import DEFAULT_LANGUAGE, Language
from ecosystem.open_data.documents import file_document, file_table, index_document, plain_head, plain_records
from ecosystem.open_data.envelope import INDEX, INDEX_SCHEMA, OPENAPI, Publication, file_shape, index_shape
from ecosystem.open_data.openapi import openapi_document
from ecosystem.open_data.outline import outline
from ecosystem.open_data.schema import file_schema
from ecosystem.settings import Settings
from ecosystem.views.edition import Edition
from ecosystem.views.open_data import open_collections


def render_open_data(editions: Mapping[Language, Edition], settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every file of the open data."""
    edition = editions[DEFAULT_LANGUAGE]
    site_url = settings.site_url
    publication = Publication(editions, open_collections(edition), settings)
    yield INDEX, index_document(publication)
    yield INDEX_SCHEMA, file_schema(index_shape(publication), site_url + INDEX_SCHEMA)
    yield OPENAPI, openapi_document(publication)
    for collection in publication.collections:
        shape = outline(collection.model)
        around = file_shape(collection)
        records = plain_records(shape, collection, edition)
        yield collection.json_path, file_document(plain_head(around, collection, edition), records)
        yield collection.csv_path, file_table(shape, records)
        yield collection.schema_path, file_schema(around, site_url + collection.schema_path)
