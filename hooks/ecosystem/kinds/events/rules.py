"""The rules of events."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem
from ecosystem.kinds.events.calendar_names import ALL_EVENTS, GROUP_PREFIX, MEETING_PREFIX
from ecosystem.kinds.events.model import Event
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
