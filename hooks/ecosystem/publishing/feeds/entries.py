"""An item in a reader's language: title, full text as HTML with absolute addresses, categories."""

import datetime
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from ecosystem.ground.languages import Language
from ecosystem.ground.settings import HELSINKI
from ecosystem.pages.edition import Edition
from ecosystem.pages.links import place
from ecosystem.pages.pictures import Picture
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem

#: The year from which on the operator's authority stands for the site in `tag:` ids (RFC 4151). It never changes.
TAG_YEAR: Final = 2024

_NOON: Final = datetime.time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item as it stands in a feed. `language` is that of its own words where they lack the reader's."""

    id: str
    address: str
    title: str
    title_language: Language
    html: str
    language: Language
    published: datetime.datetime
    updated: datetime.datetime
    categories: tuple[str, ...]
    picture: Picture | None = None


def moment(day: datetime.date) -> datetime.datetime:
    """Return noon of *day* in Helsinki: the data knows no times, and the day is then the same from America to Japan."""
    return datetime.datetime.combine(day, _NOON, HELSINKI)


def tag_uri(edition: Edition, name: str) -> str:
    """Return the permanent id of what is called *name* in *edition*."""
    return f"tag:{edition.content.operator.authority},{TAG_YEAR}:{edition.language}/{name}"


def last_change(ecosystem: Ecosystem, today: datetime.date) -> datetime.date:
    """Return when any entry of the data last changed: a feed without items is as old as that."""
    days = [record.updated for records in ecosystem.collections().values() for record in records.values()]
    return min(max(days, default=today), today)


class Entries:
    """Words the items of one language, each once, as most stand in two feeds."""

    def __init__(self, edition: Edition, environment: Environment) -> None:
        self._edition = edition
        self._environment = environment
        self._made: dict[str, Entry] = {}

    def entry(self, item: FeedItem) -> Entry:
        """Return *item* in the language of the edition."""
        if item.key not in self._made:
            self._made[item.key] = self._word(item)
        return self._made[item.key]

    def _word(self, item: FeedItem) -> Entry:
        edition = self._edition
        template = self._environment.get_template(f"feeds/{item.kind}.html")
        html = template.render(item=item, r=item.record, detail=item.detail)
        return Entry(
            id=tag_uri(edition, item.key),
            address=item_address(edition, item),
            title=item.title(edition),
            title_language=item.own_title(edition).language,
            html=place(html, edition.site_url).strip(),
            language=item.language(edition),
            published=moment(item.published),
            updated=moment(item.updated),
            categories=tuple(dict.fromkeys([edition.interface.say(f"feed.{item.topic}"), *item.categories(edition)])),
            picture=item.picture(edition),
        )


def item_address(edition: Edition, item: FeedItem) -> str:
    """Return the absolute address of the page, or the part of it, that *item* is about."""
    return edition.site_url + item.path(edition)
