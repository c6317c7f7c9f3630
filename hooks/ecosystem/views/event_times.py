"""Which events are to come and which are over, on a given day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.model.event import Event


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
