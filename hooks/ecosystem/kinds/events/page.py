"""What the pages of events show: what comes, what returns, what is over, and how to put it into a calendar."""

from collections.abc import Mapping
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.events.adding import adding_links
from ecosystem.kinds.events.calendars import event_calendar
from ecosystem.kinds.events.model import Event, EventForm, EventHost
from ecosystem.kinds.events.occurrences import (
    Occurrence,
    coming_occurrences,
    current_rhythms,
    is_over,
    occurrences,
    past_occurrences,
    shown_occurrences,
)
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, by_language, by_year, choices, facets_of
from ecosystem.pages.frame import FeedLink
from ecosystem.pages.list_pages import BY_NAME, NEWEST, Heading, ListPage, list_pages
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
        "past": past_pages(edition)[0],
    }


@once
def past_pages(edition: Edition) -> tuple[ListPage[Occurrence], ...]:
    """Return all pages of the list of what is over, the latest first, behind its years."""
    say = edition.interface.say
    listed = past_occurrences(edition.ecosystem.of(Event).values(), edition.today)
    aspects = (
        by_year(edition, listed, lambda one: one.date.year),
        Aspect("form", say("field.form"), lambda one: filter(None, [one.form]), choices(edition, EventForm)),
        Aspect("host", say("field.host"), lambda one: [one.event.host], choices(edition, EventHost)),
        by_language(edition),
        Aspect(
            "recording",
            say("field.recording"),
            lambda one: ["yes"] if one.recording else [],
            {"yes": say("events.with_recording")},
        ),
    )
    return list_pages(
        edition,
        "events",
        listed,
        facets_of(listed, aspects),
        day_of=lambda one: one.date,
        orders=(NEWEST, BY_NAME),
        heading_of=lambda one: Heading(f"year-{one.date.year}", str(one.date.year), is_folded=True),
    )


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


def card_line(edition: Edition, event: Event) -> str:
    """Return the day of a single *event* and its place, as far as they are known."""
    place = event.place.in_language(edition.language).text if event.place else None
    return " · ".join(filter(None, [edition.formats.date(event.date) if event.date else None, place]))
