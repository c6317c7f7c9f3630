"""Events for machines."""

import datetime
from collections.abc import Mapping
from typing import Final

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.model import Event, EventForm, EventState
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.networks.model import Network
from ecosystem.kinds.parts import Interval
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, site_publisher, thing

ATTENDANCE: Final = {
    EventForm.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    EventForm.ON_SITE: "https://schema.org/OfflineEventAttendanceMode",
    EventForm.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}
STATUS: Final = {
    EventState.SCHEDULED: "https://schema.org/EventScheduled",
    EventState.MOVED: "https://schema.org/EventRescheduled",
    EventState.CANCELLED: "https://schema.org/EventCancelled",
}


def event_data(edition: Edition, event: Event, address: str) -> JsonLd:
    """Return an event or a series of events."""
    data = thing("Event" if event.date else "EventSeries", address)
    data |= {
        "name": edition.title(event),
        "description": event.summary.in_language(edition.language).text,
        "eventStatus": STATUS[event.state],
        "organizer": _organisers(edition, event),
    }
    if event.languages:
        data["inLanguage"] = list(event.languages)
    if event.form is not None:
        data["eventAttendanceMode"] = ATTENDANCE[event.form]
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
        {"name": edition.title(edition.ecosystem.of(Member)[member]), "url": edition.address("members", member)}
        for member in event.organisers
    ]
    if event.network is not None:
        network = edition.ecosystem.of(Network)[event.network]
        named.append({"name": edition.title(network), "url": edition.address("networks", network.id)})
    return [{"@type": "Organization", **organiser} for organiser in named] or [site_publisher(edition)]


def _moment(day: datetime.date, time: datetime.time | None) -> str:
    """Return a day, or a moment with Helsinki's offset on that day."""
    return day.isoformat() if time is None else datetime.datetime.combine(day, time, HELSINKI).isoformat()
