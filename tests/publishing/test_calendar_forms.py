"""Events as they are in life, in calendars that two libraries read alike: nights, days, zones, seasons, sessions.

What is expected is worked out here, from the days that an editor typed and the rules of the tz database.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from bs4 import BeautifulSoup

from ecosystem.site.site import Site
from rendering import render_all
from subscriptions import HOST, Record, calendar_files, event, make_site, three

HELSINKI = ZoneInfo("Europe/Helsinki")
PACIFIC = ZoneInfo("America/Los_Angeles")
Span: TypeAlias = tuple[datetime.datetime, datetime.datetime]

YEARS = range(2024, 2032)


def sundays_around(year: int) -> list[datetime.date]:
    """Return the days on which the clocks change in the European Union in *year*."""
    ends = [datetime.date(year, month, 31) for month in (3, 10)]
    return [end - datetime.timedelta(days=(end.weekday() + 1) % 7) for end in ends]


def hours(start: str, end: str) -> Record:
    return {"start": start, "end": end}


def nights() -> list[Record]:
    """Sessions in the nights in which the clocks change, and in one with an end at midnight the week before."""
    days = [day for year in YEARS for day in sundays_around(year)]
    sessions: list[Record] = []
    for day in days:
        sessions.append({"date": str(day - datetime.timedelta(8)), "hours": hours("18:00", "24:00")})
        sessions.append({"date": str(day - datetime.timedelta(1)), "hours": hours("22:00", "06:00")})
    return sessions


def seasons() -> list[Record]:
    """Two seasons of every other Sunday that go over all clock changes of eight years."""
    rhythm: Record = {"every": "2", "interval": "week", "weekday": "sunday", "hours": hours("10:15", "11:45")}
    return [
        rhythm | {"first": "2024-01-07", "until": "2027-12-19", "left_out": ["2024-03-31", "2026-10-25"]},
        rhythm | {"first": "2028-01-09", "until": "2031-12-21"},
    ]


SERIES = event(
    "kaudet",
    seasons=seasons(),
    workgroups=["hyvinvointialueiden-tekoalyverkosto"],
    form="online",
    sessions=[
        {"date": "2023-12-17", "title": {"fi": "Ennen kausia"}},
        {"date": "2024-01-21", "title": {"fi": "Aihe"}},
        {"id": "ilta", "date": "2024-01-21", "hours": hours("18:00", "20:00"), "place": three("Turku")},
        {"date": "2028-01-24", "instead_of": "2028-01-23", "state": "moved"},
        {
            "date": "2028-02-05",
            "end_date": "2028-02-07",
            "instead_of": "2028-02-06",
            "hours": hours("09:00", "16:00"),
            "state": "moved",
        },
    ],
)
EVENTS = [
    SERIES,
    event("yot", rhythm={"every": "1", "interval": "month"}, sessions=nights()),
    event("lounas", date="2027-03-27", end_date="2027-03-28", hours=hours("12:00", "11:30")),
    event(
        "paivittain",
        date="2027-10-30",
        end_date="2027-11-01",
        days=[
            {"date": "2027-10-30", "hours": hours("12:00", "18:00")},
            {"date": "2027-10-31", "hours": hours("09:00", "16:00")},
            {"date": "2027-11-01", "hours": hours("09:00", "12:00")},
        ],
    ),
    event("kurssi", date="2027-03-27", end_date="2027-03-29", hours=hours("09:00", "16:00")),
    event("vegas", date="2027-11-06", hours=hours("18:00", "23:59"), time_zone="America/Los_Angeles"),
    event(
        "kaukosarja",
        time_zone="America/Los_Angeles",
        rhythm={
            "every": "1",
            "interval": "week",
            "hours": hours("09:00", "10:00"),
            "first": "2027-03-01",
            "until": "2027-04-05",
        },
    ),
    event("avoin", expected="2027-05"),
    event("viikko", expected="2027-W19"),
    event("rauennut", expected="2026-05"),
    event("siirretty", date="2027-02-10", instead_of="2027-02-03", state="moved", hours=hours("22:00", "01:00")),
]


def local(day: str, start: str, end: str, zone: ZoneInfo = HELSINKI, end_day: str | None = None) -> Span:
    """Return the instants of local times."""
    first, last = datetime.date.fromisoformat(day), datetime.date.fromisoformat(end_day or day)
    moments = (
        datetime.datetime.combine(first, datetime.time.fromisoformat(start), zone),
        datetime.datetime.combine(last, datetime.time.fromisoformat(end), zone),
    )
    return moments[0].astimezone(datetime.UTC), moments[1].astimezone(datetime.UTC)


def day_after(day: str, days: int = 1) -> str:
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days))


def in_seasons() -> set[Span]:
    found = set()
    for season in seasons():
        day = datetime.date.fromisoformat(str(season["first"]))
        while str(day) <= str(season["until"]):
            if str(day) not in season.get("left_out", ()):
                found.add(local(str(day), "10:15", "11:45"))
            day += datetime.timedelta(14)
    gone = {local("2028-01-23", "10:15", "11:45"), local("2028-02-06", "10:15", "11:45")}
    more = {
        local("2023-12-17", "10:15", "11:45"),
        local("2024-01-21", "18:00", "20:00"),
        local("2028-01-24", "10:15", "11:45"),
        *(local(day, "09:00", "16:00") for day in ("2028-02-05", "2028-02-06", "2028-02-07")),
    }
    assert gone <= found
    return (found - gone) | more


EXPECTED: Mapping[str, set[Span]] = {
    "kaudet": in_seasons(),
    "yot": {
        local(str(one["date"]), one["hours"]["start"], one["hours"]["end"].replace("24", "00"), HELSINKI, after)
        for one in nights()
        for after in [day_after(str(one["date"]))]
    },
    "lounas": {local("2027-03-27", "12:00", "11:30", HELSINKI, "2027-03-28")},
    "paivittain": {
        local("2027-10-30", "12:00", "18:00"),
        local("2027-10-31", "09:00", "16:00"),
        local("2027-11-01", "09:00", "12:00"),
    },
    "kurssi": {local(day, "09:00", "16:00") for day in ("2027-03-27", "2027-03-28", "2027-03-29")},
    "vegas": {local("2027-11-06", "18:00", "23:59", PACIFIC)},
    "kaukosarja": {
        local(str(datetime.date(2027, 3, 1) + datetime.timedelta(7 * week)), "09:00", "10:00", PACIFIC)
        for week in range(6)
    },
    "siirretty": {local("2027-02-10", "22:00", "01:00", HELSINKI, "2027-02-11")},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("data"), {"events": EVENTS})


@pytest.fixture(scope="module")
def files(site: Site) -> Mapping[str, bytes]:
    return calendar_files(site)


def in_utc(moments: Iterable[Any]) -> tuple[datetime.datetime, ...]:
    return tuple(moment.astimezone(datetime.UTC) for moment in moments)


def components(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def with_exceptions(parts: Sequence[tuple[Any, Span, Iterable[Any] | None, datetime.datetime | None]]) -> set[Span]:
    """Return when all is that a calendar holds: (uid, start and end, all starts, day that it replaces) of each part."""
    spans: dict[tuple[str, datetime.datetime], Span] = {}
    for uid, (start, end), rule, _ in parts:
        if rule is not None:
            starts = in_utc(rule)
            # the local hours stay, so the length does
            spans |= {(uid, one): (one, one + (end - start)) for one in starts}
    for uid, (start, end), rule, replaces in parts:
        if rule is None:
            key = (uid, replaces or start)
            assert (key in spans) == (replaces is not None), f"{key} is an exception of nothing, or stands twice"
            spans[key] = (start, end)
    found = list(spans.values())
    assert len(found) == len(set(found))
    return set(found)


def read_by_vobject(content: bytes) -> set[Span]:
    parts = []
    for one in vobject.readOne(content.decode()).vevent_list:
        span = in_utc([one.dtstart.value, one.dtend.value])
        rule = one.getrruleset(addRDate=True) if hasattr(one, "rrule") else None
        replaces = in_utc([one.recurrence_id.value])[0] if hasattr(one, "recurrence_id") else None
        parts.append((one.uid.value, (span[0], span[1]), rule, replaces))
    return with_exceptions(parts)


def every_so_many_weeks(start: datetime.datetime, one: Any) -> list[datetime.datetime]:
    """Return the starts of a weekly component by its local hours, as RFC 5545 has it, without what is taken from it."""
    rule = one["rrule"]
    assert rule["FREQ"] == ["WEEKLY"]
    gone = in_utc(day.dt for day in one["exdate"].dts) if "exdate" in one else ()
    starts = []
    while start <= rule["UNTIL"][0]:
        starts.append(start)
        start += datetime.timedelta(weeks=rule["INTERVAL"][0])
    return [day for day in starts if day.astimezone(datetime.UTC) not in gone]


def read_by_icalendar(content: bytes) -> set[Span]:
    parts = []
    for one in components(content):
        start, end = one.decoded("dtstart"), one.decoded("dtend")
        span = in_utc([start, end])
        rule = None
        if "rrule" in one:
            rule = every_so_many_weeks(start, one)
        replaces = in_utc([one.decoded("recurrence-id")])[0] if "recurrence-id" in one else None
        parts.append((str(one["uid"]), (span[0], span[1]), rule, replaces))
    return with_exceptions(parts)


@pytest.mark.parametrize("name", EXPECTED)
def test_two_libraries_read_the_instants_that_an_editor_typed(files: Mapping[str, bytes], name: str) -> None:
    content = files[f"calendar/sv/{name}.ics"]
    assert read_by_vobject(content) == read_by_icalendar(content) == EXPECTED[name]


def test_the_calendar_of_all_holds_what_the_calendars_of_each_hold(files: Mapping[str, bytes]) -> None:
    assert read_by_icalendar(files["calendar/fi/events.ics"]) == set().union(*EXPECTED.values())


def test_a_new_season_keeps_all_that_calendars_know(tmp_path: Any, files: Mapping[str, bytes]) -> None:
    known = {
        (str(one["uid"]), one["recurrence-id"].to_ical() if "recurrence-id" in one else b"")
        for one in components(files["calendar/fi/kaudet.ics"])
    }
    third = seasons()[1] | {"first": "2032-01-11", "until": "2032-05-30"}
    more = make_site(tmp_path, {"events": [SERIES | {"seasons": [*seasons(), third]}]})
    content = calendar_files(more)["calendar/fi/kaudet.ics"]
    names = {
        (str(one["uid"]), one["recurrence-id"].to_ical() if "recurrence-id" in one else b"")
        for one in components(content)
    }
    assert names - known == {(f"kaudet-season-2032-01-11@{HOST}", b"")}
    assert names > known
    assert read_by_icalendar(content) > EXPECTED["kaudet"]


def test_a_session_says_what_differs_from_its_series(files: Mapping[str, bytes]) -> None:
    (evening,) = [one for one in components(files["calendar/fi/kaudet.ics"]) if "ilta" in str(one["uid"])]
    assert str(evening["location"]) == "Turku"
    assert str(evening["uid"]) == f"kaudet-2024-01-21-ilta@{HOST}"


def test_categories_say_who_arranges_how_and_for_whom(files: Mapping[str, bytes]) -> None:
    categories = {
        language: components(files[f"calendar/{language}/kaudet.ics"])[0].categories for language in ("fi", "en")
    }
    assert categories["en"] == ["the ecosystem", "online", "AI network of wellbeing services counties"]
    assert categories["fi"] == ["ekosysteemi", "verkossa", "Hyvinvointialueiden tekoälyverkosto"]


def test_an_open_day_can_be_subscribed_to_and_a_lapsed_one_cannot(files: Mapping[str, bytes]) -> None:
    assert components(files["calendar/fi/avoin.ics"]) == components(files["calendar/fi/viikko.ics"]) == []
    assert "calendar/fi/rauennut.ics" not in files


@pytest.fixture(scope="module")
def pages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return dict(render_all(site, tmp_path_factory.mktemp("pages")))


def words(page: str, selector: str) -> str:
    found = BeautifulSoup(page, "html5lib").select_one(selector)
    assert found is not None
    return " ".join(found.get_text().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("tapahtumat/lounas/", "27. maaliskuuta 2027 klo 12.00 – 28. maaliskuuta 2027 klo 11.30 (Suomen aikaa)"),
        ("sv/evenemang/kurssi/", "27 mars 2027 – 29 mars 2027 kl. 9.00–16.00 varje dag (finsk tid)"),
        (
            "en/events/paivittain/",
            "30 October 2027, 12:00–18:00; 31 October 2027, 9:00–16:00; 1 November 2027, 9:00–12:00 (Helsinki time)",
        ),
        (
            "en/events/vegas/",
            "6 November 2027, 18:00–23:59 (Pacific Time); in Finland 7 November 2027, 3:00–8:59",
        ),
        ("en/events/avoin/", "May 2027, day to be confirmed"),
        ("sv/evenemang/viikko/", "vecka 19 (10 maj 2027 – 16 maj 2027), dagen bekräftas senare"),
        ("en/events/siirretty/", "10 February 2027, 22:00–1:00 (Helsinki time) originally 3 February 2027"),
    ],
)
def test_a_page_says_when_as_people_do(pages: dict[str, str], path: str, said: str) -> None:
    assert words(pages[path], "dl.facts dd") == said


def test_an_end_at_midnight_is_said_as_the_end_of_the_day(pages: dict[str, str]) -> None:
    assert "18.00–24.00" in words(pages["tapahtumat/yot/"], "main")


def test_no_empty_file_is_offered_while_no_day_is_known(pages: dict[str, str]) -> None:
    page = BeautifulSoup(pages["en/events/avoin/"], "html5lib")
    assert page.select_one('main a[href^="webcal:"]') is not None
    assert page.select_one('main a[href$=".ics"][type="text/calendar"]') is None
    assert "The dates are not known yet." in words(pages["en/events/avoin/"], "main")
    assert "no information on whether" in words(pages["en/events/rauennut/"], "main")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("sv/evenemang/", ["events"]),
        ("en/events/vegas/", ["events", "vegas"]),
        ("en/workgroups/hyvinvointialueiden-tekoalyverkosto/", ["workgroup-hyvinvointialueiden-tekoalyverkosto"]),
    ],
)
def test_programs_find_the_calendars_of_a_page(pages: dict[str, str], path: str, names: list[str]) -> None:
    links = BeautifulSoup(pages[path], "html5lib").select('head link[rel="alternate"][type="text/calendar"]')
    assert [str(link["href"]).rsplit("/", 1)[1].removesuffix(".ics") for link in links] == names


def test_everything_to_come_stands_in_one_list_by_time(pages: dict[str, str]) -> None:
    page = BeautifulSoup(pages["en/events/"], "html5lib")
    cards = page.select("[data-until-list] > .card")
    untils = [str(card["data-until"]) for card in cards]
    assert len(cards) > 20
    starts = [str(card.select_one("time")["datetime"])[:7] for card in cards]  # type: ignore[index]
    assert starts == sorted(starts)
    assert untils[0] >= "2026-12-01"
    home = BeautifulSoup(pages["en/"], "html5lib").select("section[aria-labelledby=events] h3 a")
    assert [one.get_text() for one in home] == [card.h3.a.get_text() for card in cards[:3]]  # type: ignore[union-attr]
    group = BeautifulSoup(pages["en/workgroups/hyvinvointialueiden-tekoalyverkosto/"], "html5lib")
    of_group = [card for card in cards if card.h3.a.get_text().startswith("Tapahtuma kaudet")]  # type: ignore[union-attr]
    listed = group.select("[data-until-list] > .card")
    assert len(listed) >= 10
    assert [one.get_text() for one in listed] == [one.get_text() for one in of_group]
