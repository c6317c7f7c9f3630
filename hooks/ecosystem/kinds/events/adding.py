"""Plain links by which the common calendar services take in a single event. Nothing is sent before one is followed."""

import datetime
from urllib.parse import urlencode

from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import Meeting, day_after, instants, meetings
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.services import ServiceLink


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
