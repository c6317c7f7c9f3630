"""What the pages of international meetings show."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.view import (
    country_name,
    meeting_calendar,
    meeting_standing,
    meetings_by_time,
    published_packs,
    zone_name,
)
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.standing import Standing
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.calendars.listing import calendar_link


def meetings(edition: Edition) -> Mapping[str, Any]:
    """Return meetings that come and that are over, each with where it stands and its country; and who wants any."""
    by_time = meetings_by_time(edition.ecosystem.of(InternationalMeeting).values(), edition.today)

    def shown(listed: tuple[InternationalMeeting, ...]) -> list[tuple[InternationalMeeting, Standing, str | None]]:
        return [(one, meeting_standing(one, edition.today), country_name(edition, one)) for one in listed]

    wishes = [one for one in edition.by_name(edition.ecosystem.of(Offering).values()) if one.meetings is not None]
    return {"coming": shown(by_time.coming), "past": shown(by_time.past), "wishes": wishes}


def coming_meetings(edition: Edition) -> Sequence[InternationalMeeting]:
    """Return the meetings that come, soonest first."""
    return meetings_by_time(edition.ecosystem.of(InternationalMeeting).values(), edition.today).coming


def links(edition: Edition, meeting: InternationalMeeting) -> tuple[FeedLink, ...]:
    """Return the link by which a program finds the calendar of the meeting."""
    calendar = meeting_calendar(edition, meeting)
    return (calendar_link(edition, calendar),) if calendar else ()


def more(edition: Edition, meeting: InternationalMeeting) -> Mapping[str, Any]:
    """Return where the meeting stands and is, its calendar and its pack."""
    calendar = meeting_calendar(edition, meeting)
    return {
        "standing_now": meeting_standing(meeting, edition.today),
        "country": country_name(edition, meeting),
        "zone": zone_name(edition, meeting),
        "calendar": calendar.path if calendar else None,
        "packs": published_packs(edition, meeting),
    }
