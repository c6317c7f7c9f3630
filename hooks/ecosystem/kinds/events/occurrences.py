"""When events take place, meeting by meeting, for pages and calendars.

A single event is one meeting. A series has the meetings that its rhythm gives between its first and last
day, with the listed sessions in their places, and any other listed session besides.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.model import Event, EventState, Hours, Session
from ecosystem.kinds.events.times import last_day

#: As many coming meetings of a series as its page lists without an editor's doing.
MOST_COMING: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of an event: `planned_day` names it for good, `date` is when it takes place."""

    event: Event
    planned_day: datetime.date
    date: datetime.date
    last_day: datetime.date
    hours: Hours | None
    state: EventState
    session: Session | None = None


def meetings(event: Event) -> tuple[Meeting, ...]:
    """Return the meetings of *event* whose days are known, soonest first."""
    if event.date is not None:
        return (
            Meeting(
                event=event,
                planned_day=event.date,
                date=event.date,
                last_day=last_day(event) or event.date,
                hours=event.hours,
                state=event.state,
            ),
        )
    sessions = {session.planned_day: session for session in event.sessions}
    days = {*sessions, *rhythm_days(event)}
    return tuple(sorted((_of_series(event, day, sessions) for day in days), key=lambda one: one.date))


def rhythm_days(event: Event) -> tuple[datetime.date, ...]:
    """Return the days that follow from the rhythm of *event*; none for a single event."""
    return event.rhythm.days() if event.rhythm else ()


def _of_series(event: Event, day: datetime.date, sessions: Mapping[datetime.date, Session]) -> Meeting:
    session = sessions.get(day)
    date = session.date if session else day
    usual = event.rhythm.hours if event.rhythm else None
    state = session.state if session else EventState.SCHEDULED
    return Meeting(
        event=event,
        planned_day=day,
        date=date,
        last_day=date,
        hours=(session.hours if session else None) or usual,
        state=event.state if event.state is EventState.CANCELLED else state,
        session=session,
    )


def shown_meetings(event: Event, today: datetime.date) -> tuple[Meeting, ...]:
    """Return the meetings that the page of *event* lists: all that an editor has listed, and the next by rhythm."""
    known = meetings(event)
    coming = [meeting for meeting in known if meeting.date >= today][:MOST_COMING]
    return tuple(meeting for meeting in known if meeting.session is not None or meeting in coming)


def is_over(event: Event, today: datetime.date) -> bool:
    """Tell whether *event* is over: its last day is past. A series without a last day goes on."""
    if event.rhythm is not None and (event.rhythm.until is None or event.rhythm.until >= today):
        return False
    return all(meeting.last_day < today for meeting in meetings(event))


def has_meetings(events: Iterable[Event]) -> bool:
    """Tell whether any of *events* has a meeting whose day is known."""
    return any(meetings(event) for event in events)


def instants(meeting: Meeting) -> tuple[datetime.datetime, datetime.datetime] | None:
    """Return when *meeting* starts and ends; None when it takes whole days. Without an end it ends as it starts."""
    if meeting.hours is None:
        return None
    start = datetime.datetime.combine(meeting.date, meeting.hours.start, HELSINKI)
    end = meeting.hours.end or meeting.hours.start
    return start, datetime.datetime.combine(meeting.last_day, end, HELSINKI)


def day_after(meeting: Meeting) -> datetime.date:
    """Return the day after the last one: calendars leave the end of whole days out."""
    return meeting.last_day + datetime.timedelta(days=1)
