"""The calendars of an edition: what each holds, what it is called and how a reader gets it.

One of all events, one of each event or series, and one of each working group that has dated meetings:
events that name the group. A series has its calendar even while no session's day is known, so that one can
subscribe before the first; a group without dated meetings has none, as nothing says that it will have.
"""

from dataclasses import dataclass

from ecosystem.addresses import ALL_EVENTS, GROUP_PREFIX, calendar_path, page_path, record_path
from ecosystem.model.event import Event
from ecosystem.views.edition import Edition
from ecosystem.views.kept import kept
from ecosystem.views.meetings import has_meetings, is_over


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """A calendar in one language, with the path of its file and of the page that it belongs to.

    A calendar's `title` stands among those of other senders, its `label` on a page of this site.
    `lasting` tells that new meetings can be added, so that subscribing makes sense.
    """

    name: str
    title: str
    label: str
    description: str
    events: tuple[Event, ...]
    path: str
    page: str
    lasting: bool


@kept
def calendars(edition: Edition) -> tuple[CalendarView, ...]:
    """Return the calendars of *edition*: of all events, of each event, of each group with meetings."""
    events = tuple(edition.ecosystem.events.values())
    return (
        all_events_calendar(edition),
        *(event_calendar(edition, event) for event in events),
        *filter(None, (group_calendar(edition, group_id) for group_id in edition.ecosystem.workgroups)),
    )


def all_events_calendar(edition: Edition) -> CalendarView:
    """Return the calendar of all events."""
    return CalendarView(
        name=ALL_EVENTS,
        title=f"{edition.interface.say('site.name')} – {edition.interface.say('collection.events')}",
        label=edition.interface.say("collection.events"),
        description=edition.interface.say("calendar.events.description"),
        events=tuple(edition.ecosystem.events.values()),
        path=calendar_path(ALL_EVENTS, edition.language),
        page=page_path("events", edition.language),
        lasting=True,
    )


def event_calendar(edition: Edition, event: Event) -> CalendarView:
    """Return the calendar of one event or series."""
    return CalendarView(
        name=event.id,
        title=edition.title(event),
        label=edition.title(event),
        description=" ".join(event.summary.in_language(edition.language).text.split()),
        events=(event,),
        path=calendar_path(event.id, edition.language),
        page=record_path("events", event.id, edition.language),
        lasting=event.rhythm is not None and not is_over(event, edition.today),
    )


def group_calendar(edition: Edition, group_id: str) -> CalendarView | None:
    """Return the calendar of a working group's meetings: events that name it. None when none has a known day."""
    events = tuple(event for event in edition.ecosystem.events.values() if group_id in event.workgroups)
    if not has_meetings(events):
        return None
    title = edition.title(edition.ecosystem.workgroups[group_id])
    name = GROUP_PREFIX + group_id
    return CalendarView(
        name=name,
        title=title,
        label=title,
        description=edition.interface.say("calendar.workgroup.description", title=title),
        events=events,
        path=calendar_path(name, edition.language),
        page=record_path("workgroups", group_id, edition.language),
        lasting=True,
    )
