"""The open data of the site: which collections are published as files, what is in each, and when it last changed."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from ecosystem.publishing.open_data.shaping import Shaping, shaping_of
from ecosystem.records.ecosystem import Ecosystem

#: The version of the interface: it changes when a field goes or changes its type, and the addresses with it.
API_VERSION: Final = "1"

#: The day on which this version of the interface was published.
ISSUED: Final = datetime.date(2026, 11, 25)

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME: Final = "CC BY 4.0"

#: The page that explains the open data.
OPEN_DATA: Final = "open-data"

#: The folder of the open data. A new version gets a folder of its own, so that programs go on working.
API: Final = "api/v1"


def api_path(name: str) -> str:
    """Return the path of the file called *name* of the open data: `api/v1/members.json`."""
    return f"{API}/{name}"


#: What programs read first.
INDEX: Final = api_path("index.json")
OPENAPI: Final = api_path("openapi.json")

#: All files of all collections in one, and what tells whether it arrived whole.
ARCHIVE: Final = api_path("all.zip")
ARCHIVE_CHECKSUM: Final = api_path("all.zip.sha256")

#: The description of all open data for other portals (DCAT-AP), by the name of its format.
DATA_CATALOGUE: Final[Mapping[str, str]] = {"turtle": api_path("dcat.ttl"), "json_ld": api_path("dcat.jsonld")}


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file of a collection: what its format is called, where it stands, and its media type."""

    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class OpenCollection:
    """A collection as it is published. All its public records are read when they are asked for."""

    name: str
    model: type[BaseModel]
    read: Callable[[], Iterable[BaseModel]]
    #: When a record last changed.
    touched: Callable[[Any], datetime.date]
    shaping: Shaping
    #: Whether each record has a file of its own too.
    single: bool = True

    @property
    def records(self) -> tuple[BaseModel, ...]:
        """All public records."""
        return tuple(self.read())

    @property
    def updated(self) -> datetime.date | None:
        """The day on which the newest of them changed."""
        return max(map(self.touched, self.read()), default=None)

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


def open_collections(ecosystem: Ecosystem) -> tuple[OpenCollection, ...]:
    """Return the collections of all kinds."""
    return tuple(
        OpenCollection(
            kind.name,
            kind.model,
            ecosystem.collection(kind.name).values,
            lambda record: record.updated,
            shaping_of(kind),
        )
        for kind in ecosystem.kinds.values()
    )


def newest_of(collections: Sequence[OpenCollection]) -> datetime.date | None:
    """Return the day on which the newest record of all changed."""
    return max((day for one in collections if (day := one.updated)), default=None)
