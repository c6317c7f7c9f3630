"""Calendars that real programs show: two parsers, both clock changes, exceptions, stable names."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import occurrences
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.site.site import Site
from subscriptions import HOST, Record, calendar_files, event, make_site, three, write_data

YEARS = range(2024, 2031)
HOURS = {"start": "08:30", "end": "09:30"}
EVERY_OTHER_WEEK: Record = {
    "every": "2",
    "interval": "week",
    "weekday": "wednesday",
    "hours": HOURS,
    "first": "2024-01-10",
    "until": "2030-12-31",
}

Files = Mapping[str, bytes]


def calendars_of(site: Site) -> dict[str, bytes]:
    return calendar_files(site)


def last_sunday(year: int, month: int) -> datetime.date:
    last = datetime.date(year, month, 31)
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)


def around_clock_changes() -> list[Record]:
    """Sessions before, on and after each change, and one in the middle of each half year."""
    days = [
        last_sunday(year, month) + datetime.timedelta(days=distance)
        for year in YEARS
        for month in (3, 10)
        for distance in (-1, 0, 1, 90 if month == 3 else 60)
    ]
    return [{"date": str(day)} for day in sorted(set(days))]


EVENTS = [
    event("kello", rhythm={"every": "1", "interval": "month", "hours": HOURS}, sessions=around_clock_changes()),
    event(
        "sarja",
        rhythm=EVERY_OTHER_WEEK,
        workgroups=["hyvinvointialueiden-tekoalyverkosto"],
        sessions=[
            {"date": "2024-03-20", "title": {"fi": "Aihe"}},
            {"date": "2024-04-04", "instead_of": "2024-04-03", "hours": {"start": "13:00"}, "state": "moved"},
            {"date": "2024-10-30", "state": "cancelled"},
            {"date": "2024-11-01", "title": {"fi": "Ylimääräinen"}},
        ],
    ),
    event(
        "kuukausi",
        rhythm={
            "every": "1",
            "interval": "month",
            "weekday": "friday",
            "hours": HOURS,
            "first": "2024-03-29",
            "until": "2030-12-31",
        },
    ),
    event("paivat", date="2026-12-14", end_date="2026-12-15"),
    event("peruttu", date="2026-12-16", hours=HOURS, state="cancelled"),
    event("tuntematon", rhythm={"every": "2", "interval": "week"}),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("data"), {"events": EVENTS})


@pytest.fixture(scope="module")
def files(site: Site) -> Files:
    return calendars_of(site)


def components(files: Files, name: str, language: str = "fi") -> list[Any]:
    return list(icalendar.Calendar.from_ical(files[f"calendar/{language}/{name}.ics"]).walk("VEVENT"))


def starts_by_rhythm(content: bytes) -> set[datetime.datetime]:
    """Return all starts as vobject reads them, by the file's own time zone, exceptions put in their places."""
    starts: set[datetime.datetime] = set()
    exceptions: dict[datetime.datetime, datetime.datetime] = {}
    for component in vobject.readOne(content.decode("utf-8")).vevent_list:
        if hasattr(component, "recurrence_id"):
            exceptions[component.recurrence_id.value.astimezone(datetime.UTC)] = component.dtstart.value
        elif hasattr(component, "rrule"):
            starts |= {start.astimezone(datetime.UTC) for start in component.getrruleset(addRDate=True)}
        else:
            starts.add(component.dtstart.value.astimezone(datetime.UTC))
    assert starts >= set(exceptions), "an exception of a day that the rhythm does not have is shown twice"
    return (starts - set(exceptions)) | {start.astimezone(datetime.UTC) for start in exceptions.values()}


def test_there_is_a_calendar_of_all_of_each_event_and_of_each_group_that_meets(files: Files) -> None:
    names = {"events", "workgroup-hyvinvointialueiden-tekoalyverkosto", *(str(one["id"]) for one in EVENTS)}
    assert set(files) == {f"calendar/{language}/{name}.ics" for language in LANGUAGES for name in names}


@pytest.mark.parametrize("name", ["kello", "sarja", "kuukausi"])
def test_both_parsers_find_the_instants_of_helsinki(site: Site, files: Files, name: str) -> None:
    expected = {one.starts.astimezone(datetime.UTC) for one in occurrences(site.ecosystem.of(Event)[name])}
    assert starts_by_rhythm(files[f"calendar/sv/{name}.ics"]) == expected
    read = {one.decoded("dtstart").astimezone(datetime.UTC) for one in components(files, name)}
    assert read <= expected
    assert len(expected) > 40


def test_meetings_stay_at_half_past_eight_on_both_sides_of_a_clock_change(files: Files) -> None:
    offsets = set()
    for component in components(files, "kello"):
        start = component.decoded("dtstart").astimezone(HELSINKI)
        assert (start.hour, start.minute) == (8, 30)
        offsets.add(start.utcoffset())
    assert offsets == {datetime.timedelta(hours=2), datetime.timedelta(hours=3)}


def test_the_time_zone_has_two_rules_for_every_year(files: Files) -> None:
    for content in files.values():
        (zone,) = icalendar.Calendar.from_ical(content).walk("VTIMEZONE")
        rules = {one.name: one["rrule"].to_ical() for one in zone.subcomponents}
        assert rules == {
            "DAYLIGHT": b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            "STANDARD": b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        }


