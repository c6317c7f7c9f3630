"""Readers find feeds and calendars: in the head of every page, on the subscribe page, on the pages of events."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from addresses import PAGES, page_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.site.site import Site
from rendering import made, of_records, render, write_files, write_pages
from subscriptions import FEED_TOPICS, HOST, event, make_site

#: What a build writes of feeds and calendars.
WRITTEN = tuple(f"{what} {language}" for what in ("feeds", "calendars") for language in LANGUAGES)

TYPES = ["application/rss+xml", "application/atom+xml", "application/feed+json"]
EVENTS = [
    event("sarja", rhythm={"every": "2", "interval": "week"}, sessions=[{"date": "2026-12-09"}]),
    event(
        "paattynyt",
        rhythm={"every": "1", "interval": "month", "first": "2026-01-07", "until": "2026-06-30"},
        workgroups=["hyvinvointialueiden-tekoalyverkosto"],
    ),
    event("yksi", date="2026-12-14", hours={"start": "08:30", "end": "09:30"}),
    event("ohi", date="2026-11-14"),
]
#: The calendars that one subscribes to.
LASTING = ("events", "sarja", "workgroup-hyvinvointialueiden-tekoalyverkosto")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("data"), {"events": EVENTS})


@pytest.fixture(scope="module")
def built(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_pages(of_records(site), folder)
    write_files(made(site, *WRITTEN).items(), folder)
    return folder


def page(site: Site, name: str, language: Language) -> BeautifulSoup:
    return BeautifulSoup(render(site, name, language), "html5lib")


def feed_links(soup: BeautifulSoup) -> list[Tag]:
    return [one for one in soup.find_all("link", rel="alternate") if one.get("type") in TYPES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_feeds_of_its_language_and_section(site: Site, built: Path, language: Language) -> None:
    for name in PAGES:
        links = feed_links(page(site, name, language))
        topics = [one for one in ("newsletter", "all", *FEED_TOPICS) if one in ("all", name)]
        assert [link["type"] for link in links] == TYPES * len(topics)
        here = page_path(name, language)
        for link, expected in zip(
            links, [f"{topic}.{end}" for topic in topics for end in ("rss", "atom", "json")], strict=True
        ):
            target = (built / here / str(link["href"])).resolve()
            assert target == (built / "feeds" / language / expected).resolve()
            assert link["title"]


def test_titles_of_the_feeds_are_those_of_their_topics(site: Site) -> None:
    titles = {str(link["title"]) for link in feed_links(page(site, "news", "en"))}
    assert titles == {"SOTE AI Ecosystem – Everything", "SOTE AI Ecosystem – News"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_subscribe_page_leads_to_files_that_exist(site: Site, built: Path, language: Language) -> None:
    soup = page(site, "subscribe", language)
    here = built / page_path("subscribe", language)
    here.mkdir(parents=True, exist_ok=True)
    targets = [str(one["href"]) for one in soup.select("main .ways a, main a[type]") if ".." in str(one["href"])]
    files = {(here / target).resolve().relative_to(built.resolve()).as_posix() for target in targets}
    assert all((built / file).is_file() for file in files)
    feeds = {
        f"feeds/{language}/{name}.{end}"
        for name in ("newsletter", "all", *FEED_TOPICS)
        for end in ("rss", "atom", "json")
    }
    calendars = {f"calendar/{language}/{name}.ics" for name in LASTING}
    assert files >= feeds | calendars
    lists = soup.select_one("#opml-address")
    assert lists and str(lists["value"]).endswith(f"/feeds/{language}/feeds.opml")


def test_a_series_is_subscribed_to(built: Path) -> None:
    soup = BeautifulSoup((built / "en/events/sarja/index.html").read_bytes(), "html5lib")
    links = {one.get_text(): str(one["href"]) for one in soup.select(".ways a")}
    assert links["Subscribe in a calendar app"] == f"webcal://{HOST}/calendar/en/sarja.ics"
    assert parse_qs(urlsplit(links["Google"]).query)["cid"] == [f"webcal://{HOST}/calendar/en/sarja.ics"]
    assert parse_qs(urlsplit(links["Outlook.com"]).query)["url"] == [f"https://{HOST}/calendar/en/sarja.ics"]
    assert "9 December 2026" in soup.get_text()


def test_a_single_event_is_added_with_its_hours(built: Path) -> None:
    soup = BeautifulSoup((built / "tapahtumat/yksi/index.html").read_bytes(), "html5lib")
    links = {one.get_text(): str(one["href"]) for one in soup.select(".ways a")}
    assert parse_qs(urlsplit(links["Google"]).query)["dates"] == ["20261214T063000Z/20261214T073000Z"]
    assert parse_qs(urlsplit(links["Microsoft 365"]).query)["startdt"] == ["2026-12-14T08:30:00+02:00"]
    assert links["Lataa tiedosto (.ics)"] == "../../calendar/fi/yksi.ics"
    assert not any(link.startswith("webcal:") for link in links.values())


@pytest.mark.parametrize("name", ["ohi", "paattynyt"])
def test_what_is_over_is_not_added_to_a_calendar(built: Path, name: str) -> None:
    soup = BeautifulSoup((built / f"tapahtumat/{name}/index.html").read_bytes(), "html5lib")
    assert soup.select(".ways a") == []
    assert "Tapahtuma on päättynyt." in soup.get_text()


def test_a_group_that_meets_has_its_calendar_on_its_page(built: Path) -> None:
    groups = sorted((built / "en/workgroups").glob("*/index.html"))
    with_calendar = [path.parent.name for path in groups if "webcal://" in path.read_text(encoding="utf-8")]
    assert with_calendar == ["hyvinvointialueiden-tekoalyverkosto"]
