"""International meetings: list page, record page, JSON-LD and calendar, from the made-up meetings of the test data."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.offerings.model import Offering
from ecosystem.site.site import Site
from rendering import render_all, site_of, words
from subscriptions import calendar_files
from workbench import SMALL, DataFolder

pytestmark = pytest.mark.slow

TEST_DATA = SMALL.data
PAGE = "en/meetings/berliini-2027/"


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(TEST_DATA)


class Pages:
    """The pages of a site by their paths, parsed when they are looked at."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self._written = written

    def __getitem__(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self._written[path], "html5lib")


@pytest.fixture(scope="module")
def pages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return read(site, tmp_path_factory.mktemp("site"))


def read(site: Site, folder: Path) -> Pages:
    return Pages(render_all(site, folder))


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    shown = (" ".join(element.get_text(" ").split()) for element in page.select(selector))
    return [text.replace(" ,", ",").replace(" ;", ";").replace(" –", "–").replace("– ", "–") for text in shown]


def test_the_list_tells_coming_meetings_with_day_country_and_state(pages: Pages) -> None:
    cards = texts(pages["sv/moten/"], "main li.card")
    assert cards == [
        "Möte i Berlin 10 maj 2027–11 maj 2027, Tyskland Delegation utomlands planeras "
        "En påhittad delegation besöker ett påhittat sjukhus.",
        "Den inställda mässan september 2027, Sverige Mässa eller evenemang inställt En mässa som man inte for till.",
    ]


def test_who_wants_meetings_comes_from_the_offerings(pages: Pages) -> None:
    offerings = site_of(TEST_DATA).ecosystem.of(Offering).values()
    wishing = [offering for offering in offerings if offering.meetings]
    assert wishing, "the test data has an offering whose provider wants meetings"
    rows = texts(pages["en/meetings/"], "main dl.facts .facts__row")
    assert len(rows) == len(wishing)
    assert "customers, distributors (Japan)" in rows[0]


def test_a_meeting_that_is_over_moves_down_and_says_that_its_end_is_not_known(tmp_path: Path) -> None:
    pages = read(site_of(TEST_DATA, datetime.date(2027, 5, 12)), tmp_path)
    sections = texts(pages["en/meetings/"], "main section")
    assert sections[0].startswith("Upcoming meetings The cancelled fair")
    assert sections[-1].startswith("Past meetings Meeting in Berlin")
    assert "time has passed" in sections[-1]
    assert "This site has no information on how it went" in words(pages[PAGE], "p.notice")


def test_the_agenda_is_a_list_of_each_day_with_local_times(pages: Pages) -> None:
    page = pages[PAGE]
    assert [len(listing.select("li")) for listing in page.select("ol.agenda")] == [2, 1]
    assert texts(page, "ol.agenda")[0] == (
        "9:00–10:00 Welcome Beispiel-Klinikum 10:15–12:00 Presentations Room 1 Example Ltd; Verkosto"
    )
    assert "Times are local: Central European Time." in words(page, "main")
    assert words(page, "h2 .tag") == "draft"
    assert [time["datetime"] for time in page.select("ol.agenda time")][:2] == ["2027-05-10T09:00", "2027-05-10T10:00"]


def test_what_lacks_a_language_is_marked(pages: Pages) -> None:
    foreign = pages["tapaamiset/berliini-2027/"].select("ol.agenda [lang=en]")
    assert "Room 1" in [element.get_text() for element in foreign]
    assert pages[PAGE].select_one("main [lang=fi]") is not None


def test_participants_bring_offerings_and_are_named_with_the_date_of_the_source(
    pages: Pages,
) -> None:
    cards = texts(pages[PAGE], "main li.card")
    assert cards[0] == (
        "Example Ltd, presenter Presents: Service =Maija Malli, chief executive maija.malli@example.org "
        "+358 29 516 3139 Contact details from a source dated 20 November 2026"
    )
    assert len(cards) == 3


def test_who_wants_to_meet_whom(pages: Pages) -> None:
    rows = texts(pages[PAGE], "main .facts__row")
    assert "Example Ltd To find a partner for a joint pilot. Wants to meet: customers, authorities; " in f"{rows[-1]} "
    assert rows[-1].endswith("Beispiel-Klinikum")


def test_the_page_of_a_member_names_its_meetings(pages: Pages) -> None:
    related = words(pages["en/members/esimerkki-oy/"], ".related")
    assert "International meetings Meeting in Berlin" in related


def test_a_meeting_may_name_news_that_wait_for_their_day(data_folder: DataFolder, tmp_path: Path) -> None:
    data_folder.replace("meetings.yaml", "  events:\n", "  news:\n    - tulossa\n  events:\n")
    text = (data_folder.path / "news.yaml").read_text(encoding="utf-8")
    item = text.split("- id: ")[1]
    coming = "- id: tulossa\n" + item.split("\n", 1)[1].replace(item.split("date: ")[1][:10], "2027-05-01", 1)
    data_folder.write("news.yaml", "".join(sorted([*(f"- id: {one}" for one in text.split("- id: ")[1:]), coming])))
    page = read(site_of(data_folder.path), tmp_path / "site")[PAGE]
    assert "News" not in texts(page, ".related h3")
    later = read(site_of(data_folder.path, datetime.date(2027, 5, 1)), tmp_path / "later")[PAGE]
    assert "News" in texts(later, ".related h3")


