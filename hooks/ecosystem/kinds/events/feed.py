"""What of events is told in feeds: each event, and each session of a series."""

import datetime
from collections.abc import Iterator

from ecosystem.kinds.events.model import Event, EventState, Session
from ecosystem.kinds.events.occurrences import Occurrence, occurrences
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem, with_note
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.texts import Text


class EventFeedItem(FeedItem):
    """An event that was announced, moved or cancelled."""

    kind = "event"
    is_dated = False
    record: Event

    @property
    def state(self) -> EventState:
        """Whether it takes place as planned."""
        return self.record.state

    @property
    def occurrence(self) -> Occurrence | None:
        """When it takes place; None for a series."""
        return None if self.record.is_series else occurrences(self.record)[0]

    def title(self, edition: Edition) -> str:
        """Return the headline, which says what happened to it."""
        changed = "" if self.state is EventState.SCHEDULED else f".{self.state.value}"
        return edition.interface.say(f"feed.title.event{changed}", title=self.name(edition))


class SessionFeedItem(EventFeedItem):
    """A session of a series."""

    kind = "session"
    detail: Session

    @property
    def state(self) -> EventState:
        """Whether it takes place as planned."""
        return self.detail.state

    @property
    def occurrence(self) -> Occurrence | None:
        """When it takes place."""
        return next(one for one in occurrences(self.record) if one.session == self.detail)

    @property
    def own_words(self) -> Text:
        """The topic of the session, where it has one."""
        return self.detail.title or super().own_words

    def name(self, edition: Edition) -> str:
        """Return the series, the day of the session and its topic."""
        named = f"{super().name(edition)} {edition.formats.date(self.detail.date)}"
        return f"{named}: {with_note(edition, self.detail.title)}" if self.detail.title else named


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield all events and sessions; one that was moved or cancelled is told again."""
    for event in ecosystem.of(Event).values():
        yield EventFeedItem(
            collection="events",
            record=event,
            published=_announced(event, event.date),
            told_again=event.state is not EventState.SCHEDULED,
        )
        for session in event.sessions:
            yield SessionFeedItem(
                collection="events",
                record=event,
                part=session.name,
                detail=session,
                published=_announced(event, session.planned_day),
                told_again=session.state is not EventState.SCHEDULED,
            )


def _announced(event: Event, day: datetime.date | None) -> datetime.date:
    """Return when an event was announced: when it was entered, which for a past one is its day at the latest."""
    if event.announced is not None:
        return event.announced
    return event.updated if day is None else min(event.updated, day)
