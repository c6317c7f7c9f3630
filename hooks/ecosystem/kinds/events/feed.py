"""What of events is told in feeds: each one, each session, and when it is cancelled, moved, or at other hours."""

import datetime
import re
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.events.model import Event, EventState, Session
from ecosystem.kinds.events.occurrences import Occurrence, occurrences
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem, with_note
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import Change, History, Past
from ecosystem.records.texts import Text

#: The path of hours in an event or a session, of whatever day or season.
_HOURS: Final = re.compile(r"(?:(?:days|seasons)/[^/]+/|rhythm/)?hours(?P<end>/start|/end)?")


class EventFeedItem(FeedItem):
    """An event that was announced."""

    kind = "event"
    names_topic = True
    record: Event

    @property
    def occurrence(self) -> Occurrence | None:
        """When it takes place; None for a series."""
        return None if self.record.is_series else occurrences(self.record)[0]

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.event", title=self.name(edition))


class SessionFeedItem(EventFeedItem):
    """A session of a series that was announced."""

    kind = "session"
    detail: Session

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


class CancelledFeedItem(EventFeedItem):
    """An event that was cancelled."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.event.cancelled", title=self.name(edition))


class CancelledSessionFeedItem(SessionFeedItem):
    """A session that was cancelled."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.event.cancelled", title=self.name(edition))


class MovedFeedItem(EventFeedItem):
    """An event that was moved; `detail` are the days from and to which, where these are known."""

    is_foldable = False
    detail: tuple[datetime.date, datetime.date] | None

    def title(self, edition: Edition) -> str:
        """Return the headline, which says from when to when."""
        return _moved(edition, self.name(edition), self.detail)


class MovedSessionFeedItem(SessionFeedItem):
    """A session that was moved."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline, which says from when to when."""
        days = self.detail.planned_day, self.detail.date
        return _moved(edition, self.name(edition), days if days[0] != days[1] else None)


class PlaceFeedItem(EventFeedItem):
    """An event that takes place elsewhere than was said; `detail` is the change of the place."""

    is_foldable = False
    detail: Change

    def title(self, edition: Edition) -> str:
        """Return the headline, which says from where to where."""
        say = edition.interface.say
        return say("feed.title.event.place", title=self.name(edition), old=self.detail.old, new=self.detail.new)


