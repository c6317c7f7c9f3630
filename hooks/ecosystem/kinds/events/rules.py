"""The rules of events: their days and sessions are in order and each once, and their hours exist."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from ecosystem.ground.letters import same_words
from ecosystem.ground.problems import Place, Problem, Severity
from ecosystem.kinds.events.calendar_names import ALL_EVENTS, ALL_MEETINGS, PREFIXES
from ecosystem.kinds.events.hours import Hours, clock_fault, is_too_long_a_night
from ecosystem.kinds.events.model import Event, EventState, Session
from ecosystem.kinds.events.occurrences import Occurrence, Timed, occurrences
from ecosystem.kinds.events.rhythm import SeriesRhythm
from ecosystem.kinds.parts import Weekday
from ecosystem.records.age import years_later
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry, Path, field_name

#: The ecosystem was founded in 2024; no event of it, or of those around it, was long before.
EARLIEST: Final = datetime.date(2023, 1, 1)
YEARS_AHEAD: Final = 3
LONGEST: Final = datetime.timedelta(days=31)


def sessions_are_in_order(data: LoadedData) -> Iterator[Problem]:
    """The sessions of a series stand in the order of their days."""
    for entry, event in _events(data):
        for index, (earlier, later) in enumerate(zip(event.sessions, event.sessions[1:], strict=False)):
            if later.date < earlier.date:
                place = entry.place("sessions", index + 1, "date")
                yield Problem(place, "sessions_order", {"value": str(later.date), "before": str(earlier.date)})


def sessions_stand_for_different_days(data: LoadedData) -> Iterator[Problem]:
    """No two sessions are on, or instead of, the same day, unless one of them has an id of its own."""
    for entry, event in _events(data):
        first: dict[str, int] = {}
        for index, session in enumerate(event.sessions):
            names = {session.name, str(session.replaces or session.name)}
            earlier = next((first[name] for name in sorted(names) if name in first), None)
            if earlier is not None:
                line = str(entry.place("sessions", earlier, "date").line)
                details = {"day": str(session.planned_day), "first_line": line}
                yield Problem(entry.place("sessions", index, "date"), "session_twice", details)
            first.update(dict.fromkeys(names - first.keys(), index))


def moved_is_said(data: LoadedData) -> Iterator[Problem]:
    """What stands in another day's place says that it was moved, so that those are told who know the first day."""
    for entry, event in _events(data):
        for path, timed in _timed(event):
            if timed.instead_of is not None and timed.state is EventState.SCHEDULED:
                yield Problem(entry.place(*path, "instead_of"), "moved_unsaid", {}, Severity.WARNING)


def moved_sessions_have_a_first_day(data: LoadedData) -> Iterator[Problem]:
    """A session within a season was moved from a day of that season."""
    for entry, event in _events(data):
        days = {day for rhythm in event.rhythms for day in rhythm.days()}
        for index, session in enumerate(event.sessions):
            day = session.instead_of
            if day is not None and day not in days and any(rhythm.spans(day) for rhythm in event.rhythms):
                yield Problem(entry.place("sessions", index, "instead_of"), "session_not_in_rhythm", {"day": str(day)})


def days_are_in_order(data: LoadedData) -> Iterator[Problem]:
    """An event or session of several days ends after it starts; its own days go from the first to the last."""
    for entry, event in _events(data):
        for path, timed in _timed(event):
            first, last = timed.date, timed.end_date or timed.date
            if first is None or last is None:
                continue
            if last < first:
                yield Problem(entry.place(*path, "end_date"), "event_order", {"record": event.id})
                continue
            days = [day.date for day in timed.days]
            if days and (days != sorted(set(days)) or days[0] != first or days[-1] != last):
                details = {"first": str(first), "last": str(last)}
                yield Problem(entry.place(*path, "days"), "event_days", details)


def seasons_are_in_order(data: LoadedData) -> Iterator[Problem]:
    """Each season has its first and last day, one begins after the other, and no day belongs to two of them."""
    for entry, event in _events(data):
        seen: dict[datetime.date, int] = {}
        for index, season in enumerate(event.seasons):
            if season.first is None:
                yield Problem(entry.place("seasons", index), "season_bounds")
                continue
            before = event.seasons[index - 1].first if index else None
            if before is not None and season.first < before:
                details = {"value": str(season.first), "before": str(before)}
                yield Problem(entry.place("seasons", index, "first"), "seasons_order", details)
            twice = next((day for day in season.days() if day in seen), None)
            if twice is not None:
                details = {"day": str(twice), "first_line": str(entry.place("seasons", seen[twice]).line)}
                yield Problem(entry.place("seasons", index), "season_day_twice", details)
            seen.update(dict.fromkeys(season.days(), index))


def left_out_days_are_of_the_rhythm(data: LoadedData) -> Iterator[Problem]:
    """Only a day on which a series would meet can be left out."""
    for entry, event in _events(data):
        for path, rhythm in _rhythms(event):
            days = rhythm.all_days()
            for index, day in enumerate(rhythm.left_out):
                if day not in days:
                    yield Problem(entry.place(*path, "left_out", index), "left_out_not_in_rhythm", {"day": str(day)})


def hours_are_in_order(data: LoadedData) -> Iterator[Problem]:
    """Hours that end on the next day are those of one night, or of an event whose last day says so."""
    for entry, event in _events(data):
        for path, timed in _timed(event):
            first = timed.date or datetime.date.min
            is_two_days = timed.end_date == first + datetime.timedelta(1)
            if timed.hours is not None and not is_two_days:
                yield from night_problems(entry, (*path, "hours"), timed.hours)
            for index, day in enumerate(timed.days):
                if day.hours is not None:
                    yield from night_problems(entry, (*path, "days", index, "hours"), day.hours)
        for path, rhythm in _rhythms(event):
            if rhythm.hours is not None:
                yield from night_problems(entry, (*path, "hours"), rhythm.hours)


