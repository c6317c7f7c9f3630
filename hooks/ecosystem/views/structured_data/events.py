"""Events and international meetings for machines."""

import datetime
from collections.abc import Mapping
from typing import Final

from ecosystem.model.event import Event, EventForm, EventState
from ecosystem.model.meeting import InternationalMeeting, MeetingKind, MeetingStatus
from ecosystem.model.record import Interval
from ecosystem.settings import HELSINKI
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import actor_name, country_name, is_dated
from ecosystem.views.structured_data.common import JsonLd, site_publisher, thing

_ATTENDANCE: Final = {
    EventForm.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    EventForm.ON_SITE: "https://schema.org/OfflineEventAttendanceMode",
    EventForm.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}
_EVENT_STATUS: Final = {
    EventState.SCHEDULED: "https://schema.org/EventScheduled",
    EventState.MOVED: "https://schema.org/EventRescheduled",
    EventState.CANCELLED: "https://schema.org/EventCancelled",
}


def event_data(edition: Edition, record: Event | InternationalMeeting, address: str) -> JsonLd:
    """Return an event, a series of events or an international meeting."""
    if isinstance(record, InternationalMeeting):
        return _meeting(edition, record, address)
    return _event(edition, record, address)


def _event(edition: Edition, event: Event, address: str) -> JsonLd:
    data = thing("Event" if event.date else "EventSeries", address)
    data |= {
        "name": edition.title(event),
        "description": event.summary.in_language(edition.language).text,
        "eventStatus": _EVENT_STATUS[event.state],
        "organizer": _organisers(edition, event),
    }
    if event.languages:
        data["inLanguage"] = list(event.languages)
    if event.form is not None:
        data["eventAttendanceMode"] = _ATTENDANCE[event.form]
    if event.form in (EventForm.ONLINE, EventForm.HYBRID):
        data["location"] = {"@type": "VirtualLocation", "url": event.registration or event.url or address}
    elif event.place is not None:
        place = event.place.in_language(edition.language).text
        data["location"] = {"@type": "Place", "name": place, "address": place}
    if event.date is not None:
        start = event.hours.start if event.hours else None
        end = event.hours.end if event.hours else None
        data["startDate"] = _moment(event.date, start)
        if event.end_date or end:
            data["endDate"] = _moment(event.end_date or event.date, end)
    elif event.rhythm is not None:
        letter = "W" if event.rhythm.interval is Interval.WEEK else "M"
        schedule: JsonLd = {"@type": "Schedule", "repeatFrequency": f"P{event.rhythm.every}{letter}"}
        if event.rhythm.weekday is not None:
            schedule["byDay"] = f"https://schema.org/{event.rhythm.weekday.value.title()}"
        if event.rhythm.hours is not None:
            schedule["startTime"] = f"{event.rhythm.hours.start:%H:%M:%S}"
            if event.rhythm.hours.end is not None:
                schedule["endTime"] = f"{event.rhythm.hours.end:%H:%M:%S}"
            schedule["scheduleTimezone"] = HELSINKI.key
        if event.rhythm.first is not None and event.rhythm.until is not None:
            schedule |= {"startDate": event.rhythm.first.isoformat(), "endDate": event.rhythm.until.isoformat()}
        data["eventSchedule"] = schedule
    return data


def _organisers(edition: Edition, event: Event) -> list[JsonLd]:
    named: list[Mapping[str, str]] = [
        {"name": edition.title(edition.ecosystem.members[member]), "url": edition.address("members", member)}
        for member in event.organisers
    ]
    if event.network is not None:
        network = edition.ecosystem.networks[event.network]
        named.append({"name": edition.title(network), "url": edition.address("networks", network.id)})
    return [{"@type": "Organization", **organiser} for organiser in named] or [site_publisher(edition)]


def _meeting(edition: Edition, meeting: InternationalMeeting, address: str) -> JsonLd:
    cancelled = meeting.status is MeetingStatus.CANCELLED
    online = meeting.kind is MeetingKind.ONLINE
    data = thing("Event", address) | {
        "name": edition.title(meeting),
        "description": meeting.summary.in_language(edition.language).text,
        "eventStatus": _EVENT_STATUS[EventState.CANCELLED if cancelled else EventState.SCHEDULED],
        "eventAttendanceMode": _ATTENDANCE[EventForm.ONLINE if online else EventForm.ON_SITE],
        "organizer": _named(actor_name(edition, meeting.host).text) if meeting.host else site_publisher(edition),
    }
    if is_dated(meeting):
        data |= {"startDate": str(meeting.start), "endDate": str(meeting.last_date)}
    if online:
        data["location"] = {"@type": "VirtualLocation", "url": meeting.url or address}
    elif meeting.country or meeting.place:
        place = meeting.place.in_language(edition.language).text if meeting.place else country_name(edition, meeting)
        postal = {"@type": "PostalAddress"} | ({"addressCountry": meeting.country} if meeting.country else {})
        data["location"] = {"@type": "Place", "name": place, "address": postal}
    if meeting.participants:
        data["attendee"] = [_named(actor_name(edition, one.organisation).text) for one in meeting.participants]
    return data


def _named(organisation: str) -> JsonLd:
    return {"@type": "Organization", "name": organisation}


def _moment(day: datetime.date, time: datetime.time | None) -> str:
    """Return a day, or a moment with Helsinki's offset on that day."""
    return day.isoformat() if time is None else datetime.datetime.combine(day, time, HELSINKI).isoformat()