class HoursFeedItem(EventFeedItem):
    """An event whose hours alone are others than was said; its text says which they are now."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.event.hours", title=self.name(edition))


class SessionHoursFeedItem(SessionFeedItem):
    """A session whose hours alone are others than was said."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.event.hours", title=self.name(edition))


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield all events and sessions, and what of each has changed since it was announced, under names of its own."""
    for event in ecosystem.of(Event).values():
        past = history.of("events", event)
        fact = _announced(event, past, event.date)
        yield EventFeedItem(collection="events", record=event, appeared=past.entered, fact=fact)
        yield from _changes(event, past)
        for session in event.sessions:
            yield from _of_session(event, session, past)


def _changes(event: Event, past: Past) -> Iterator[FeedItem]:
    """Yield what of *event* has changed; of one that came as it is, nothing."""
    moves = list(_moves(past))
    for days, on in moves:
        yield MovedFeedItem(collection="events", record=event, part=f"moved-to-{days[1]}", detail=days, appeared=on)
    turn = past.became("state", event.state)
    on_turn = turn if turn != past.entered else None
    # Of what nothing is remembered the entry's last change is the only day that is known.
    known = None if past.seen else event.updated
    if event.state is EventState.CANCELLED:
        yield CancelledFeedItem(collection="events", record=event, part="cancelled", appeared=on_turn, fact=known)
    elif event.state is EventState.MOVED and all(on != turn for _, on in moves):
        yield MovedFeedItem(collection="events", record=event, part="moved", appeared=on_turn, fact=known)
    places = {change.day: change for language in reversed(LANGUAGES) for change in past.turns(f"place/{language}")}
    for on, change in places.items():
        yield PlaceFeedItem(collection="events", record=event, part=f"place-{on}", detail=change, appeared=on)
    for on in _days_of_new_hours(past, "", event.end_date or event.date):
        if all(on != day for _, day in moves):
            yield HoursFeedItem(collection="events", record=event, part=f"hours-{on}", appeared=on)


def _days_of_new_hours(past: Past, path: str, last: datetime.date | None) -> Iterator[datetime.date]:
    """Yield the days on which the hours at *path* became others; what is mended after the *last* day is no change.

    Hours that an event had left open are no change either; a session that gets hours of its own leaves the series'.
    """
    days = {
        change.day
        for change in past.changes
        if change.path.startswith(path)
        and (found := _HOURS.fullmatch(change.path.removeprefix(path)))
        and ((change.old and change.new) or (path and not found["end"] and change.old is None))
        and (last is None or change.day <= last)
    }
    yield from sorted(days)


def _moves(past: Past) -> Iterator[tuple[tuple[datetime.date, datetime.date], datetime.date]]:
    """Yield the days from and to which an event was moved, and on which: a past day that is mended is no move."""
    told: set[str | None] = set()
    for change in past.turns("date"):
        old, new = _day(change.old), _day(change.new)
        if old and new and max(old, new) >= change.day and change.new not in told:
            yield (old, new), change.day
        told.add(change.new)


def _day(value: str | None) -> datetime.date | None:
    """Return the day that *value* of an old version is, if it is one."""
    try:
        return datetime.date.fromisoformat(value or "")
    except ValueError:
        return None


def _of_session(event: Event, session: Session, past: Past) -> Iterator[FeedItem]:
    """Yield *session*, where it was announced as planned, and what became of it."""
    name = session.name
    announced = past.appeared("sessions", session.id or str(session.planned_day))
    turn = _turn(session, past)
    fact = _announced(event, past, session.planned_day)
    for on in _days_of_new_hours(past, f"sessions/{session.id or session.date}/", session.end_date or session.date):
        if on != turn:
            part = f"{name}/hours-{on}"
            yield SessionHoursFeedItem(collection="events", record=event, part=part, detail=session, appeared=on)
    if session.state is EventState.SCHEDULED and session.instead_of is None:
        yield SessionFeedItem(
            collection="events", record=event, part=name, detail=session, appeared=announced, fact=fact
        )
        return
    if past.seen is None or turn != announced:
        yield SessionFeedItem(
            collection="events", record=event, part=name, detail=session, appeared=announced, fact=fact
        )
    known = None if past.seen else event.updated
    is_cancelled = session.state is EventState.CANCELLED
    changed = CancelledSessionFeedItem if is_cancelled else MovedSessionFeedItem
    part = f"{name}/cancelled" if is_cancelled else f"{name}/moved-to-{session.date}"
    yield changed(collection="events", record=event, part=part, detail=session, appeared=turn, fact=known)


def _turn(session: Session, past: Past) -> datetime.date | None:
    """Return the day on which *session* got its state."""
    path = f"sessions/{session.id or session.date}"
    state = f"{path}/state"
    turned = past.became(state, session.state)
    return turned if any(change.path == state for change in past.changes) else past.appeared(*path.split("/"))


def _moved(edition: Edition, name: str, days: tuple[datetime.date, datetime.date] | None) -> str:
    say = edition.interface.say
    if days is None:
        return say("feed.title.event.moved", title=name)
    old, new = map(edition.formats.date, days)
    return say("feed.title.event.moved_to", title=name, old=old, new=new)


def _announced(event: Event, past: Past, day: datetime.date | None) -> datetime.date | None:
    """Return when an event counts as announced: as its entry says, or when it first stood here, by its day at most."""
    if event.announced is not None:
        return event.announced
    if past.entered is not None:
        return None
    known = past.seen or event.updated
    return known if day is None else min(known, day)
