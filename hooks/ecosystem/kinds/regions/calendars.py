"""The calendars of regions: of each that dated events concern."""

from collections.abc import Iterator

from ecosystem.kinds.events.calendar_names import REGION_PREFIX
from ecosystem.kinds.events.calendars import calendar_about
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.calendars.listing import CalendarView, calendar_link
from ecosystem.publishing.feeds.listing import record_feed_links


def calendars(edition: Edition) -> Iterator[CalendarView]:
    """Yield the calendars of all regions that have one."""
    for region in edition.ecosystem.of(Region).values():
        if calendar := region_calendar(edition, region):
            yield calendar


def region_events(edition: Edition, region: Region) -> tuple[Event, ...]:
    """Return the events that concern *region*."""
    return tuple(event for event in edition.ecosystem.of(Event).values() if region.id in event.regions)


def region_calendar(edition: Edition, region: Region) -> CalendarView | None:
    """Return the calendar of the events that concern *region*; None when none has a known day."""
    return calendar_about(edition, REGION_PREFIX, "regions", region, region_events(edition, region))


def links(edition: Edition, region: Region) -> tuple[FeedLink, ...]:
    """Return the links by which a program finds the feed and the calendar of *region*."""
    calendar = region_calendar(edition, region)
    feed = record_feed_links(edition, "regions", region)
    return (*feed, calendar_link(edition, calendar)) if calendar else feed
