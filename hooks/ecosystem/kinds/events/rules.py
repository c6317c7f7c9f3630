"""The rules of events."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem, Severity
from ecosystem.kinds.events.calendar_names import ALL_EVENTS, GROUP_PREFIX, MEETING_PREFIX
from ecosystem.kinds.events.model import Event, EventState, Session
from ecosystem.kinds.parts import Weekday
from ecosystem.records.load import LoadedData


def sessions_are_in_order(data: LoadedData) -> Iterator[Problem]:
    """The sessions of a series stand in the order of their days, each day once."""
    for entry in data["events"].entries:
        event: Event = entry.record
        for index, (earlier, later) in enumerate(zip(event.sessions, event.sessions[1:], strict=False)):
            if later.date <= earlier.date:
                place = entry.place("sessions", index + 1, "date")
                yield Problem(place, "sessions_order", {"value": str(later.date), "before": str(earlier.date)})


def events_leave_names_of_calendars(data: LoadedData) -> Iterator[Problem]:
    """An event's id names its calendar, so it is not that of all events, of a working group or of a meeting."""
    for entry in data["events"].entries:
        if entry.record.id == ALL_EVENTS or entry.record.id.startswith((GROUP_PREFIX, MEETING_PREFIX)):
            yield Problem(entry.place("id"), "event_id_reserved", {"id": entry.record.id})


def changes_of_sessions_are_whole(data: LoadedData) -> Iterator[Problem]:
    """A session that was moved says from which day, one with such a day says that it was moved, and days are right."""
    for entry in data["events"].entries:
        event: Event = entry.record
        for index, session in enumerate(event.sessions):
            if (code := _what_is_missing(session, event)) is not None:
                details = {"value": str(session.date)}
                yield Problem(entry.place("sessions", index, "date"), code, details, Severity.WARNING)


def _what_is_missing(session: Session, event: Event) -> str | None:
    weekday = event.rhythm.weekday if event.rhythm else None
    code = None
    if session.state is EventState.MOVED and session.instead_of is None:
        code = "session_moved_from_nowhere"
    elif session.instead_of == session.date:
        code = "session_moved_nowhere"
    elif session.instead_of is not None and session.state is EventState.SCHEDULED:
        code = "session_state_missing"
    elif session.instead_of is None and weekday and list(Weekday).index(weekday) != session.date.weekday():
        code = "session_on_another_weekday"
    return code
