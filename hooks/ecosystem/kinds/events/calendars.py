"""The calendars of events: one of all of them, of those in each language, and of each event or series.

What has no known day yet has its calendar all the same, so that one can subscribe before the first.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from jinja2 import Environment

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.events.calendar_names import ALL_EVENTS, LANGUAGE_PREFIX
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import has_dates, is_over
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView, calendar_path
from ecosystem.records.record import Record


def calendars(edition: Edition) -> Iterator[CalendarView]:
    """Yield the calendars of all events, of those in each language, and of each event that has a day or awaits one."""
    yield all_events_calendar(edition)
    for spoken in languages_of_events(edition):
        yield language_calendar(edition, spoken)
    for event in edition.ecosystem.of(Event).values():
        if calendar := event_calendar(edition, event):
            yield calendar


def components(edition: Edition, environment: Environment, calendar: CalendarView) -> Iterator[bytes]:
    """Yield the components of the events that *calendar* holds."""
    for event in calendar.subject:
        yield from edition.memory.once(("components", event.id), partial(_written, edition, environment, event))


def _written(edition: Edition, environment: Environment, event: Event) -> tuple[bytes, ...]:
    # Only who writes calendars pays for the library that does.
    from ecosystem.kinds.events.components import event_components  # noqa: PLC0415 - see above
    from ecosystem.publishing.calendars.publication import write_component  # noqa: PLC0415 - see above

    return tuple(map(write_component, event_components(edition, environment, event)))


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


def languages_of_events(edition: Edition) -> tuple[Language, ...]:
    """Return the languages that are spoken at events or their sessions, as far as the data says so."""
    events = edition.ecosystem.of(Event).values()
    return tuple(language for language in LANGUAGES if any(language in spoken_at(event) for event in events))


def spoken_at(event: Event) -> frozenset[Language]:
    """Return the languages that are spoken at *event* or a session of it."""
    return frozenset((*event.languages, *(spoken for session in event.sessions for spoken in session.languages)))


def language_calendar(edition: Edition, spoken: Language) -> CalendarView:
    """Return the calendar of the events at which a language is *spoken*."""
    say = edition.interface.say
    label = say("strand.events.title", title=say(f"language.{spoken}.in"))
    events = tuple(event for event in edition.ecosystem.of(Event).values() if spoken in spoken_at(event))
    return CalendarView(
        name=LANGUAGE_PREFIX + spoken,
        title=f"{say('site.name')} – {label}",
        label=label,
        description=label,
        subject=events,
        path=calendar_path(LANGUAGE_PREFIX + spoken, edition.language),
        page=edition.path("events"),
        lasting=True,
        has_dates=has_dates(events),
    )


def calendar_about(
    edition: Edition, prefix: str, collection: str, record: Record, events: Sequence[Event]
) -> CalendarView | None:
    """Return the calendar of the *events* that concern *record*; None when none of them has a known day."""
    if not has_dates(events):
        return None
    title = edition.title(record)
    return CalendarView(
        name=prefix + record.id,
        title=title,
        label=title,
        description=edition.interface.say(f"calendar.{prefix.rstrip('-')}.description", title=title),
        subject=tuple(events),
        path=calendar_path(prefix + record.id, edition.language),
        page=edition.record_path(collection, record.id),
        lasting=True,
        has_dates=True,
        former_paths=tuple(calendar_path(prefix + former, edition.language) for former in record.formerly),
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
