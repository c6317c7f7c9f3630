"""Which events are to come and which are over, on a given day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.kinds.events.model import Event, Session


@dataclass(frozen=True, slots=True)
class EventsByTime:
    """Events as a reader looks for them."""

    upcoming: tuple[Event, ...]
    series: tuple[Event, ...]
    past: tuple[Event, ...]


def last_day(event: Event) -> datetime.date | None:
    """Return the last day of a single event; None for a series."""
    return event.end_date or event.date


def events_by_time(events: Iterable[Event], today: datetime.date) -> EventsByTime:
    """Return *events* apart: what comes (soonest first), series, and what is over (latest first)."""
    upcoming, series, past = [], [], []
    for event in events:
        day = last_day(event)
        if day is None:
            series.append(event)
        elif day >= today:
            upcoming.append(event)
        else:
            past.append(event)
    return EventsByTime(
        tuple(sorted(upcoming, key=lambda event: (event.date, event.id))),
        tuple(sorted(series, key=lambda event: event.id)),
        tuple(sorted(past, key=lambda event: (event.date, event.id), reverse=True)),
    )


def coming_sessions(series: Iterable[Event], today: datetime.date) -> tuple[tuple[Event, Session], ...]:
    """Return the known sessions of all *series* that are to come, each with its series, soonest first."""
    sessions = [(event, session) for event in series for session in event.sessions if session.date >= today]
    return tuple(sorted(sessions, key=lambda pair: (pair[1].date, pair[0].id)))
