"""Plain links by which the common calendar services take in a single event. Nothing is sent before one is followed."""

import datetime
from urllib.parse import urlencode

from ecosystem.kinds.events.model import Event, EventState
from ecosystem.kinds.events.occurrences import Occurrence, occurrences
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.services import ServiceLink


def adding_links(edition: Edition, event: Event) -> tuple[ServiceLink, ...]:
    """Return the links by which the common calendar services take in the single *event*.

    They take one time without a break, of something that takes place: for anything else there are none.
    """
    (one,) = occurrences(event)
    if len(one.stretches) != 1 or one.state is EventState.CANCELLED:
        return ()
    title = edition.title(event)
    page = edition.address("events", event.id)
    place = one.place.in_language(edition.language).text if one.place else one.registration or one.url or ""
    google = {"action": "TEMPLATE", "text": title, "dates": _google_dates(one), "details": page, "location": place}
    start, end = _iso_ends(one)
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": title,
        "startdt": start,
        "enddt": end,
        "body": page,
        "location": place,
    } | ({} if one.hours else {"allday": "true"})
    return (
        ServiceLink("Google", f"https://calendar.google.com/calendar/render?{urlencode(google)}"),
        ServiceLink("Outlook.com", f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}"),
        ServiceLink("Microsoft 365", f"https://outlook.office.com/calendar/0/deeplink/compose?{urlencode(outlook)}"),
    )


def _google_dates(one: Occurrence) -> str:
    ends = one.stretches[0].instants(one.zone)
    if ends is None:
        return f"{one.date:%Y%m%d}/{one.stretches[0].day_after:%Y%m%d}"
    return "/".join(f"{moment.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}" for moment in ends)


def _iso_ends(one: Occurrence) -> tuple[str, str]:
    ends = one.stretches[0].instants(one.zone)
    if ends is None:
        return one.date.isoformat(), one.stretches[0].day_after.isoformat()
    return ends[0].isoformat(), ends[1].isoformat()
