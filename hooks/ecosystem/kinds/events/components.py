"""The occurrences of an event as VEVENT components.

A season of a series is one recurring component, its left-out days taken from it (EXDATE), and each listed session on
one of its days an exception with that day's RECURRENCE-ID: moved, cancelled, or with a topic of its own. All else
stands alone, and so does every occurrence whose hours are those of another time zone: they are in UTC, which has no
rhythm of local hours. An occurrence of several days with hours is a component for each day.

UIDs are made of the record's id and, where an event has several components of its own, what names each for good: they
survive changes of title, day and language, and a new season leaves those of earlier ones as they are. SEQUENCE counts
the days from `SEQUENCE_START` to the entry's last change, so that it grows with each day on which the entry is changed.
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from icalendar import Event as Component
from icalendar import vRecur, vText, vUri
from jinja2 import Environment

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.hours import Stretch
from ecosystem.kinds.events.model import Event, EventForm, EventState
from ecosystem.kinds.events.occurrences import Occurrence, occurrences
from ecosystem.kinds.events.rhythm import SeriesRhythm
from ecosystem.kinds.parts import Interval
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.workgroups.model import Workgroup
from ecosystem.pages.edition import Edition

SEQUENCE_START: Final = datetime.date(2024, 1, 1)

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def event_components(edition: Edition, environment: Environment, event: Event) -> Iterator[Component]:
    """Yield the components of all occurrences of *event* whose days are known."""
    known = occurrences(event)
    recurring = [rhythm for rhythm in event.rhythms if rhythm.days()] if event.time_zone is None else []
    for rhythm in recurring:
        yield _series(edition, environment, rhythm, next(one for one in known if one.season is rhythm))
    for one in known:
        if one.season not in recurring:
            yield from _alone(edition, environment, one)
        elif one.session is not None:
            yield from _exception(edition, environment, one)


def _alone(edition: Edition, environment: Environment, one: Occurrence) -> Iterator[Component]:
    name = f"{one.event.id}-{one.name}" if one.event.is_series else one.event.id
    for number, stretch in enumerate(one.stretches, start=1):
        yield _component(edition, environment, one, stretch, name if number == 1 else f"{name}-day-{number}")


def _series(edition: Edition, environment: Environment, rhythm: SeriesRhythm, first: Occurrence) -> Component:
    """Return the recurring component of the season *rhythm*, without what is said of its *first* occurrence alone."""
    if rhythm.first is None or rhythm.until is None:
        raise AssertionError("only a rhythm with a first day recurs")
    stretch = Stretch(rhythm.first, rhythm.first, rhythm.hours)
    usual = replace(first, session=None, moved_from=None, state=first.event.state, stretches=(stretch,))
    component = _component(edition, environment, usual, stretch, _season_name(first.event, rhythm))
    component.add("rrule", vRecur(_rule(rhythm, rhythm.first, rhythm.until)))
    if left_out := [_start(day, rhythm) for day in sorted(rhythm.left_out)]:
        component.add("exdate", left_out)
    return component


def _exception(edition: Edition, environment: Environment, one: Occurrence) -> Iterator[Component]:
    """Yield what stands in the place of a day of the rhythm; further days of it stand beside the series."""
    if one.season is None or one.replaces is None:
        raise AssertionError("only a day of a season has exceptions")
    name = _season_name(one.event, one.season)
    for number, stretch in enumerate(one.stretches, start=1):
        if number == 1:
            component = _component(edition, environment, one, stretch, name)
            component.add("recurrence-id", _start(one.replaces, one.season))
        else:
            name = f"{one.event.id}-{one.name}-day-{number}"
            component = _component(edition, environment, one, stretch, name)
        yield component


def _season_name(event: Event, rhythm: SeriesRhythm) -> str:
    """Return what names a season for good: the first one's name is that of the event."""
    return event.id if rhythm == event.rhythms[0] else f"{event.id}-season-{rhythm.first}"


def _start(day: datetime.date, rhythm: SeriesRhythm) -> datetime.date:
    return day if rhythm.hours is None else datetime.datetime.combine(day, rhythm.hours.start, HELSINKI)


