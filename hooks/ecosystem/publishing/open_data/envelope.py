"""What stands around the records: the head of each file, and the index of all files, as shapes like the records'."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.collections import (
    API_VERSION,
    ARCHIVE,
    ARCHIVE_CHECKSUM,
    DATA_CATALOGUE,
    LICENCE,
    LICENCE_NAME,
    OPEN_DATA,
    OPENAPI,
    OpenCollection,
    api_path,
    newest_of,
)
from ecosystem.publishing.open_data.outline import ADDRESS, COUNT, DAY, TEXT, by_language, outline
from ecosystem.publishing.open_data.shapes import Context, Field, Group, Items, Scalar, Words
from ecosystem.publishing.version import SiteVersion
from ecosystem.records.texts import Prose

INDEX_SCHEMA: Final = api_path("schema/index.json")

Editions: TypeAlias = Mapping[Language, Edition]


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is published: in which version, under which address, and when."""

    editions: Editions
    collections: Sequence[OpenCollection]
    version: SiteVersion
    site_url: str
    now: datetime.datetime

    def said(self, key: str) -> Prose:
        """Return the words called *key* in every language."""
        return Prose.model_validate({language: self.editions[language].interface.say(key) for language in LANGUAGES})

    def titles(self) -> Mapping[str, tuple[Prose, Prose]]:
        """Return title and description of each collection by its name."""
        names = [one.name for one in self.collections]
        return {name: (self.said(f"collection.{name}"), self.said(f"open_data.about.{name}")) for name in names}


def file_shape(publication: Publication, collection: OpenCollection) -> Group:
    """Return the shape of the JSON file of *collection*. Its records come last."""
    texts = Words(complete=True)
    return Group(
        f"{_outline(collection).name}File",
        f"All records of the collection {collection.name}.",
        (
            Field("collection", "The name of the collection.", TEXT, False, lambda one, _: one.name),
            Field("api_version", "The version of the interface.", TEXT, False, lambda *_: API_VERSION),
            Field("publisher", "Whose data it is.", texts, False, lambda *_: publication.said("site.name")),
            Field("licence", "The licence of the data.", ADDRESS, False, lambda *_: LICENCE),
            _address("schema", "The JSON Schema of the file.", lambda one: one.schema_path),
            Field("updated", "When the newest record changed.", DAY, True, lambda one, _: one.updated),
            Field("count", "How many records there are.", COUNT, False, lambda one, _: len(one.records)),
            Field("records", "The records.", Items(_outline(collection)), False, lambda one, _: one.records),
        ),
    )


def _address(name: str, description: str, path: Callable[[Any], str]) -> Field:
    return Field(name, description, ADDRESS, False, lambda value, context: context.site_url + path(value))


_DOCUMENTATION: Final = by_language(
    "Documentation",
    "The addresses of the page that explains the data.",
    lambda _, language, context: context.site_url + context.addresses.page(OPEN_DATA, language),
)

_LICENCE: Final = Group(
    "Licence",
    "The licence of the data.",
    (
        Field("name", "Its short name.", TEXT, False, lambda *_: LICENCE_NAME),
        Field("url", "Its address.", ADDRESS, False, lambda *_: LICENCE),
    ),
)


_CATALOGUE: Final = Group(
    "DataCatalogue",
    "The description of the data for other portals (DCAT-AP).",
    (
        _address("turtle", "As Turtle.", lambda _: DATA_CATALOGUE["turtle"]),
        _address("json_ld", "As JSON-LD.", lambda _: DATA_CATALOGUE["json_ld"]),
    ),
)


def index_shape(publication: Publication) -> Group:
    """Return the shape of the index: what there is, how much of it, since when, and under which licence."""
    texts = Words(complete=True)
    titles = publication.titles()
    listed = Group(
        "ListedCollection",
        "A collection, with the addresses of its files.",
        (
            Field("name", "The name of the collection.", TEXT, False, lambda one, _: one.name),
            Field("title", "What the collection is called.", texts, False, lambda one, _: titles[one.name][0]),
            Field("description", "What is in it.", texts, False, lambda one, _: titles[one.name][1]),
            Field("count", "How many records there are.", COUNT, False, lambda one, _: len(one.records)),
            Field("updated", "When the newest record changed.", DAY, True, lambda one, _: one.updated),
            _address("json", "All records as JSON.", lambda one: one.json_path),
            _address("csv", "All records as a table.", lambda one: one.csv_path),
            _address("schema", "The JSON Schema of the JSON file.", lambda one: one.schema_path),
        ),
    )
    moment = Scalar({"type": "string", "format": "date-time"}, lambda now: now.isoformat(timespec="seconds"))
    return Group(
        "Index",
        "What is published, with its dates, its licence and the addresses of the files.",
        (
            Field("name", "What the data is called.", texts, False, lambda one, _: one.said("open_data.name")),
            Field("description", "What the data is.", texts, False, lambda one, _: one.said("open_data.description")),
            Field("publisher", "Whose data it is.", texts, False, lambda one, _: one.said("site.name")),
            Field("documentation", _DOCUMENTATION.description, _DOCUMENTATION, False, lambda one, _: one),
            Field("licence", _LICENCE.description, _LICENCE, False, lambda one, _: one),
            Field("api_version", "The version of the interface.", TEXT, False, lambda *_: API_VERSION),
            Field("data_version", "The fingerprint of the data.", TEXT, False, lambda one, _: one.version.data),
            Field("code_version", "The version of the program.", TEXT, False, lambda one, _: one.version.code),
            Field("updated", "When the newest record changed.", DAY, True, lambda one, _: newest_of(one.collections)),
            Field("generated", "When the files were made.", moment, False, lambda one, _: one.now),
            _address("openapi", "The description of the interface (OpenAPI).", lambda _: OPENAPI),
            _address("archive", "All files of all collections in one (ZIP).", lambda _: ARCHIVE),
            _address("archive_checksum", "The SHA-256 of that file.", lambda _: ARCHIVE_CHECKSUM),
            Field("dcat", _CATALOGUE.description, _CATALOGUE, False, lambda one, _: one),
            Field("collections", "The collections.", Items(listed), False, lambda one, _: one.collections),
        ),
    )


def context(edition: Edition, around: Any) -> Context:
    """Return the context in which a value of *around*, a record or what stands around all, is published."""
    return Context(edition.ecosystem, edition.content.addresses, edition.site_url, around)


def _outline(collection: OpenCollection) -> Group:
    return outline(collection.model, collection.shaping)
