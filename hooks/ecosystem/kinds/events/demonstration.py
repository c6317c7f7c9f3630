"""The events of the demonstration: made-up ones in each form that events take in life."""

from collections.abc import Sequence
from typing import Final

from ecosystem.editing.demonstration import ADDRESS, Fields, Made, Words, provenance, text
from ecosystem.editing.yaml_text import Plain
from ecosystem.kinds.events.model import EventForm, EventHost, EventState
from ecosystem.kinds.parts import Interval, Weekday

#: Three years of monthly events that are over.
_PAST: Final = 36

_EVERY_OTHER_WEEK: Final[Fields] = {
    "every": "2",
    "interval": Interval.WEEK.value,
    "weekday": Weekday.WEDNESDAY.value,
    "hours": {"start": "08:30", "end": "09:30"},
}


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return a series with seasons, single events with days and hours of every kind, and three years of past ones."""
    words = made.words
    return [
        *(_past(words, number) for number in range(_PAST)),
        _event(words, "days", {"date": "2027-03-17", "end_date": "2027-03-18", "days": _lunch_to_lunch()}),
        _event(words, "fair", _fair()),
        _event(words, "night", _moved_night()),
        _event(words, "open", {"expected": "2027-W19"}),
        _series(words),
        _event(words, "school", {"date": "2027-02-01", "end_date": "2027-02-03", "hours": _hours("09:00", "16:00")}),
    ]


def _event(words: Words, name: str, when: Fields) -> Fields:
    record_id = f"keksitty-{name}"
    fields: Fields = {
        "id": record_id,
        "name": text(words, f"event.{name}.name"),
        "summary": text(words, "event.summary"),
        **when,
        "host": EventHost.ECOSYSTEM.value,
        "form": EventForm.ON_SITE.value,
        "place": text(words, "meeting.place"),
        "registration": f"{ADDRESS}/{record_id}/registration",
    }
    return fields | provenance()


def _past(words: Words, number: int) -> Fields:
    month, form = number % 12, tuple(EventForm)[number % len(EventForm)]
    record_id = f"keksitty-aamukahvi-{number + 1:02}"
    fields: Fields = {
        "id": record_id,
        "name": text(words, "event.past.name", number=number + 1),
        "summary": text(words, "event.summary"),
        "date": f"{2023 + number // 12}-{month + 1:02}-{number % 20 + 5:02}",
        "hours": _hours("08:30", "09:30"),
        "host": tuple(EventHost)[number % len(EventHost)].value,
        "form": form.value,
        "languages": [("fi", "sv", "en")[number % 3]],
    }
    if number % 2:
        fields["recording"] = f"{ADDRESS}/{record_id}/recording"
    return fields | provenance()


def _lunch_to_lunch() -> list[Plain]:
    return [
        {"date": "2027-03-17", "hours": _hours("12:00", "18:00")},
        {"date": "2027-03-18", "hours": _hours("09:00", "13:00")},
    ]


def _fair() -> Fields:
    return {"date": "2027-06-08", "hours": _hours("18:00", "23:30"), "time_zone": "America/Los_Angeles"}


def _moved_night() -> Fields:
    return {
        "date": "2027-04-16",
        "instead_of": "2027-04-09",
        "hours": _hours("20:00", "01:00"),
        "state": EventState.MOVED.value,
    }


def _series(words: Words) -> Fields:
    seasons: list[Plain] = [
        _EVERY_OTHER_WEEK | {"first": "2026-09-02", "until": "2026-12-09", "left_out": ["2026-10-14"]},
        _EVERY_OTHER_WEEK | {"first": "2027-01-13", "until": "2027-06-02"},
    ]
    sessions: list[Plain] = [
        {
            "date": "2026-11-11",
            "title": text(words, "event.session.title"),
            "summary": text(words, "event.session.summary"),
            "recording": f"{ADDRESS}/keksitty-series/recording",
            "materials": [{"title": text(words, "event.session.slides"), "url": f"{ADDRESS}/keksitty-series/slides"}],
        },
        {
            "date": "2027-01-28",
            "instead_of": "2027-01-27",
            "hours": _hours("13:00", "14:00"),
            "state": EventState.MOVED.value,
        },
        {"date": "2027-02-10", "state": EventState.CANCELLED.value},
        {"date": "2027-02-24", "title": text(words, "event.session.title")},
        {
            "id": "iltapaiva",
            "date": "2027-02-24",
            "hours": _hours("14:00", "16:00"),
            "title": text(words, "event.workshop.title"),
            "form": EventForm.ON_SITE.value,
            "place": text(words, "meeting.place"),
            "languages": ["sv"],
            "registration": f"{ADDRESS}/keksitty-series/workshop",
        },
    ]
    fields: Fields = {
        "id": "keksitty-series",
        "name": text(words, "event.series.name"),
        "summary": text(words, "event.summary"),
        "seasons": seasons,
        "sessions": sessions,
        "host": EventHost.ECOSYSTEM.value,
        "form": EventForm.ONLINE.value,
        "languages": ["fi"],
    }
    return fields | provenance()


def _hours(start: str, end: str) -> Fields:
    return {"start": start, "end": end}
