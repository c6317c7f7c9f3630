"""Events for machines."""

import datetime
from collections.abc import Mapping
from typing import Final

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.model import Event, EventForm, EventState
from ecosystem.kinds.events.occurrences import Occurrence, occurrences
from ecosystem.kinds.events.rhythm import SeriesRhythm
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
    """Return an event, or a series of events with its rhythms."""
    data = thing("EventSeries" if event.is_series else "Event", address)
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
    if event.is_series:
        schedules = [_schedule(rhythm, event.time_zone or HELSINKI) for rhythm in event.rhythms]
        data["eventSchedule"] = schedules[0] if len(schedules) == 1 else schedules
    for one in () if event.is_series else occurrences(event):
        data |= _days(one)
    return data


def _days(one: Occurrence) -> JsonLd:
    """Return the first and last day of *one*, or moment where it is known; the month or week while its day is open."""
    if not one.is_dated:
        return {"startDate": one.date.isoformat()[: len("2027-05")]}
    first, last = one.stretches[0].instants(one.zone), one.stretches[-1].instants(one.zone)
    data: JsonLd = {"startDate": first[0].isoformat() if first else one.date.isoformat()}
    if last and last[1] > last[0]:
        data["endDate"] = last[1].isoformat()
    elif one.last_day != one.date:
        data["endDate"] = one.last_day.isoformat()
    if one.moved_from is not None:
        data["previousStartDate"] = one.moved_from.isoformat()
    return data


def _schedule(rhythm: SeriesRhythm, zone: datetime.tzinfo) -> JsonLd:
    letter = "W" if rhythm.interval is Interval.WEEK else "M"
    schedule: JsonLd = {"@type": "Schedule", "repeatFrequency": f"P{rhythm.every}{letter}"}
    if rhythm.weekday is not None:
        schedule["byDay"] = f"https://schema.org/{rhythm.weekday.value.title()}"
    if rhythm.hours is not None:
        schedule["startTime"] = f"{rhythm.hours.start:%H:%M:%S}"
        if rhythm.hours.end is not None:
            schedule["endTime"] = f"{rhythm.hours.end:%H:%M:%S}"
        schedule["scheduleTimezone"] = str(zone)
    if rhythm.first is not None and rhythm.until is not None:
        schedule |= {"startDate": rhythm.first.isoformat(), "endDate": rhythm.until.isoformat()}
    if rhythm.left_out:
        schedule["exceptDate"] = [day.isoformat() for day in rhythm.left_out]
    return schedule


def _organisers(edition: Edition, event: Event) -> list[JsonLd]:
    named: list[Mapping[str, str]] = [
        {"name": edition.title(edition.ecosystem.of(Member)[member]), "url": edition.address("members", member)}
        for member in event.organisers
    ]
    if event.network is not None:
        network = edition.ecosystem.of(Network)[event.network]
        named.append({"name": edition.title(network), "url": edition.address("networks", network.id)})
    return [{"@type": "Organization", **organiser} for organiser in named] or [site_publisher(edition)]
