"""What the pages of events show: what comes, what returns, what is over, and how to put it into a calendar."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.events.adding import adding_links
from ecosystem.kinds.events.calendars import event_calendar
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import (
    coming_occurrences,
    current_rhythms,
    is_over,
    occurrences,
    past_occurrences,
    shown_occurrences,
)
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.calendars.listing import calendar_link, webcal
from ecosystem.publishing.calendars.services import ServiceLink, subscription_links


def events(edition: Edition) -> Mapping[str, Any]:
    """Return what comes, the series that go on with their rhythms, what is over, and how to follow all of it."""
    listed = edition.ecosystem.of(Event).values()
    today = edition.today
    return {
        "coming": coming_occurrences(listed, today),
        "series": [
            (event, current_rhythms(event, today)) for event in listed if event.is_series and not is_over(event, today)
        ],
        "past": past_occurrences(listed, today),
    }


def more(edition: Edition, event: Event) -> Mapping[str, Any]:
    """Return when the event takes place or a series meets, what of it comes and is over, and its calendar."""
    calendar = event_calendar(edition, event)
    over = is_over(event, edition.today)
    listed = shown_occurrences(event, edition.today)
    return {
        "over": over,
        "once": None if event.is_series else occurrences(event)[0],
        "rhythms_now": current_rhythms(event, edition.today),
        "coming": [one for one in listed if one.until >= edition.today],
        "past": [one for one in reversed(listed) if one.until < edition.today],
        "calendar": calendar if calendar and not over else None,
        "webcal": webcal(edition, calendar.path) if calendar else None,
        "services": _services(edition, event),
    }


def links(edition: Edition, event: Event) -> tuple[FeedLink, ...]:
    """Return the link by which a program finds the calendar of the event."""
    calendar = event_calendar(edition, event)
    return (calendar_link(edition, calendar),) if calendar else ()


def _services(edition: Edition, event: Event) -> tuple[ServiceLink, ...]:
    """Return the links by which calendar services take in the event, or subscribe to what can still change."""
    calendar = event_calendar(edition, event)
    if calendar is None or is_over(event, edition.today):
        return ()
    return subscription_links(edition, calendar) if calendar.lasting else adding_links(edition, event)
