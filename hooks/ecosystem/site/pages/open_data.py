"""What the page of open data shows: every data set, what programs read first, examples, and pages to embed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ecosystem.pages.edition import Edition
from ecosystem.pages.embedding import embed_path
from ecosystem.publishing.open_data.collections import (
    ARCHIVE,
    ARCHIVE_CHECKSUM,
    DATA_CATALOGUE,
    INDEX,
    OPENAPI,
    OpenFile,
)
from ecosystem.site.open_collections import all_collections
from ecosystem.site.pages.embeds import WHOLE, offering_parts


@dataclass(frozen=True, slots=True)
class Example:
    """A line to copy."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Embeddable:
    """A page for a frame: its title, its path here, and its whole address for elsewhere."""

    title: str
    path: str
    address: str


def open_data(edition: Edition) -> Mapping[str, Any]:
    """Return all that the page shows besides its text."""
    site_url, language = edition.site_url, edition.language
    collections = {one.name: one for one in all_collections(edition)}
    pilots = site_url + collections["pilots"].json_path
    return {
        "collections": tuple(collections.values()),
        "descriptions": (
            OpenFile("archive", ARCHIVE, "application/zip"),
            OpenFile("archive_checksum", ARCHIVE_CHECKSUM, "text/plain"),
            OpenFile("index", INDEX, "application/json"),
            OpenFile("openapi", OPENAPI, "application/json"),
            OpenFile("turtle", DATA_CATALOGUE["turtle"], "text/turtle"),
            OpenFile("json_ld", DATA_CATALOGUE["json_ld"], "application/ld+json"),
        ),
        "examples": (
            Example("all", f"curl -O {site_url}{collections['members'].json_path}"),
            Example("names", f"curl -s {pilots} | jq -r '.records[].name.{language}'"),
            Example("sheet", site_url + collections["members"].csv_path),
        ),
        "embeds": tuple(
            Embeddable(show(edition).title, path := embed_path(name, language), site_url + path)
            for name, show in WHOLE.items()
        ),
        "parts": [(part.name, embed_path(name, language)) for name, part in offering_parts(edition).items()],
    }
