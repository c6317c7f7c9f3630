"""A page that was built some days ago does not show what has passed as coming (overrides/assets/events.js)."""

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from ecosystem.ground.settings import ROOT
from rendering import render_all, site_of
from workbench import FULL
from yaml_files import read_yaml, yaml_text

BUILT = datetime.date(2026, 11, 22)
SCRIPT = (ROOT / "overrides" / "assets" / "events.js").read_text(encoding="utf-8")


def write_events(folder: Path) -> Path:
    """Write the data with a session of the AI Morning and two events to come."""
    folder.mkdir()
    for file in (FULL.data).glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    [morning] = [event for event in read_yaml(folder / "events.yaml") if event["id"] == "ai-aamu"]
    morning["sessions"] = [{"date": "2026-11-11"}, {"date": "2026-11-25"}]
    events = [morning, _seminar("2026-11-22"), _seminar("2026-12-24")]
    events.sort(key=lambda event: event["id"])
    (folder / "events.yaml").write_text(yaml_text(events), encoding="utf-8")
    return folder


def _seminar(day: str) -> dict[str, object]:
    return {
        "id": f"seminaari-{day}",
        "name": {"fi": "Seminaari", "sv": "Seminarium", "en": "Seminar"},
        "summary": {"fi": "Seminaari.", "sv": "Seminarium.", "en": "Seminar."},
        "date": day,
        "host": "member",
        "updated": "2026-11-22",
        "sources": [{"url": "https://example.org/"}],
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("events")
    return dict(render_all(site_of(write_events(folder / "data"), BUILT), folder / "site"))


def opened(browser: Browser, html: str, moment: str) -> Page:
    """Return the page as a reader sees it at *moment*, a point of time in UTC."""
    page = browser.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat(moment))
    page.route("**/*", lambda route: route.fulfill(body=SCRIPT if "events." in route.request.url else ""))
    document = BeautifulSoup(html, "html5lib")
    page.route("https://site.test/", lambda route: route.fulfill(body=str(document), content_type="text/html"))
    page.goto("https://site.test/")
    return page


def coming(page: Page) -> list[str]:
    """Return the days of the events that *page* shows as coming."""
    days = page.locator("[data-until-list] > .card:visible time").all()
    return [day.get_attribute("datetime") or "" for day in days]


def test_on_the_day_itself_an_event_is_still_to_come(browser: Browser, pages: dict[str, str]) -> None:
    page = opened(browser, pages["en/events/"], "2026-11-22T20:00:00+00:00")
    assert coming(page) == ["2026-11-22", "2026-11-25", "2026-12-24"]
    assert not page.locator("p.empty").is_visible()


def test_after_midnight_in_helsinki_an_event_is_past(browser: Browser, pages: dict[str, str]) -> None:
    page = opened(browser, pages["en/events/"], "2026-11-22T22:30:00+00:00")
    assert coming(page) == ["2026-11-25", "2026-12-24"]
    assert page.locator("[data-past-list] time").first.get_attribute("datetime") == "2026-11-22"


def test_when_everything_has_passed_the_page_says_that_nothing_is_known(
    browser: Browser, pages: dict[str, str]
) -> None:
    page = opened(browser, pages["en/events/"], "2027-01-01T12:00:00+00:00")
    assert coming(page) == []
    assert page.locator("p.empty").is_visible()
    passed = page.locator("[data-past-list] > .card", has_text="25 November 2026")
    assert passed.evaluate("card => (card.closest('details') ?? card).checkVisibility()")


def test_the_home_page_loses_what_has_passed(browser: Browser, pages: dict[str, str]) -> None:
    ahead = "[data-until-list] > li:visible"
    assert opened(browser, pages["en/"], "2026-11-22T20:00:00+00:00").locator(ahead).count() == 3
    page = opened(browser, pages["en/"], "2027-01-01T12:00:00+00:00")
    assert page.locator(ahead).count() == 0
    assert page.locator("p.empty").is_visible()


def test_the_page_of_a_series_tells_coming_sessions_from_past_ones(pages: dict[str, str]) -> None:
    page = BeautifulSoup(pages["en/events/ai-aamu/"], "html5lib")
    lists = {heading.get_text(): heading.find_next("ul") for heading in page.select("main h3")}
    assert "25 November 2026, 8:30–9:30 (Helsinki time)" in str(lists["Upcoming events"].get_text())  # type: ignore[union-attr]
    assert "11 November 2026" in str(lists["Past events"].get_text())  # type: ignore[union-attr]
