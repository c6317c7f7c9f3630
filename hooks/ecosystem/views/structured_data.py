"""What a page says to machines: schema.org in JSON-LD.

Only what the page itself shows is said here, and only for kinds of record that schema.org has a type for.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from ecosystem.addresses import page_path
from ecosystem.model.event import Event, EventForm, EventState
from ecosystem.model.glossary import Term
from ecosystem.model.meeting import InternationalMeeting, MeetingKind, MeetingStatus
from ecosystem.model.member import Member
from ecosystem.model.network import Network, NetworkKind
from ecosystem.model.news import NewsItem
from ecosystem.model.record import CollectionName, Interval, Record
from ecosystem.model.region import Region
from ecosystem.settings import HELSINKI
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import actor_name, country_name, is_dated

JsonLd: TypeAlias = dict[str, Any]

_CONTEXT: Final = "https://schema.org"

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
_PROJECTS: Final = (NetworkKind.PROJECT, NetworkKind.PROGRAMME)


def site_publisher(edition: Edition) -> JsonLd:
    """Return the ecosystem as the publisher of the site."""
    return {
        "@type": "Organization",
        "@id": f"{edition.site_url}#ecosystem",
        "name": edition.interface.say("site.name"),
        "url": edition.site_url,
    }


def home_data(edition: Edition, address: str) -> JsonLd:
    """Return what the home page says."""
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": edition.interface.say("site.name"),
        "url": address,
        "inLanguage": edition.language,
        "publisher": site_publisher(edition),
    }


def breadcrumb_data(trail: Sequence[tuple[str, str]]) -> JsonLd:
    """Return the breadcrumbs *trail*, (name, absolute address) from the home page to the page itself."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(trail, start=1)
    ]
    return {"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def record_data(edition: Edition, collection: CollectionName, record: Record) -> JsonLd | None:
    """Return what a record's page says, or None for a kind that schema.org has no type for."""
    address = edition.address(collection, record.id)
    match record:
        case Member() | Region() | Network():
            return _organisation(edition, record, address)
        case Event():
            return _event(edition, record, address)
        case InternationalMeeting():
            return _meeting(edition, record, address)
        case NewsItem():
            return _news(edition, record, address)
        case Term():
            return _term(edition, record, address)
        case _:
            return None


def _common(edition: Edition, kind: str, address: str) -> JsonLd:
    return {"@context": _CONTEXT, "@type": kind, "@id": f"{address}#this", "mainEntityOfPage": address}


def _organisation(edition: Edition, record: Member | Region | Network, address: str) -> JsonLd:
    is_project = isinstance(record, Network) and record.kind in _PROJECTS
    kind = "Project" if is_project else "Organization"
    data = _common(edition, kind, address) | {"name": edition.title(record)}
    others = sorted(set(record.heading.wordings().values()) - {data["name"]})
    short = getattr(record, "short_name", None) or getattr(record, "nickname", None)
    if names := others + ([short] if short else []):
        data["alternateName"] = names
    if record.in_short is not None:
        data["description"] = record.in_short.in_language(edition.language).text
    if record.url is not None:
        data["url"] = record.url
    if isinstance(record, Member):
        data["memberOf"] = site_publisher(edition)
    return data


def _event(edition: Edition, event: Event, address: str) -> JsonLd:
    data = _common(edition, "Event" if event.date else "EventSeries", address)
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
    data = _common(edition, "Event", address) | {
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


def _term(edition: Edition, term: Term, address: str) -> JsonLd:
    data = _common(edition, "DefinedTerm", address) | {
        "name": edition.title(term),
        "inDefinedTermSet": edition.site_url + page_path("glossary", edition.language),
    }
    if term.definition is not None:
        data["description"] = term.definition.in_language(edition.language).text
    return data


def _moment(day: datetime.date, time: datetime.time | None) -> str:
    """Return a day, or a moment with Helsinki's offset on that day."""
    return day.isoformat() if time is None else datetime.datetime.combine(day, time, HELSINKI).isoformat()


def _news(edition: Edition, item: NewsItem, address: str) -> JsonLd:
    publisher = site_publisher(edition)
    picture = {"image": edition.site_url + edition.pictures[item.image.file].path} if item.image else {}
    return (
        _common(edition, "NewsArticle", address)
        | picture
        | {
            "headline": edition.title(item),
            "description": item.summary.in_language(edition.language).text,
            "datePublished": item.date.isoformat(),
            "dateModified": max(item.updated, item.date).isoformat(),
            "inLanguage": edition.language,
            "author": publisher,
            "publisher": publisher,
        }
    )