def test_search_engines_learn_of_the_meeting(pages: Pages) -> None:
    def event(path: str) -> dict[str, Any]:
        said = [json.loads(script.string or "") for script in pages[path].select("script[type='application/ld+json']")]
        found = [one for group in said for one in (group if isinstance(group, list) else [group])]
        return next(one for one in found if one["@type"] == "Event")

    berlin = event(PAGE)
    assert (berlin["startDate"], berlin["endDate"]) == ("2027-05-10", "2027-05-11")
    assert berlin["location"]["address"] == {"@type": "PostalAddress", "addressCountry": "DE"}
    assert berlin["organizer"]["name"] == "Beispiel-Klinikum"
    assert [one["name"] for one in berlin["attendee"]] == ["Example Ltd", "Verkosto", "Keksitty järjestö"]
    fair = event("en/meetings/peruttu-messut-2027/")
    assert fair["eventStatus"] == "https://schema.org/EventCancelled"
    assert "startDate" not in fair


def calendars(site: Site) -> dict[str, bytes]:
    return calendar_files(site)


def test_the_calendar_has_the_days_and_every_point_at_its_moment(site: Site) -> None:
    found = calendars(site)["calendar/en/meeting-berliini-2027.ics"]
    events = list(Calendar.from_ical(found).walk("VEVENT"))
    whole, *points = events
    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (
        datetime.date(2027, 5, 10),
        datetime.date(2027, 5, 12),
    )
    # Nine o'clock in Berlin in May is seven o'clock in UTC.
    assert [(str(one["summary"]), one.decoded("dtstart").isoformat()) for one in points] == [
        ("Welcome", "2027-05-10T07:00:00+00:00"),
        ("Presentations", "2027-05-10T08:15:00+00:00"),
        ("One-to-one meetings", "2027-05-11T07:30:00+00:00"),
    ]
    assert [str(one["status"]) for one in points] == ["TENTATIVE"] * 3
    uids = [str(one["uid"]) for one in events]
    assert len(set(uids)) == len(uids)


def test_a_meeting_without_days_has_no_calendar_and_no_link_to_one(site: Site, pages: Pages) -> None:
    assert [path for path in calendars(site) if "peruttu" in path] == []
    assert pages["en/meetings/peruttu-messut-2027/"].select("a[href$='peruttu-messut-2027.ics']") == []
    for language in LANGUAGES:
        assert f"calendar/{language}/meeting-berliini-2027.ics" in calendars(site)


def test_points_that_start_together_have_names_of_their_own(data_folder: DataFolder) -> None:
    data_folder.replace("meetings.yaml", "start: 10:15", "start: 09:00")
    found = calendars(site_of(data_folder.path))["calendar/fi/meeting-berliini-2027.ics"]
    uids = [str(one["uid"]).partition("@")[0] for one in Calendar.from_ical(found).walk("VEVENT")]
    assert uids[1:3] == ["meeting-berliini-2027-2027-05-10-0900", "meeting-berliini-2027-2027-05-10-0900-2"]


def test_an_event_leaves_the_names_of_meetings_calendars(data_folder: DataFolder) -> None:
    data_folder.replace("events.yaml", "- id: aamu", "- id: meeting-aamu")
    result = data_folder.run("check")
    assert "meeting-aamu is the name of another calendar" in result.stdout


def test_the_report_names_a_meeting_whose_outcome_is_missing(data_folder: DataFolder) -> None:
    assert "still planned" not in data_folder.run("report", "--language", "en").stdout
    for day in ("2027-05-10", "2027-05-11", "2027-05-11"):
        data_folder.replace("meetings.yaml", day, day.replace("2027", "2026"))
    data_folder.replace("meetings.yaml", "date: 2027-05-10", "date: 2026-05-10")
    said = data_folder.run("report", "--language", "en").stdout
    assert "meetings.yaml:7: Meeting in Berlin: ended on 2026-05-11, but is still planned" in said


def test_a_first_meeting_is_begun_by_command_in_an_empty_file(data_folder: DataFolder) -> None:
    data_folder.write("meetings.yaml", "[]\n")
    texts = [f"--{field}-{language}=Wien" for field in ("name", "summary") for language in LANGUAGES]
    given = ["--id=wien-2027", "--kind=fair", "--status=planned", "--start=2027-06", "--country=AT"]
    result = data_folder.run("new", "meeting", *texts, *given, "--source=https://example.org/")
    assert result.returncode == 0, result.stderr
    assert (data_folder.path / "meetings.yaml").read_text(encoding="utf-8").startswith("- id: wien-2027\n")
    assert data_folder.run("check", "--strict").returncode == 0


def test_a_spreadsheet_among_the_data_is_refused(data_folder: DataFolder) -> None:
    (data_folder.path / "Liidit 2027.XLSX").write_bytes(b"PK")
    result = data_folder.run("check")
    assert result.returncode == 1
    assert "Liidit 2027.XLSX is a spreadsheet" in result.stdout
    assert "Leads are confidential" in result.stdout
