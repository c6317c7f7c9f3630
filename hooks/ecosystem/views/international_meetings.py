"""International meetings as pages, calendars and packs show them: when, where, who, and how they stand today."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from babel.dates import get_timezone_name

from ecosystem.addresses import MEETING_PREFIX, calendar_path, pack_path
from ecosystem.interface import LOCALES
from ecosystem.model.meeting import AgendaDay, InternationalMeeting, MeetingStatus
from ecosystem.model.record import Actor
from ecosystem.model.texts import Phrase
from ecosystem.settings import HELSINKI
from ecosystem.views.edition import Edition
from ecosystem.views.standing import Standing

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
    return get_timezone_name(zone(meeting), locale=LOCALES[edition.language])


def country_name(edition: Edition, meeting: InternationalMeeting) -> str | None:
    """Return what the reader calls the country of *meeting*."""
    return edition.formats.country(meeting.country) if meeting.country else None


def actor_name(edition: Edition, actor: Actor) -> Phrase:
    """Return what the organisation of *actor* is called, and in which language that name is."""
    ecosystem = edition.ecosystem
    if actor.region:
        heading = ecosystem.regions[actor.region].heading
    elif actor.member:
        heading = ecosystem.members[actor.member].heading
    elif actor.network:
        heading = ecosystem.networks[actor.network].heading
    elif actor.name:
        heading = actor.name
    else:
        raise AssertionError("an actor without an organisation passes no validation")
    return heading.in_language(edition.language)


def is_dated(meeting: InternationalMeeting) -> bool:
    """Tell whether the first and the last day of *meeting* are known."""
    return meeting.start.day is not None and meeting.last_date.day is not None


def meeting_calendar(edition: Edition, meeting: InternationalMeeting) -> str | None:
    """Return the path of the calendar of *meeting*; None as long as its days are not known."""
    return calendar_path(MEETING_PREFIX + meeting.id, edition.language) if is_dated(meeting) else None


def has_published_pack(meeting: InternationalMeeting, today: datetime.date) -> bool:
    """Tell whether the pack of *meeting* stands on the site: its record says so, and it is to come."""
    is_to_come = meeting.status is MeetingStatus.PLANNED and meeting.last_date.last_day >= today
    return meeting.publish_pack and is_to_come


def published_packs(edition: Edition, meeting: InternationalMeeting) -> dict[str, str]:
    """Return the paths of the published pack of *meeting*, by suffix; none when it is not published."""
    if not has_published_pack(meeting, edition.today):
        return {}
    return {suffix: pack_path(meeting.id, edition.language, suffix) for suffix in PACK_SUFFIXES}


def agenda_instants(
    meeting: InternationalMeeting, day: AgendaDay, number: int
) -> tuple[datetime.datetime, datetime.datetime]:
    """Return when point *number* of *day* starts and ends; without an end it ends as it starts."""
    hours = day.points[number].hours
    start = datetime.datetime.combine(day.date, hours.start, zone(meeting))
    return start, datetime.datetime.combine(day.date, hours.end or hours.start, zone(meeting))
