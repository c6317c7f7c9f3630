"""The languages of events as what can be followed: all that is told of events at which one is spoken."""

from collections.abc import Iterable, Iterator
from typing import Final

from ecosystem.kinds.events.calendars import language_calendar, languages_of_events, spoken_at
from ecosystem.kinds.events.model import Event
from ecosystem.pages.edition import Content, Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.publishing.feeds.strands import Strand, Strands


def _languages(edition: Edition) -> Iterator[Strand]:
    for spoken in languages_of_events(edition):
        calendar = language_calendar(edition, spoken)
        yield Strand(id=spoken, title=calendar.label, page=calendar.page)


def _languages_of(_: Content, item: FeedItem) -> Iterable[str]:
    return spoken_at(item.record) if isinstance(item.record, Event) else ()


LANGUAGES_OF_EVENTS: Final = Strands(group="events", place=50, all=_languages, of=_languages_of)
