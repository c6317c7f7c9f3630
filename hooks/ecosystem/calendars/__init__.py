"""iCalendar files (RFC 5545, RFC 7986): one for each calendar of `views.calendar_list` in each language.

`components` writes a meeting, `timezone` the one time zone, and this module the calendar around them.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

from icalendar import Calendar, vDuration, vUri
from jinja2 import Environment

from ecosystem.calendars.components import event_components
from ecosystem.calendars.timezone import helsinki
from ecosystem.languages import Language
from ecosystem.settings import HELSINKI
from ecosystem.views.calendar_list import CalendarView, calendars
from ecosystem.views.edition import Edition

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


def render_calendar(edition: Edition, environment: Environment, calendar: CalendarView) -> bytes:
    """Return *calendar* as an iCalendar file.

    It has neither UID (khal then shows nothing) nor METHOD (programs then take it for an invitation). Without
    any meeting the time zone stands alone, which RFC 5545 allows: a calendar needs one component of any kind.
    """
    written = Calendar()
    written.add("version", "2.0")
    written.add("prodid", PRODUCT.format(language=edition.language.upper()))
    written.add("calscale", "GREGORIAN")
    written.add("name", calendar.title)
    written.add("x-wr-calname", calendar.title)
    written.add("description", calendar.description)
    written.add("x-wr-caldesc", calendar.description)
    written.add("x-wr-timezone", HELSINKI.key)
    written.add("url", vUri(edition.site_url + calendar.page))
    written.add("source", vUri(edition.site_url + calendar.path), parameters={"VALUE": "URI"})
    written.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", vDuration(REFRESH))
    written.add_component(helsinki())
    for event in calendar.events:
        for component in event_components(edition, environment, event):
            written.add_component(component)
    return bytes(written.to_ical(sorted=False))
