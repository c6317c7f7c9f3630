"""The meetings of an event as VEVENT components.

A series with a rhythm is one recurring component, and each listed session on one of its days an exception
with that day's RECURRENCE-ID: moved, cancelled, or with a topic of its own. All else stands alone.

UIDs are made of the record's id and, where an event has several components of its own, the day first
announced: they survive changes of title, day and language. SEQUENCE counts the days from `SEQUENCE_START`
to the entry's last change, so that it grows with each day on which the entry is changed.
"""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from icalendar import Event as Component
from icalendar import vRecur, vText, vUri
from jinja2 import Environment

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.model import Event, EventForm, EventState, SeriesRhythm
from ecosystem.kinds.events.occurrences import Meeting, day_after, instants, meetings, rhythm_days
from ecosystem.kinds.parts import Interval
from ecosystem.pages.edition import Edition

SEQUENCE_START: Final = datetime.date(2024, 1, 1)

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def event_components(edition: Edition, environment: Environment, event: Event) -> Iterator[Component]:
    """Yield the components of all meetings of *event*; none when no day is known."""
    in_rhythm = frozenset(rhythm_days(event))
    for meeting in meetings(event):
        if meeting.planned_day == min(in_rhythm, default=None):
            yield _series(edition, environment, meeting)
        if meeting.planned_day not in in_rhythm:
            yield _alone(edition, environment, meeting)
        elif meeting.session is not None:
            yield _exception(edition, environment, meeting)


def _alone(edition: Edition, environment: Environment, meeting: Meeting) -> Component:
    event = meeting.event
    name = event.id if event.date else f"{event.id}-{meeting.planned_day}"
    component = _component(edition, environment, meeting, name)
    _add_times(component, meeting)
    return component


def _series(edition: Edition, environment: Environment, first: Meeting) -> Component:
    """Return the recurring component, with the times of its first meeting as the rhythm has it."""
    event, rhythm = first.event, first.event.rhythm
    if rhythm is None or rhythm.first is None or rhythm.until is None:
        raise AssertionError("only a rhythm with a first day recurs")
    usual = Meeting(
        event=event,
        planned_day=rhythm.first,
        date=rhythm.first,
        last_day=rhythm.first,
        hours=rhythm.hours,
        state=event.state,
    )
    component = _component(edition, environment, usual, event.id)
    _add_times(component, usual)
    component.add("rrule", vRecur(_rule(rhythm, rhythm.first, rhythm.until)))
    return component


def _exception(edition: Edition, environment: Environment, meeting: Meeting) -> Component:
    component = _component(edition, environment, meeting, meeting.event.id)
    usual = meeting.event.rhythm.hours if meeting.event.rhythm else None
    if usual is None:
        component.add("recurrence-id", meeting.planned_day)
    else:
        component.add("recurrence-id", datetime.datetime.combine(meeting.planned_day, usual.start, HELSINKI))
    _add_times(component, meeting)
    return component


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


def _add_times(component: Component, meeting: Meeting) -> None:
    ends = instants(meeting)
    if ends is None:
        component.add("dtstart", meeting.date)
        component.add("dtend", day_after(meeting))
        return
    component.add("dtstart", ends[0])
    if ends[1] > ends[0]:
        component.add("dtend", ends[1])


def _component(edition: Edition, environment: Environment, meeting: Meeting, name: str) -> Component:
    event, language = meeting.event, edition.language
    address = edition.address("events", event.id)
    changed = datetime.datetime.combine(event.updated, datetime.time(), HELSINKI).astimezone(datetime.UTC)
    description = environment.get_template("calendars/description.txt").render(meeting=meeting, address=address)
    component = Component()
    if event.formerly:  # known to calendar programs under the name that it had first
        name = edition.content.history.lasting_id("events", event) + name.removeprefix(event.id)
    component.add("uid", f"{name}@{edition.content.operator.authority}")
    component.add("dtstamp", changed)
    component.add("last-modified", changed)
    component.add("sequence", max(0, (event.updated - SEQUENCE_START).days))
    component.add("summary", _text(_summary(edition, meeting), language))
    component.add("description", _text(description.strip(), language))
    if location := _location(edition, event):
        component.add("location", location)
    component.add("url", vUri(address))
    component.add("status", "CANCELLED" if meeting.state is EventState.CANCELLED else "CONFIRMED")
    # What takes whole days, or no place at all, does not make its reader busy.
    busy = meeting.hours is not None and meeting.state is not EventState.CANCELLED
    component.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    component.add("class", "PUBLIC")
    return component


def _summary(edition: Edition, meeting: Meeting) -> str:
    title = edition.title(meeting.event)
    if meeting.session is not None and meeting.session.title is not None:
        title = f"{title}: {meeting.session.title.in_language(edition.language).text}"
    if meeting.state is EventState.SCHEDULED:
        return title
    return f"{edition.interface.choice(meeting.state)}: {title}"  # seen also where a program ignores STATUS


def _location(edition: Edition, event: Event) -> vText | None:
    if event.place is not None:
        phrase = event.place.in_language(edition.language)
        return _text(phrase.text, phrase.language)
    if event.form is EventForm.ONLINE:
        return _text(event.registration or event.url or edition.interface.choice(event.form), edition.language)
    return None


def _text(text: str, language: str) -> vText:
    """Return *text* marked with its language."""
    value = vText(text)
    value.params["LANGUAGE"] = language
    return value
