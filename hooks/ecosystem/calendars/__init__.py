"""iCalendar files (RFC 5545, RFC 7986): one for each calendar of `views.calendar_list` in each language.

`components` writes the meetings of an event, `meeting_components` an international meeting with its agenda,
`timezone` the one time zone, and this module the calendar around them.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

from icalendar import Calendar, vDuration, vUri
from jinja2 import Environment

from ecosystem.addresses import record_path
from ecosystem.calendars.components import event_components
from ecosystem.calendars.meeting_components import meeting_components
from ecosystem.calendars.timezone import helsinki
from ecosystem.languages import Language
from ecosystem.model.meeting import InternationalMeeting
from ecosystem.settings import HELSINKI
from ecosystem.views.calendar_list import CalendarView, calendars
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import meeting_calendar

#: How often a calendar program should look for changes.
REFRESH: Final = datetime.timedelta(days=1)

PRODUCT: Final = "-//SOTE AI Ecosystem//Calendar//{language}"


def render_calendars(
    editions: Mapping[Language, Edition], environments: Mapping[Language, Environment]
) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every calendar in all languages."""
    for language, edition in editions.items():
        for calendar in calendars(edition):
            yield calendar.path, render_calendar(edition, environments[language], calendar)
        for meeting in edition.ecosystem.meetings.values():
            if path := meeting_calendar(edition, meeting):
                yield path, render_meeting_calendar(edition, meeting, path)


def render_calendar(edition: Edition, environment: Environment, calendar: CalendarView) -> bytes:
    """Return *calendar* as an iCalendar file.

    Without any meeting the time zone stands alone, which RFC 5545 allows: a calendar needs one component of any kind.
    """
    written = _begin(edition, calendar.title, calendar.description, calendar.page, calendar.path)
    written.add_component(helsinki())
    for event in calendar.events:
        for component in event_components(edition, environment, event):
            written.add_component(component)
    return bytes(written.to_ical(sorted=False))


def render_meeting_calendar(edition: Edition, meeting: InternationalMeeting, path: str) -> bytes:
    """Return the days and the agenda of *meeting* as an iCalendar file for *path*.

    It names no time zone: its times are in UTC, so that every program shows them right wherever the reader travels.
    """
    summary = " ".join(meeting.summary.in_language(edition.language).text.split())
    page = record_path("meetings", meeting.id, edition.language)
    written = _begin(edition, edition.title(meeting), summary, page, path)
    for component in meeting_components(edition, meeting):
        written.add_component(component)
    return bytes(written.to_ical(sorted=False))


def _begin(edition: Edition, title: str, description: str, page: str, path: str) -> Calendar:
    """Return a calendar without components.

    It has neither UID (khal then shows nothing) nor METHOD (programs then take it for an invitation).
    """
    written = Calendar()
    written.add("version", "2.0")
    written.add("prodid", PRODUCT.format(language=edition.language.upper()))
    written.add("calscale", "GREGORIAN")
    written.add("name", title)
    written.add("x-wr-calname", title)
    written.add("description", description)
    written.add("x-wr-caldesc", description)
    written.add("x-wr-timezone", HELSINKI.key)
    written.add("url", vUri(edition.site_url + page))
    written.add("source", vUri(edition.site_url + path), parameters={"VALUE": "URI"})
    written.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", vDuration(REFRESH))
    return written
