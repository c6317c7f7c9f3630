"""The site in one language: everything a view needs to know about the reader."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from ecosystem.addresses import record_path
from ecosystem.formats import Formats
from ecosystem.interface import Interface
from ecosystem.languages import Language
from ecosystem.model import Ecosystem
from ecosystem.model.record import CollectionName, Record
from ecosystem.model.sent_issue import SentIssue
from ecosystem.pictures import FOLDER, Picture, read_picture
from ecosystem.site_operator import UNKNOWN, Operator
from ecosystem.views.relations import Relations
from ecosystem.views.shelf import Shelf
from ecosystem.views.similarity import SimilarMembers

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Edition:
    """The ecosystem as readers of one language get it, on one day."""

    language: Language
    interface: Interface
    formats: Formats
    ecosystem: Ecosystem
    relations: Relations
    similar_members: SimilarMembers
    site_url: str
    today: datetime.date
    repository_url: str | None = None
    operator: Operator = UNKNOWN
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    newsletters: Mapping[datetime.date, Mapping[Language, SentIssue]] = field(default_factory=dict)
    #: Whether the data is made up; every page and every file then says so.
    demo: bool = False
    shelf: Shelf = field(default_factory=Shelf)
    page_titles: Mapping[str, str] = field(default_factory=dict)
    #: Answers of views (`views.kept`), by view. A copy with other values (`dataclasses.replace`) begins without any.
    kept: dict[Callable[["Edition"], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def title(self, record: Record) -> str:
        """Return what *record* is called, in the reader's language where it has a name in it."""
        return record.heading.in_language(self.language).text

    def by_name(self, records: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
        """Return *records* in the reader's alphabetical order."""
        return tuple(sorted(records, key=lambda record: self.formats.sort_key(self.title(record))))

    def named(self, collection: CollectionName, ids: Iterable[str]) -> tuple[Record, ...]:
        """Return the records of *collection* with these *ids*, by name."""
        records = self.ecosystem.collection(collection)
        return self.by_name(records[record_id] for record_id in ids)

    def address(self, collection: CollectionName, record_id: str) -> str:
        """Return the absolute address of a record's page."""
        return self.site_url + record_path(collection, record_id, self.language)


def published(ecosystem: Ecosystem, today: datetime.date) -> Ecosystem:
    """Return what the public may see on the day *today*: news with a later day waits for it."""
    news = {record_id: item for record_id, item in ecosystem.news.items() if item.date <= today}
    return replace(ecosystem, news=news)


def published_pictures(ecosystem: Ecosystem, data: Path) -> dict[str, Picture]:
    """Return the pictures of what the public may see, by the names of their files in the data folder *data*."""
    names = sorted({item.image.file for item in ecosystem.news.values() if item.image is not None})
    return {name: read_picture(data / FOLDER, name) for name in names}