def _rule(rhythm: SeriesRhythm, first: datetime.date, until: datetime.date) -> dict[str, Any]:
    """Return the recurrence rule; UNTIL is in UTC for times, as RFC 5545 wants it, and a day for whole days."""
    end: Any = until
    if rhythm.hours is not None:
        end = datetime.datetime.combine(until, rhythm.hours.start, HELSINKI).astimezone(datetime.UTC)
    weekday = _WEEKDAYS[first.weekday()]
    if rhythm.interval is Interval.WEEK:
        return {"freq": "WEEKLY", "interval": rhythm.every, "until": end, "byday": weekday}
    if rhythm.weekday is None:
        return {"freq": "MONTHLY", "interval": rhythm.every, "until": end, "bymonthday": first.day}
    return {
        "freq": "MONTHLY",
        "interval": rhythm.every,
        "until": end,
        "byday": f"{rhythm.week_of_month}{weekday}",
    }


def _add_times(component: Component, one: Occurrence, stretch: Stretch) -> None:
    ends = stretch.instants(one.zone)
    if ends is None:
        component.add("dtstart", stretch.first)
        component.add("dtend", stretch.day_after)
        return
    start, end = ends if one.event.time_zone is None else (moment.astimezone(datetime.UTC) for moment in ends)
    component.add("dtstart", start)
    if end > start:
        component.add("dtend", end)


def _component(edition: Edition, environment: Environment, one: Occurrence, stretch: Stretch, name: str) -> Component:
    event, language = one.event, edition.language
    address = edition.address("events", event.id)
    changed = datetime.datetime.combine(event.updated, datetime.time(), HELSINKI).astimezone(datetime.UTC)
    description = environment.get_template("calendars/description.txt").render(one=one, address=address)
    component = Component()
    if event.formerly:  # known to calendar programs under the name that it had first
        name = edition.content.history.lasting_id("events", event) + name.removeprefix(event.id)
    component.add("uid", f"{name}@{edition.content.operator.authority}")
    component.add("dtstamp", changed)
    component.add("last-modified", changed)
    component.add("sequence", max(0, (event.updated - SEQUENCE_START).days))
    component.add("summary", _text(_summary(edition, one), language))
    component.add("description", _text(description.strip(), language))
    if location := _location(edition, one):
        component.add("location", location)
    component.add("url", vUri(address))
    component.add("categories", _categories(edition, one))
    component.add("status", "CANCELLED" if one.state is EventState.CANCELLED else "CONFIRMED")
    # What takes whole days, or no place at all, does not make its reader busy.
    busy = stretch.hours is not None and one.state is not EventState.CANCELLED
    component.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    component.add("class", "PUBLIC")
    _add_times(component, one, stretch)
    return component


def _summary(edition: Edition, one: Occurrence) -> str:
    title = edition.title(one.event)
    if one.session is not None and one.session.title is not None:
        title = f"{title}: {one.session.title.in_language(edition.language).text}"
    if one.state is EventState.SCHEDULED:
        return title
    return f"{edition.interface.choice(one.state)}: {title}"  # seen also where a program ignores STATUS


def _location(edition: Edition, one: Occurrence) -> vText | None:
    if one.place is not None:
        phrase = one.place.in_language(edition.language)
        return _text(phrase.text, phrase.language)
    if one.form is EventForm.ONLINE:
        return _text(one.registration or one.url or edition.interface.choice(one.form), edition.language)
    return None


def _categories(edition: Edition, one: Occurrence) -> list[str]:
    """Return by what programs can sort or colour *one*: who arranges it, its form and languages, groups and regions."""
    event, say = one.event, edition.interface.say
    form = [edition.interface.choice(one.form)] if one.form else []
    spoken = [say(f"language.{language}") for language in one.languages]
    groups = [edition.title(edition.ecosystem.of(Workgroup)[group]) for group in event.workgroups]
    regions = [edition.title(edition.ecosystem.of(Region)[region]) for region in event.regions]
    return [edition.interface.choice(event.host), *form, *spoken, *groups, *regions]


def _text(text: str, language: str) -> vText:
    """Return *text* marked with its language."""
    value = vText(text)
    value.params["LANGUAGE"] = language
    return value
