"""The calendars of pilots: of each that dated events concern."""

from collections.abc import Iterator

from ecosystem.kinds.events.calendar_names import PILOT_PREFIX
from ecosystem.kinds.events.calendars import calendar_about
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.calendars.listing import CalendarView, calendar_link
from ecosystem.publishing.feeds.listing import record_feed_links


def calendars(edition: Edition) -> Iterator[CalendarView]:
    """Yield the calendars of all pilots that have one."""
    for pilot in edition.ecosystem.of(Pilot).values():
        if calendar := pilot_calendar(edition, pilot):
            yield calendar


def pilot_events(edition: Edition, pilot: Pilot) -> tuple[Event, ...]:
    """Return the events that concern *pilot*."""
    return tuple(event for event in edition.ecosystem.of(Event).values() if pilot.id in event.pilots)


def pilot_calendar(edition: Edition, pilot: Pilot) -> CalendarView | None:
    """Return the calendar of the events that concern *pilot*; None when none has a known day."""
    return calendar_about(edition, PILOT_PREFIX, "pilots", pilot, pilot_events(edition, pilot))


def links(edition: Edition, pilot: Pilot) -> tuple[FeedLink, ...]:
    """Return the links by which a program finds the feed and the calendar of *pilot*."""
    calendar = pilot_calendar(edition, pilot)
    feed = record_feed_links(edition, "pilots", pilot)
    return (*feed, calendar_link(edition, calendar)) if calendar else feed
