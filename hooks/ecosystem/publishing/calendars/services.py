"""Plain links to the common calendar services. Nothing is sent before the reader follows one."""

from dataclasses import dataclass
from urllib.parse import urlencode

from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView, webcal


@dataclass(frozen=True, slots=True)
class ServiceLink:
    """A link to a calendar service, with the service's name."""

    service: str
    address: str


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
