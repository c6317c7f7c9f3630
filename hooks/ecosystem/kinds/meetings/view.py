"""International meetings as pages, calendars and packs show them: when, where, who, and how they stand today."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment

from ecosystem.ground.languages import Language
from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.calendar_names import ALL_MEETINGS, MEETING_PREFIX
from ecosystem.kinds.events.hours import Stretch
from ecosystem.kinds.meetings.model import AgendaDay, InternationalMeeting, MeetingStatus
from ecosystem.kinds.standing import Standing
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView, calendar_path

#: The forms in which the pack of a delegation can be had.
PACK_SUFFIXES = ("pdf", "zip")


@dataclass(frozen=True, slots=True)
class MeetingsByTime:
    """Meetings as a reader looks for them: what comes, soonest first; what is over, latest first."""

    coming: tuple[InternationalMeeting, ...]
    past: tuple[InternationalMeeting, ...]


def meetings_by_time(meetings: Iterable[InternationalMeeting], today: datetime.date) -> MeetingsByTime:
    """Return *meetings* apart on the day *today*. One that was held is over, whatever its last day may be."""
    listed = sorted(meetings, key=lambda one: (one.start, one.id))
    coming = [one for one in listed if one.status is not MeetingStatus.HELD and one.last_date.last_day >= today]
    return MeetingsByTime(tuple(coming), tuple(one for one in reversed(listed) if one not in coming))


def meeting_standing(meeting: InternationalMeeting, today: datetime.date) -> Standing:
    """Return where *meeting* stands: its last day may have passed without a word of whether it was held."""
    lapsed = meeting.status is MeetingStatus.PLANNED and meeting.last_date.last_day < today
    return Standing(meeting.status, "standing.meeting_over" if lapsed else None)


def zone(meeting: InternationalMeeting) -> datetime.tzinfo:
    """Return the time zone in which the agenda's times are."""
    return meeting.time_zone or HELSINKI


def zone_name(edition: Edition, meeting: InternationalMeeting) -> str:
    """Return what the reader calls the time zone of *meeting*: Central European Time."""
    return edition.formats.zone(zone(meeting))


def country_name(edition: Edition, meeting: InternationalMeeting) -> str | None:
    """Return what the reader calls the country of *meeting*."""
    return edition.formats.country(meeting.country) if meeting.country else None


def is_dated(meeting: InternationalMeeting) -> bool:
    """Tell whether the first and the last day of *meeting* are known."""
    return meeting.start.day is not None and meeting.last_date.day is not None


def meeting_calendar(edition: Edition, meeting: InternationalMeeting) -> CalendarView | None:
    """Return the calendar of *meeting*; None as long as its days are not known."""
    if not is_dated(meeting):
        return None
    name = MEETING_PREFIX + meeting.id
    return CalendarView(
        name=name,
        title=edition.title(meeting),
        label=edition.title(meeting),
        description=" ".join(meeting.summary.in_language(edition.language).text.split()),
        path=calendar_path(name, edition.language),
        page=edition.record_path("meetings", meeting.id),
        lasting=False,
        has_dates=True,
        subject=(meeting,),
        zoned=False,
    )


def calendars(edition: Edition) -> Iterator[CalendarView]:
    """Yield the calendar of all meetings, and those of each whose days are known."""
    dated = tuple(one for one in edition.ecosystem.of(InternationalMeeting).values() if is_dated(one))
    if dated:
        yield _all_meetings_calendar(edition, dated)
    for meeting in edition.ecosystem.of(InternationalMeeting).values():
        if calendar := meeting_calendar(edition, meeting):
            yield calendar


def components(edition: Edition, _environment: Environment, calendar: CalendarView) -> Iterator[bytes]:
    """Yield the components of the meetings that *calendar* holds."""
    # Only who writes calendars pays for the library that does.
    from ecosystem.kinds.meetings.components import meeting_components  # noqa: PLC0415 - see above
    from ecosystem.publishing.calendars.publication import write_component  # noqa: PLC0415 - see above

    for meeting in calendar.subject:
        yield from map(write_component, meeting_components(edition, meeting))


def _all_meetings_calendar(edition: Edition, dated: tuple[InternationalMeeting, ...]) -> CalendarView:
    say = edition.interface.say
    return CalendarView(
        name=ALL_MEETINGS,
        title=f"{say('site.name')} – {say('collection.meetings')}",
        label=say("collection.meetings"),
        description=say("feed.meetings.description"),
        path=calendar_path(ALL_MEETINGS, edition.language),
        page=edition.path("meetings"),
        lasting=True,
        has_dates=True,
        subject=dated,
        zoned=False,
    )


def has_published_pack(meeting: InternationalMeeting, today: datetime.date) -> bool:
    """Tell whether the pack of *meeting* stands on the site: its record says so, and it is to come."""
    is_to_come = meeting.status is MeetingStatus.PLANNED and meeting.last_date.last_day >= today
    return meeting.publish_pack and is_to_come


def published_packs(edition: Edition, meeting: InternationalMeeting) -> dict[str, str]:
    """Return the paths of the published pack of *meeting*, by suffix; none when it is not published."""
    if not has_published_pack(meeting, edition.today):
        return {}
    return {suffix: pack_path(meeting.id, edition.language, suffix) for suffix in PACK_SUFFIXES}


def pack_path(meeting_id: str, language: Language, suffix: str) -> str:
    """Return the path of the pack of a delegation: `downloads/meetings/berlin-2027-en.zip`."""
    return f"downloads/meetings/{meeting_id}-{language}.{suffix}"


def agenda_instants(
    meeting: InternationalMeeting, day: AgendaDay, number: int
) -> tuple[datetime.datetime, datetime.datetime]:
    """Return when point *number* of *day* starts and ends; without an end it ends as it starts."""
    ends = Stretch(day.date, day.date, day.points[number].hours).instants(zone(meeting))
    assert ends is not None  # noqa: S101 - a point has hours
    return ends