def test_a_series_recurs_with_its_exceptions(files: Files) -> None:
    series, *others = components(files, "sarja")
    assert series["rrule"]["FREQ"] == ["WEEKLY"]
    assert {str(one["uid"]) for one in others[:3]} == {str(series["uid"])}
    replaced = {str(one.decoded("recurrence-id").date()): one for one in others[:3]}
    assert set(replaced) == {"2024-03-20", "2024-04-03", "2024-10-30"}
    assert replaced["2024-04-03"].decoded("dtstart").astimezone(HELSINKI).isoformat() == "2024-04-04T13:00:00+03:00"
    assert str(replaced["2024-10-30"]["status"]) == "CANCELLED"
    assert str(others[3]["uid"]) == f"sarja-2024-11-01@{HOST}"
    assert "recurrence-id" not in others[3]


def test_a_last_friday_is_the_last_one_in_short_months_too(files: Files) -> None:
    (series,) = components(files, "kuukausi")
    assert series["rrule"].to_ical().endswith(b"BYDAY=-1FR")


def test_whole_days_are_dates_with_the_day_after_as_end(files: Files) -> None:
    (component,) = components(files, "paivat")
    assert component.decoded("dtstart") == datetime.date(2026, 12, 14)
    assert component.decoded("dtend") == datetime.date(2026, 12, 16)
    assert b"DTSTART;VALUE=DATE:20261214\r\n" in files["calendar/fi/paivat.ics"]


def test_a_cancelled_event_stays_and_says_so(files: Files) -> None:
    (component,) = components(files, "peruttu", "en")
    assert str(component["status"]) == "CANCELLED"
    assert str(component["summary"]) == "Cancelled: Tapahtuma peruttu"


def test_a_series_without_known_days_is_a_calendar_that_one_can_subscribe_to(files: Files) -> None:
    calendar = icalendar.Calendar.from_ical(files["calendar/fi/tuntematon.ics"])
    assert calendar.walk("VEVENT") == []
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert vobject.readOne(files["calendar/fi/tuntematon.ics"].decode()).name == "VCALENDAR"


def test_the_calendar_says_its_name_and_when_to_look_again_but_no_method(files: Files) -> None:
    for content in files.values():
        calendar = icalendar.Calendar.from_ical(content)
        assert "method" not in calendar
        assert "uid" not in calendar
        assert str(calendar["name"]) == str(calendar["x-wr-calname"])
        assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in content
        assert b"X-PUBLISHED-TTL:P1D\r\n" in content
        assert b"VALARM" not in content


def test_names_are_unique_and_stay_when_title_and_day_change(tmp_path: Path, files: Files) -> None:
    everything = components(files, "events")
    names = [(str(one["uid"]), str(one.get("recurrence-id") and one.decoded("recurrence-id"))) for one in everything]
    assert len(set(names)) == len(names)
    changed = event("paivat", date="2026-12-21", updated="2026-11-25") | {"name": three("Uusi nimi")}
    (old,) = components(files, "paivat")
    (new,) = components(calendars_of(make_site(tmp_path, {"events": [changed]})), "paivat")
    assert str(old["uid"]) == str(new["uid"])
    assert new["sequence"] == old["sequence"] + 5
    assert new.decoded("last-modified").astimezone(HELSINKI).date() == datetime.date(2026, 11, 25)


def test_no_line_is_longer_than_seventy_five_octets_or_cut_inside_a_letter(tmp_path: Path) -> None:
    text = "ääkkösiä 🎉 ja; pilkkuja, kenoviivoja \\ مرحبا " * 4
    site = make_site(tmp_path, {"events": [event("pitka", date="2026-12-14") | {"name": three(text.strip())}]})
    content = calendars_of(site)["calendar/fi/pitka.ics"]
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    (component,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert str(component["summary"]) == text.strip()
    assert vobject.readOne(content.decode("utf-8")).vevent.summary.value == text.strip()


def test_two_builds_are_the_same(files: Files, tmp_path: Path) -> None:
    assert calendars_of(make_site(tmp_path, {"events": EVENTS})) == files


@pytest.mark.parametrize(
    ("rhythm", "session", "code"),
    [
        ({"until": None}, None, "rhythm_bounds"),
        ({"until": "2023-01-01"}, None, "rhythm_order"),
        ({"weekday": "monday"}, None, "rhythm_weekday"),
        ({"every": "1"}, None, "rhythm_too_long"),
        ({"interval": "month", "weekday": None, "first": "2024-01-31"}, None, "rhythm_day_of_month"),
        ({}, {"date": "2024-04-04", "instead_of": "2024-04-02"}, "session_not_in_rhythm"),
    ],
)
def test_a_rhythm_that_cannot_be_is_a_problem(
    tmp_path: Path, rhythm: Record, session: Record | None, code: str
) -> None:
    given = {key: value for key, value in (EVERY_OTHER_WEEK | rhythm).items() if value is not None}
    broken = event("sarja", rhythm=given, sessions=[session] if session else [])
    assert code in codes(tmp_path, broken)


@pytest.mark.parametrize("name", ["events", "workgroup-mdr"])
def test_an_event_cannot_take_the_name_of_another_calendar(tmp_path: Path, name: str) -> None:
    assert "event_id_reserved" in codes(tmp_path, event(name, date="2026-12-14"))


def codes(folder: Path, record: Record) -> list[str]:
    """Return the codes of the problems that a data folder with *record* has."""
    write_data(folder, {"events": [record]})
    return [problem.code for problem in check(folder, KINDS)[1]]
