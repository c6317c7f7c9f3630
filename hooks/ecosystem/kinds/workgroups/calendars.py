"""The calendars of working groups: of each that has dated meetings, which are events that name the group.

A group without dated meetings has none, as nothing says that it will have.
"""

from collections.abc import Iterator

from ecosystem.kinds.events.calendar_names import GROUP_PREFIX
from ecosystem.kinds.events.calendars import calendar_about
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.workgroups.model import Workgroup
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView


def calendars(edition: Edition) -> Iterator[CalendarView]:
    """Yield the calendars of all groups that have one."""
    for group_id in edition.ecosystem.of(Workgroup):
        if calendar := group_calendar(edition, group_id):
            yield calendar


def group_events(edition: Edition, group_id: str) -> tuple[Event, ...]:
    """Return the events that name a working group."""
    return tuple(event for event in edition.ecosystem.of(Event).values() if group_id in event.workgroups)


def group_calendar(edition: Edition, group_id: str) -> CalendarView | None:
    """Return the calendar of a working group's meetings: events that name it. None when none has a known day."""
    group = edition.ecosystem.of(Workgroup)[group_id]
    return calendar_about(edition, GROUP_PREFIX, "workgroups", group, group_events(edition, group_id))
