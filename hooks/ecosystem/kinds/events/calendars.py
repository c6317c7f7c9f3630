"""The calendars of events: one of all of them, and one of each event or series.

What has no known day yet has its calendar all the same, so that one can subscribe before the first.
"""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from ecosystem.kinds.events.calendar_names import ALL_EVENTS
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import has_dates, is_over
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView, calendar_path


def calendars(edition: Edition) -> Iterator[CalendarView]:
    """Yield the calendar of all events, and those of each event that has a day or awaits one."""
    yield all_events_calendar(edition)
    for event in edition.ecosystem.of(Event).values():
        if calendar := event_calendar(edition, event):
            yield calendar


def components(edition: Edition, environment: Environment, calendar: CalendarView) -> Iterator[Any]:
    """Yield the components of the events that *calendar* holds."""
    # Only who writes calendars pays for the library that does.
    from ecosystem.kinds.events.components import event_components  # noqa: PLC0415 - see above

    for event in calendar.subject:
        yield from event_components(edition, environment, event)


def all_events_calendar(edition: Edition) -> CalendarView:
    """Return the calendar of all events."""
    events = tuple(edition.ecosystem.of(Event).values())
    return CalendarView(
        name=ALL_EVENTS,
        title=f"{edition.interface.say('site.name')} – {edition.interface.say('collection.events')}",
        label=edition.interface.say("collection.events"),
        description=edition.interface.say("calendar.events.description"),
        subject=events,
        path=calendar_path(ALL_EVENTS, edition.language),
        page=edition.path("events"),
        lasting=True,
        has_dates=has_dates(events),
    )


def event_calendar(edition: Edition, event: Event) -> CalendarView | None:
    """Return the calendar of one event or series; None when it has no day and awaits none."""
    awaits_dates = event.date is None and not is_over(event, edition.today)
    if not awaits_dates and not has_dates([event]):
        return None
    return CalendarView(
        name=event.id,
        title=edition.title(event),
        label=edition.title(event),
        description=" ".join(event.summary.in_language(edition.language).text.split()),
        subject=(event,),
        path=calendar_path(event.id, edition.language),
        page=edition.record_path("events", event.id),
        lasting=awaits_dates,
        has_dates=has_dates([event]),
        former_paths=tuple(calendar_path(former, edition.language) for former in event.formerly),
    )
