"""International meetings for machines."""

from ecosystem.kinds.actors import actor_name
from ecosystem.kinds.events.model import EventForm, EventState
from ecosystem.kinds.events.structured_data import ATTENDANCE, STATUS
from ecosystem.kinds.meetings.model import InternationalMeeting, MeetingKind, MeetingStatus
from ecosystem.kinds.meetings.view import country_name, is_dated
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, site_publisher, thing


def meeting_data(edition: Edition, meeting: InternationalMeeting, address: str) -> JsonLd:
    """Return an international meeting."""
    cancelled = meeting.status is MeetingStatus.CANCELLED
    online = meeting.kind is MeetingKind.ONLINE
    data = thing("Event", address) | {
        "name": edition.title(meeting),
        "description": meeting.summary.in_language(edition.language).text,
        "eventStatus": STATUS[EventState.CANCELLED if cancelled else EventState.SCHEDULED],
        "eventAttendanceMode": ATTENDANCE[EventForm.ONLINE if online else EventForm.ON_SITE],
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
