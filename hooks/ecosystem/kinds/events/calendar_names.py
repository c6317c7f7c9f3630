"""How calendars are named. That of an event has the event's id, so no event may have one of these names."""

from typing import Final

#: The calendar of all events, and how those of working groups and international meetings begin.
ALL_EVENTS: Final = "events"
GROUP_PREFIX: Final = "workgroup-"
MEETING_PREFIX: Final = "meeting-"