def hours_exist(data: LoadedData) -> Iterator[Problem]:
    """Nothing starts or ends at an hour that a change of the clocks leaves out; one that comes twice is pointed out."""
    for entry, event in _events(data):
        for one in occurrences(event):
            ends = (stretch.instants(one.zone) for stretch in one.stretches)
            moments = [moment for pair in ends if pair for moment in pair]
            yield from clock_problems(entry.place(*_path_of_hours(event, one)), moments)


def events_leave_names_of_calendars(data: LoadedData) -> Iterator[Problem]:
    """An event's id names its calendar, so it is not that of all events, or of what else has a calendar."""
    for entry, event in _events(data):
        if event.id in (ALL_EVENTS, ALL_MEETINGS) or event.id.startswith(PREFIXES):
            yield Problem(entry.place("id"), "event_id_reserved", {"id": event.id})


def night_problems(entry: Entry, path: Path, hours: Hours) -> Iterator[Problem]:
    """Yield what is wrong with *hours*, at *path* in *entry*: they end long before they start."""
    if is_too_long_a_night(hours):
        yield Problem(entry.place(*path), "hours_order", {"field": field_name(path)})


def clock_problems(place: Place, moments: Iterable[datetime.datetime]) -> Iterator[Problem]:
    """Yield what changes of the clocks do to *moments*, whose hours stand at *place*."""
    for moment in moments:
        details = {"time": f"{moment:%H:%M}", "day": f"{moment:%Y-%m-%d}", "zone": str(moment.tzinfo)}
        match clock_fault(moment):
            case "missing":
                yield Problem(place, "time_missing", details)
            case "twice":
                yield Problem(place, "time_comes_twice", details, Severity.WARNING)


def _path_of_hours(event: Event, one: Occurrence) -> Path:
    if one.session is not None:
        return ("sessions", event.sessions.index(one.session), "hours")
    if one.season is not None:
        path = next(path for path, rhythm in _rhythms(event) if rhythm is one.season)
        return (*path, "hours")
    return ("days",) if event.days else ("hours",)


def _timed(event: Event) -> Iterator[tuple[Path, Timed]]:
    yield (), event
    for index, session in enumerate(event.sessions):
        yield ("sessions", index), session


def _rhythms(event: Event) -> Iterator[tuple[Path, SeriesRhythm]]:
    if event.rhythm is not None:
        yield ("rhythm",), event.rhythm
    for index, season in enumerate(event.seasons):
        yield ("seasons", index), season


def _events(data: LoadedData) -> Iterator[tuple[Entry, Event]]:
    for entry in data["events"].entries:
        yield entry, entry.record


def changes_of_sessions_are_whole(data: LoadedData) -> Iterator[Problem]:
    """A session that was moved says from which day, and one that was not is on the weekday of its series."""
    for entry, event in _events(data):
        for index, session in enumerate(event.sessions):
            if (code := _what_is_missing(session, event)) is not None:
                details = {"value": str(session.date)}
                yield Problem(entry.place("sessions", index, "date"), code, details, Severity.WARNING)


def _what_is_missing(session: Session, event: Event) -> str | None:
    weekday = event.rhythm.weekday if event.rhythm else None
    if session.state is EventState.MOVED and session.instead_of is None:
        return "session_moved_from_nowhere"
    if session.instead_of == session.date:
        return "session_moved_nowhere"
    is_as_planned = session.instead_of is None and session.id is None
    if is_as_planned and weekday and list(Weekday).index(weekday) != session.date.weekday():
        return "session_on_another_weekday"
    return None


def events_are_of_our_time(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """An event long ago, far ahead or of many weeks has probably a slip in a year."""
    for entry, event in _events(data):
        for path, timed in _timed(event):
            if timed.date is None:
                continue
            if not EARLIEST <= timed.date <= years_later(today, YEARS_AHEAD):
                details = {"field": "date", "value": str(timed.date)}
                yield Problem(entry.place(*path, "date"), "day_of_another_time", details, Severity.WARNING)
            if timed.end_date is not None and timed.end_date - timed.date > LONGEST:
                details = {"days": str((timed.end_date - timed.date).days + 1)}
                yield Problem(entry.place(*path, "end_date"), "event_long", details, Severity.WARNING)


def events_can_be_found(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """Whoever wants to come needs to know where: a place, a form that needs none, or a page that says it."""
    for entry, event in _events(data):
        is_to_come = event.date is None or (event.end_date or event.date) >= today
        says_where = event.place or event.form or event.url or event.registration
        if is_to_come and not says_where and event.state is not EventState.CANCELLED:
            yield Problem(entry.place(), "event_nowhere", {"record": event.id}, Severity.WARNING)


def events_are_listed_once(data: LoadedData) -> Iterator[Problem]:
    """Two events of one name on one day are probably one that was entered twice."""
    first: dict[tuple[str, object], Entry] = {}
    for entry, event in _events(data):
        for name in event.name.wordings().values():
            seen = first.setdefault((same_words(name), event.date or event.expected), entry)
            if seen is not entry:
                details = {"id": seen.record.id, "first_line": str(seen.place("id").line)}
                yield Problem(entry.place("id"), "event_twice", details, Severity.WARNING)
                break


EVENT_RULES: Final = (
    sessions_are_in_order,
    sessions_stand_for_different_days,
    moved_is_said,
    changes_of_sessions_are_whole,
    moved_sessions_have_a_first_day,
    days_are_in_order,
    seasons_are_in_order,
    left_out_days_are_of_the_rhythm,
    hours_are_in_order,
    hours_exist,
    events_leave_names_of_calendars,
    events_are_listed_once,
)
