"""How calendars are named. That of an event has the event's id, so no event may have one of these names."""

from typing import Final

#: The calendars of all events and of all international meetings.
ALL_EVENTS: Final = "events"
ALL_MEETINGS: Final = "meetings"

#: How the calendars of the events in a language, of working groups, regions, pilots and single meetings begin.
LANGUAGE_PREFIX: Final = "events-"
GROUP_PREFIX: Final = "workgroup-"
REGION_PREFIX: Final = "region-"
PILOT_PREFIX: Final = "pilot-"
MEETING_PREFIX: Final = "meeting-"

PREFIXES: Final = (LANGUAGE_PREFIX, GROUP_PREFIX, REGION_PREFIX, PILOT_PREFIX, MEETING_PREFIX)
