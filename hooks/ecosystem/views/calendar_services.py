"""Plain links to the common calendar services. Nothing is sent before the reader follows one."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from ecosystem.model.event import Event
from ecosystem.views.calendar_list import CalendarView
from ecosystem.views.edition import Edition
from ecosystem.views.meetings import Meeting, day_after, instants, meetings


@dataclass(frozen=True, slots=True)
class ServiceLink:
    """A link to a calendar service, with the service's name."""

    service: str
    address: str


def webcal(edition: Edition, path: str) -> str:
    """Return the address by which a reader's calendar program subscribes to the calendar at *path*."""
    return "webcal://" + (edition.site_url + path).split("://", 1)[1]


def subscription_links(edition: Edition, calendar: CalendarView) -> tuple[ServiceLink, ...]:
    """Return the links by which the common calendar services subscribe to *calendar*."""
    address = edition.site_url + calendar.path
    outlook = urlencode({"url": address, "name": calendar.title})
    return (
        ServiceLink(
            "Google", f"https://calendar.google.com/calendar/r?{urlencode({'cid': webcal(edition, calendar.path)})}"
        ),
        ServiceLink("Outlook.com", f"https://outlook.live.com/calendar/0/addfromweb?{outlook}"),
        ServiceLink("Microsoft 365", f"https://outlook.office.com/calendar/0/addfromweb?{outlook}"),
    )


def adding_links(edition: Edition, event: Event) -> tuple[ServiceLink, ...]:
    """Return the links by which the common calendar services take in the single *event*."""
    meeting = meetings(event)[0]
    title = edition.title(event)
    page = edition.address("events", event.id)
    place = event.place.in_language(edition.language).text if event.place else event.registration or event.url or ""
    google = {"action": "TEMPLATE", "text": title, "dates": _google_dates(meeting), "details": page, "location": place}
    start, end = _iso_ends(meeting)
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": title,
        "startdt": start,
        "enddt": end,
        "body": page,
        "location": place,
    } | ({} if meeting.hours else {"allday": "true"})
    return (
        ServiceLink("Google", f"https://calendar.google.com/calendar/render?{urlencode(google)}"),
        ServiceLink("Outlook.com", f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}"),
        ServiceLink("Microsoft 365", f"https://outlook.office.com/calendar/0/deeplink/compose?{urlencode(outlook)}"),
    )


def _google_dates(meeting: Meeting) -> str:
    ends = instants(meeting)
    if ends is None:
        return f"{meeting.date:%Y%m%d}/{day_after(meeting):%Y%m%d}"
    return "/".join(f"{one.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}" for one in ends)


def _iso_ends(meeting: Meeting) -> tuple[str, str]:
    ends = instants(meeting)
    if ends is None:
        return meeting.date.isoformat(), day_after(meeting).isoformat()
    return ends[0].isoformat(), ends[1].isoformat()
