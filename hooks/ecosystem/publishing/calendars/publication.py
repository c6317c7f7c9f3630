"""The files of all calendars (RFC 5545, RFC 7986).

Each kind writes the components of its own calendars; `timezone` is the one time zone, and here is the calendar around.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from icalendar import Calendar, vDuration, vUri
from icalendar.cal import Component

from ecosystem.ground.settings import HELSINKI
from ecosystem.pages.edition import Edition
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.calendars.listing import CalendarView, with_roles
from ecosystem.publishing.calendars.timezone import helsinki

#: How often a calendar program should look for changes.
REFRESH: Final = datetime.timedelta(days=1)

_END: Final = b"END:VCALENDAR\r\n"

PRODUCT: Final = "-//SOTE AI Ecosystem//Calendar//{language}"


def render_calendars(renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every calendar in the language of *renderer*."""
    for calendar, role in with_roles(renderer.edition):
        components = role.components(renderer.edition, renderer.environment, calendar)
        content = render_calendar(renderer.edition, calendar, components)
        for path in (calendar.path, *calendar.former_paths):
            yield path, content


def write_component(component: Component) -> bytes:
    """Return *component* as it stands in any calendar that holds it: most stand in several."""
    return bytes(component.to_ical(sorted=False))


def render_calendar(
    edition: Edition, calendar: CalendarView, components: Iterable[bytes], *, published: bool = True
) -> bytes:
    """Return *calendar* with its *components* as an iCalendar file; one that is not *published* names no address.

    Without any meeting the time zone stands alone, which RFC 5545 allows: a calendar needs one component of any kind.
    """
    written = _begin(edition, calendar)
    if published:
        _say_where(written, edition, calendar)
    if calendar.zoned:
        written.add_component(helsinki())
    around = bytes(written.to_ical(sorted=False))
    return b"".join((around.removesuffix(_END), *components, _END))


def _begin(edition: Edition, calendar: CalendarView) -> Calendar:
    """Return a calendar without components.

    It has neither UID (khal then shows nothing) nor METHOD (programs then take it for an invitation).
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
    return written


def _say_where(written: Calendar, edition: Edition, calendar: CalendarView) -> None:
    """Say where the calendar stands, and how often a program that follows it should ask."""
    written.add("url", vUri(edition.site_url + calendar.page))
    written.add("source", vUri(edition.site_url + calendar.path), parameters={"VALUE": "URI"})
    written.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", vDuration(REFRESH))
