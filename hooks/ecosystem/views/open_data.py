"""The open data of the site: which collections are published as files, what is in each, and when it last changed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from ecosystem.addresses import api_path
from ecosystem.model import COLLECTIONS
from ecosystem.model.record import Record
from ecosystem.model.sent_issue import SentIssue
from ecosystem.views.edition import Edition
from ecosystem.views.newsletters import last_touched

#: The version of the interface: it changes when a field goes or changes its type, and the addresses with it.
API_VERSION: Final = "1"

#: The day on which this version of the interface was published.
ISSUED: Final = datetime.date(2026, 11, 25)

#: What programs read first.
INDEX: Final = api_path("index.json")
OPENAPI: Final = api_path("openapi.json")

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME: Final = "CC BY 4.0"

#: The sent newsletters are no collection of the data, but they are published as one.
NEWSLETTERS: Final = "newsletters"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file of a collection: what its format is called, where it stands, and its media type."""

    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class OpenCollection:
    """A collection as it is published: all its public records, and the day on which the newest of them changed."""

    name: str
    model: type[BaseModel]
    records: Sequence[Record | SentIssue]
    updated: datetime.date | None

    @property
    def json_path(self) -> str:
        """The path of all records as JSON."""
        return api_path(f"{self.name}.json")

    @property
    def csv_path(self) -> str:
        """The path of all records as a table."""
        return api_path(f"{self.name}.csv")

    @property
    def schema_path(self) -> str:
        """The path of the JSON Schema."""
        return api_path(f"schema/{self.name}.json")

    def record_path(self, record_id: str) -> str:
        """Return the path of one record as JSON."""
        return api_path(f"{self.name}/{record_id}.json")

    @property
    def files(self) -> tuple[OpenFile, ...]:
        """All files, in the order in which they are offered."""
        return (
            OpenFile("JSON", self.json_path, "application/json"),
            OpenFile("CSV", self.csv_path, "text/csv"),
            OpenFile("JSON Schema", self.schema_path, "application/schema+json"),
        )


def open_collections(edition: Edition) -> tuple[OpenCollection, ...]:
    """Return all published collections; they are the same in every edition."""
    named: list[tuple[str, type[BaseModel], list[Record | SentIssue]]] = [
        (name, model, list(edition.ecosystem.collection(name).values())) for name, model in COLLECTIONS.items()
    ]
    sent = [issue for by_language in edition.newsletters.values() for issue in by_language.values()]
    named.append((NEWSLETTERS, SentIssue, list(sent)))
    return tuple(
        OpenCollection(name, model, records, max(map(_updated, records), default=None))
        for name, model, records in named
    )


def newest_of(collections: Sequence[OpenCollection]) -> datetime.date | None:
    """Return the day on which the newest record of all changed."""
    return max((one.updated for one in collections if one.updated), default=None)


def _updated(record: Record | SentIssue) -> datetime.date:
    return last_touched(record) if isinstance(record, SentIssue) else record.updated
