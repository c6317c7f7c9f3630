"""The site in one language: everything a view needs to know about the reader."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from ecosystem.ground.languages import Language
from ecosystem.ground.uses import Memory, note, recorded
from ecosystem.pages.addresses import Addresses, RowsOfList
from ecosystem.pages.pictures import FOLDER, Picture, read_picture
from ecosystem.pages.relations import Relations
from ecosystem.pages.shelf import Shelf
from ecosystem.pages.site_operator import UNKNOWN, Operator
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.record import Record
from ecosystem.words.formats import Formats
from ecosystem.words.interface import Interface

AnyRecord = TypeVar("AnyRecord", bound=Record)
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Embargo:
    """The role of a kind whose records wait for their day: whether the public may see one on a day."""

    is_over: Callable[[Any, datetime.date], bool]


@dataclass(frozen=True, slots=True)
class Pictured:
    """The role of a kind whose records show pictures: the files of one, by their names in `data/images/`."""

    files: Callable[[Any], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Query(Generic[Answer]):
    """A question about one record that all records of its kind must be looked at to answer.

    Who asks uses the answer, not all that was looked at: `tell` says in plain words what tells it apart from others.
    """

    name: str
    answer: Callable[["Content", str], Answer]
    tell: Callable[[Answer], str]


@dataclass(frozen=True, slots=True)
class Answers:
    """The role of a kind about whose records such questions are asked."""

    queries: tuple[Query[Any], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Content:
    """What the site is made of on one day, in whatever language."""

    ecosystem: Ecosystem
    addresses: Addresses
    relations: Relations
    site_url: str
    day: datetime.date
    repository_url: str | None = None
    #: Where feed readers hear at once of what is new (WebSub); None where no hub is told.
    hub: str | None = None
    operator: Operator = UNKNOWN
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    #: The sent newsletters by day, the newest first, and by language.
    sent: Mapping[datetime.date, Mapping[Language, BaseModel]] = field(default_factory=dict)
    #: Whether the data is made up; every page and every file then says so.
    demo: bool = False
    shelf: Shelf = field(default_factory=Shelf)
    past: History = field(default_factory=History)
    #: What the fields of the data are called in a language, by their names; read when it is asked for.
    names_of_fields: Callable[[Language], Mapping[str, str]] = lambda _: {}
    memory: Memory = field(default_factory=Memory)

    @property
    def history(self) -> History:
        """What is remembered of the data: when each thing first stood there, what changed and what went."""
        note("history")
        return self.past

    @property
    def today(self) -> datetime.date:
        """The day of the site."""
        note("today")
        return self.day

    @property
    def newsletters(self) -> Mapping[datetime.date, Mapping[Language, BaseModel]]:
        """The sent newsletters by day, the newest first, and by language."""
        note("newsletters")
        return self.sent

    def field_name(self, language: Language, name: str) -> str:
        """Return what the field called *name* in the data is called in *language*."""
        note("field", language, name)
        return self.names_of_fields(language).get(name, name)

    def ask(self, query: Query[Answer], record_id: str) -> Answer:
        """Return the answer to *query* about the record with this id."""
        note("query", query.name, record_id)
        with recorded():
            return query.answer(self, record_id)


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """The content as readers of one language get it."""

    language: Language
    interface: Interface
    formats: Formats
    titles: Mapping[str, str]
    content: Content
    memory: Memory = field(default_factory=Memory)

    @property
    def ecosystem(self) -> Ecosystem:
        """All that the public may see."""
        return self.content.ecosystem

    @property
    def site_url(self) -> str:
        """The site's own address."""
        return self.content.site_url

    @property
    def today(self) -> datetime.date:
        """The day of the site."""
        return self.content.today

    @property
    def demo(self) -> bool:
        """Whether the data is made up."""
        return self.content.demo

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """The pictures that entries show, by the names of their files."""
        return self.content.pictures

    def title(self, record: Record) -> str:
        """Return what *record* is called, in the reader's language where it has a name in it."""
        return record.heading.in_language(self.language).text

    def page_title(self, page: str) -> str:
        """Return what the hand-written *page* is called."""
        note("title", self.language, page)
        return self.titles[page]

    def by_name(self, records: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
        """Return *records* in the reader's alphabetical order."""
        return tuple(sorted(records, key=lambda record: self.formats.sort_key(self.title(record))))

    def named(self, collection: str, ids: Iterable[str]) -> tuple[Record, ...]:
        """Return the records of *collection* with these *ids*, by name."""
        records = self.ecosystem.collection(collection)
        return self.by_name(records[record_id] for record_id in ids)

    def path(self, page: str) -> str:
        """Return the path of the hand-written *page*."""
        return self.content.addresses.page(page, self.language)

    def path_below(self, page: str, name: str) -> str:
        """Return the path of the page called *name* below the hand-written *page*."""
        return self.content.addresses.below(page, name, self.language)

    def record_path(self, collection: str, record_id: str) -> str:
        """Return the path of where a record stands: of its page, or of its row of the list."""
        kind, addresses = self.ecosystem.kinds[collection], self.content.addresses
        if kind.role(RowsOfList) and (record := self.ecosystem.collection(collection).get(record_id)):
            return addresses.standing(kind, record, self.language)
        return addresses.record(collection, record_id, self.language)

    def address(self, collection: str, record_id: str) -> str:
        """Return the absolute address of a record's page."""
        return self.site_url + self.record_path(collection, record_id)


def published(ecosystem: Ecosystem, today: datetime.date) -> Ecosystem:
    """Return what the public may see on the day *today*: some records wait for their day."""
    for kind, embargo in ecosystem.kinds.playing(Embargo):
        collection = ecosystem.collection(kind.name)
        shown = {name: record for name, record in collection.items() if embargo.is_over(record, today)}
        ecosystem = ecosystem.with_collection(collection.only(shown))
    return ecosystem


def published_pictures(ecosystem: Ecosystem, data: Path) -> dict[str, Picture]:
    """Return the pictures of what the public may see, by the names of their files in the data folder *data*."""
    names = {
        file
        for kind, pictured in ecosystem.kinds.playing(Pictured)
        for record in ecosystem.collection(kind.name).values()
        for file in pictured.files(record)
    }
    return {name: read_picture(data / FOLDER, name) for name in sorted(names)}
