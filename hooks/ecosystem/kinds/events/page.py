"""What the pages of events show: what comes, what returns, what is over, and how to put it into a calendar."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.events.adding import adding_links
from ecosystem.kinds.events.calendars import event_calendar
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import is_over, shown_meetings
from ecosystem.kinds.events.times import coming_sessions, events_by_time
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.services import subscription_links, webcal


def events(edition: Edition) -> Mapping[str, Any]:
    """Return what comes, what returns (with its known sessions to come) and what is over."""
    by_time = events_by_time(edition.ecosystem.of(Event).values(), edition.today)
    return {"events": by_time, "sessions": coming_sessions(by_time.series, edition.today)}


def more(edition: Edition, event: Event) -> Mapping[str, Any]:
    """Return the meetings of the event that come and that are over, and its calendar."""
    calendar = event_calendar(edition, event)
    services = subscription_links(edition, calendar) if calendar.lasting else adding_links(edition, event)
    listed = shown_meetings(event, edition.today)
    return {
        "over": is_over(event, edition.today),
        "coming": [meeting for meeting in listed if meeting.date >= edition.today],
        "past": [meeting for meeting in reversed(listed) if meeting.date < edition.today],
        "calendar": calendar,
        "webcal": webcal(edition, calendar.path),
        "services": services,
    }
