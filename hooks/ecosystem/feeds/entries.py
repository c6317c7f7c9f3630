"""An item in a reader's language: title, full text as HTML with absolute addresses, categories."""

import datetime
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment

from ecosystem.languages import Language
from ecosystem.model import Ecosystem
from ecosystem.model.event import Event, EventState
from ecosystem.model.news import Image, NewsItem
from ecosystem.model.pilot import Pilot
from ecosystem.model.texts import Phrase, Text
from ecosystem.pictures import Picture
from ecosystem.render.links import place
from ecosystem.settings import HELSINKI
from ecosystem.views.edition import Edition
from ecosystem.views.feed_items import FeedItem

#: The year from which on the site's name stands for it in `tag:` ids (RFC 4151). It never changes.
TAG_YEAR: Final = 2024

#: Items whose own title says enough: it stands alone, so that its language can be marked.
_TITLED: Final = ("news", "publication")


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
    newest: datetime.datetime
    categories: tuple[str, ...]
    picture: Picture | None = None


def moment(day: datetime.date) -> datetime.datetime:
    """Return the start of *day* in Helsinki: the data knows no times, and no entry may be ahead of its reader."""
    return datetime.datetime.combine(day, datetime.time(), HELSINKI)


def tag_uri(site_url: str, name: str) -> str:
    """Return the permanent id of what is called *name* on the site."""
    return f"tag:{urlsplit(site_url).hostname},{TAG_YEAR}:{name}"


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
            id=tag_uri(edition.site_url, f"{edition.language}/{item.key}"),
            address=item_address(edition, item),
            title=item_title(edition, item),
            title_language=own_title(edition, item).language,
            html=place(html, edition.site_url).strip(),
            language=_language(edition, item),
            published=moment(item.published),
            updated=moment(item.updated),
            newest=moment(item.newest),
            categories=_categories(edition, item),
            picture=_picture(edition, item),
        )


def item_address(edition: Edition, item: FeedItem) -> str:
    """Return the absolute address of the page, or the part of it, that *item* is about."""
    address = edition.address(item.collection, item.record.id)
    return f"{address}#{item.detail[0].id}" if item.kind == "reading" else address


def item_title(edition: Edition, item: FeedItem) -> str:
    """Return the headline of *item* in the reader's language; a name that lacks it is followed by a note."""
    interface = edition.interface
    name = _name(edition, item)
    if item.kind == "reading":
        indicator, reading = item.detail
        value = interface.say(
            f"choice.comparator.{reading.comparator.value}", value=edition.formats.number(reading.value)
        )
        return interface.say("feed.title.reading", title=name, value=f"{value} {interface.choice(indicator.unit)}")
    return name if item.kind in _TITLED else interface.say(_title_key(item), title=name)


def own_title(edition: Edition, item: FeedItem) -> Phrase:
    """Return the headline of *item* with its language: that of its name, without a note, where it says no more."""
    if item.kind not in _TITLED:
        return Phrase(item_title(edition, item), edition.language)
    return item.record.heading.in_language(edition.language)


def _name(edition: Edition, item: FeedItem) -> str:
    if item.kind == "reading":
        return str(item.detail[0].title.in_language(edition.language).text)
    name = _with_note(edition, item.record.heading)
    if item.kind != "session":
        return name
    named = f"{name} {edition.formats.date(item.detail.date)}"
    return f"{named}: {_with_note(edition, item.detail.title)}" if item.detail.title else named


def _with_note(edition: Edition, text: Text) -> str:
    phrase = text.in_language(edition.language)
    if phrase.language == edition.language:
        return phrase.text
    return f"{phrase.text} ({edition.interface.say(f'language.{phrase.language}.in')})"


def _title_key(item: FeedItem) -> str:
    if isinstance(item.record, Event):
        state = item.detail.state if item.kind == "session" else item.record.state
        return "feed.title.event" if state is EventState.SCHEDULED else f"feed.title.event.{state.value}"
    if item.kind == "pilot" and isinstance(item.record, Pilot):
        return f"feed.title.pilot.{item.record.status.value}"
    return f"feed.title.{item.kind}"


def _language(edition: Edition, item: FeedItem) -> Language:
    """Return the language of the record's own words: that of its lead, else of its name."""
    own = item.record.in_short or item.record.heading
    if item.kind == "results" and isinstance(item.record, Pilot) and item.record.results:
        own = item.record.results
    if item.kind == "session" and item.detail.title:
        own = item.detail.title
    if item.kind == "publication":
        own = item.record.heading
    return own.in_language(edition.language).language


def _categories(edition: Edition, item: FeedItem) -> tuple[str, ...]:
    names = [edition.interface.say(f"feed.{item.topic}")]
    match item.record:
        case NewsItem() as news:
            names += [edition.interface.choice(topic) for topic in news.topics]
        case Pilot() as pilot:
            names += [edition.interface.choice(use) for use in pilot.use_cases]
    return tuple(dict.fromkeys(names))


def _picture(edition: Edition, item: FeedItem) -> Picture | None:
    match item.record:
        case NewsItem(image=Image() as image):
            return edition.pictures[image.file]
    return None
