"""The rules of international meetings: their agenda, those who take part, and where they are."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from ecosystem.ground.letters import same_words
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.kinds.events.rules import clock_problems, night_problems
from ecosystem.kinds.meetings.model import InternationalMeeting, MeetingStatus
from ecosystem.kinds.meetings.one_to_ones import timetable
from ecosystem.kinds.meetings.view import agenda_instants
from ecosystem.kinds.parts import Actor
from ecosystem.records.load import LoadedData
from ecosystem.records.places import zones_of
from ecosystem.records.reading import Entry

#: Where times need no time zone of their own.
HOME: Final = "FI"


def agenda_is_in_order(data: LoadedData) -> Iterator[Problem]:
    """Days follow each other, each once; the points of a day stand by the time at which they start."""
    for entry, meeting in _meetings(data):
        for number, day in enumerate(meeting.agenda):
            if number and day.date <= meeting.agenda[number - 1].date:
                details = {"value": str(day.date), "before": str(meeting.agenda[number - 1].date)}
                yield Problem(entry.place("agenda", number, "date"), "agenda_days_order", details)
            for position, (earlier, later) in enumerate(zip(day.points, day.points[1:], strict=False), start=1):
                if later.hours.start < earlier.hours.start:
                    details = {"value": f"{later.hours.start:%H:%M}", "before": f"{earlier.hours.start:%H:%M}"}
                    place = entry.place("agenda", number, "points", position, "hours", "start")
                    yield Problem(place, "agenda_items_order", details)


def agenda_is_within_the_meeting(data: LoadedData) -> Iterator[Problem]:
    """No day of the agenda is before the meeting's first day or after its last."""
    for entry, meeting in _meetings(data):
        for number, day in enumerate(meeting.agenda):
            if not meeting.start.first_day <= day.date <= meeting.last_date.last_day:
                details = {"value": str(day.date), "start": str(meeting.start), "end": str(meeting.last_date)}
                yield Problem(entry.place("agenda", number, "date"), "agenda_outside_meeting", details)


def times_abroad_have_a_zone(data: LoadedData) -> Iterator[Problem]:
    """An agenda abroad says in which time zone its times are: its readers live in several."""
    for entry, meeting in _meetings(data):
        if meeting.agenda and meeting.time_zone is None and meeting.country not in (None, HOME):
            zone = next(iter(zones_of(str(meeting.country))), "Europe/Brussels")
            details = {"country": str(meeting.country), "zone": zone}
            yield Problem(entry.place("agenda"), "agenda_without_zone", details)


def times_of_the_agenda_exist(data: LoadedData) -> Iterator[Problem]:
    """No point ends long before it starts, or starts or ends at an hour that a change of the clocks leaves out."""
    for entry, meeting in _meetings(data):
        for number, day in enumerate(meeting.agenda):
            for position, point in enumerate(day.points):
                path = ("agenda", number, "points", position, "hours")
                yield from night_problems(entry, path, point.hours)
                yield from clock_problems(entry.place(*path), agenda_instants(meeting, day, position))


def participants_are_named_once(data: LoadedData) -> Iterator[Problem]:
    """An organisation takes part once; its persons and offerings stand together."""
    for entry, meeting in _meetings(data):
        first: dict[str, int] = {}
        for index, participant in enumerate(meeting.participants):
            name = identity(participant.organisation)
            if first.setdefault(name, index) != index:
                line = str(entry.place("participants", first[name], "organisation").line)
                details = {"value": quote(_shown(participant.organisation)), "first_line": line}
                yield Problem(entry.place("participants", index, "organisation"), "participant_twice", details)


def those_who_want_to_meet_take_part(data: LoadedData) -> Iterator[Problem]:
    """Who wants to meet somebody is a participant or the host."""
    for entry, meeting in _meetings(data):
        here = {identity(participant.organisation) for participant in meeting.participants}
        here |= {identity(meeting.host)} if meeting.host else set()
        for index, wanted in enumerate(meeting.wanted):
            if identity(wanted.who) not in here:
                details = {"value": quote(_shown(wanted.who))}
                yield Problem(entry.place("wanted", index, "who"), "wanted_by_nobody", details)


def cancelled_meetings_promise_nothing(data: LoadedData) -> Iterator[Problem]:
    """A meeting that was called off has no agenda to follow and no pack to download."""
    for entry, meeting in _meetings(data):
        if meeting.status is not MeetingStatus.CANCELLED:
            continue
        if meeting.agenda:
            yield Problem(entry.place("agenda"), "cancelled_with_agenda", {}, Severity.WARNING)
        if meeting.publish_pack:
            yield Problem(entry.place("publish_pack"), "cancelled_with_pack")


def all_who_want_each_other_find_a_time(data: LoadedData) -> Iterator[Problem]:
    """The time set aside for meetings of two is enough for all that are wanted."""
    for entry, meeting in _meetings(data):
        if meeting.one_to_ones:
            for pair in timetable(meeting, partial(_names, data)).unplaced:
                details = {"value": quote(_shown(pair.who)), "other": quote(_shown(pair.whom))}
                yield Problem(entry.place("wanted", pair.wish), "one_to_one_without_time", details, Severity.WARNING)


def _names(data: LoadedData, actor: Actor) -> Sequence[str]:
    """Return what the organisation of *actor* is called in any language; its id where it cannot be read."""
    collection, _, record_id = identity(actor).partition("/")
    records = data[f"{collection}s"].entries if actor.name is None else ()
    known = next((entry.record for entry in records if entry.record.id == record_id), None)
    return list(known.heading.wordings().values()) if known else list(filter(None, _wordings(actor))) or [record_id]


def identity(actor: Actor) -> str:
    """Return what names the organisation of *actor*: two actors with the same are the same."""
    for kind in ("region", "member", "network", "organisation"):
        if record_id := getattr(actor, kind):
            return f"{kind}/{record_id}"
    return "name/" + "/".join(map(same_words, _wordings(actor)))


def _shown(actor: Actor) -> str:
    return actor.region or actor.member or actor.network or actor.organisation or _wordings(actor)[0]


def _wordings(actor: Actor) -> Sequence[str]:
    return list(actor.name.wordings().values()) if actor.name else [""]


def _meetings(data: LoadedData) -> Iterator[tuple[Entry, InternationalMeeting]]:
    for entry in data["meetings"].entries:
        yield entry, entry.record


MEETING_RULES: Final = (
    agenda_is_in_order,
    agenda_is_within_the_meeting,
    times_abroad_have_a_zone,
    times_of_the_agenda_exist,
    participants_are_named_once,
    those_who_want_to_meet_take_part,
    cancelled_meetings_promise_nothing,
    all_who_want_each_other_find_a_time,
)
