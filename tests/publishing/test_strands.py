"""What one can follow by itself: a region, a group, a pilot, a topic of news, a language of events; and the chooser."""

import json
from pathlib import Path

import icalendar
import pytest
from bs4 import BeautifulSoup

from ecosystem.site.site import Site
from rendering import make_site as site_in
from rendering import read_ecosystem, render
from subscriptions import HOST, calendar_files, event, feed_files, make_site, news_item

REGION, GROUP, PILOT = "pirkanmaa", "hyvinvointialueiden-tekoalyverkosto", "pirkanmaa-palvelutarpeen-arviointi"
NEWS = [
    news_item("alueelta", "2026-11-20", "Alueelta", regions=[REGION], topics=["research"]),
    news_item("ryhmasta", "2026-11-21", "Ryhmästä", workgroups=[GROUP], pilots=[PILOT], topics=["skills"]),
]
EVENTS = [
    event("alueella", date="2026-12-14", regions=[REGION], pilots=[PILOT], languages=["sv"], announced="2026-11-22"),
    event("muualla", date="2026-12-15", languages=["fi"], announced="2026-11-22"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("data"), {"news": NEWS, "events": EVENTS})


@pytest.fixture(scope="module")
def feeds(site: Site) -> dict[str, bytes]:
    return feed_files(site)


@pytest.fixture(scope="module")
def calendars(site: Site) -> dict[str, bytes]:
    return calendar_files(site)


@pytest.mark.parametrize(
    ("name", "told", "untold"),
    [
        (f"region-{REGION}", {"Alueelta", "Event: Tapahtuma alueella"}, {"Ryhmästä", "Event: Tapahtuma muualla"}),
        (f"workgroup-{GROUP}", {"Ryhmästä"}, {"Alueelta", "Event: Tapahtuma alueella"}),
        (f"pilot-{PILOT}", {"Ryhmästä", "Event: Tapahtuma alueella"}, {"Alueelta"}),
        ("news-skills", {"Ryhmästä"}, {"Alueelta", "Event: Tapahtuma alueella"}),
        ("events-sv", {"Event: Tapahtuma alueella"}, {"Event: Tapahtuma muualla", "Alueelta"}),
    ],
)
def test_a_strand_tells_what_belongs_to_it(
    feeds: dict[str, bytes], name: str, told: set[str], untold: set[str]
) -> None:
    feed = json.loads(feeds[f"feeds/en/{name}.json"])
    titles = {item["title"] for item in feed["items"]}
    assert titles >= told
    assert titles.isdisjoint(untold)
    whole = json.loads(feeds["feeds/en/all.json"])["items"]
    assert {item["id"] for item in feed["items"]} <= {item["id"] for item in whole}, "one thing has one id in all feeds"


def test_there_are_files_only_where_there_is_something(feeds: dict[str, bytes], calendars: dict[str, bytes]) -> None:
    assert "feeds/en/events-en.rss" not in feeds
    assert "feeds/en/news-international.rss" not in feeds
    assert "feeds/en/region-etela-karjala.rss" not in feeds
    assert f"calendar/en/workgroup-{GROUP}.ics" not in calendars


@pytest.mark.parametrize("name", [f"region-{REGION}", f"pilot-{PILOT}", "events-sv"])
def test_a_calendar_holds_the_events_of_its_strand(calendars: dict[str, bytes], name: str) -> None:
    calendar = icalendar.Calendar.from_ical(calendars[f"calendar/sv/{name}.ics"])
    assert [str(one["uid"]).partition("@")[0] for one in calendar.walk("VEVENT")] == ["alueella"]


def test_readers_of_a_former_name_are_served(tmp_path: Path) -> None:
    renamed = event("uusi-nimi", formerly=["vanha-nimi"], date="2026-12-14")
    files = calendar_files(make_site(tmp_path, {"events": [renamed]}))
    assert files["calendar/fi/vanha-nimi.ics"] == files["calendar/fi/uusi-nimi.ics"]


def test_the_chooser_offers_all_and_begins_with_the_newsletter(site: Site, feeds: dict[str, bytes]) -> None:
    soup = BeautifulSoup(render(site, "subscribe", "en"), "html5lib")
    options = {str(one["value"]): one for one in soup.select(".chooser option")}
    named = {
        path.split("/")[2].removesuffix(".rss") for path in feeds if path.startswith("feeds/en/") and ".rss" in path
    }
    assert {name for name, one in options.items() if one.get("data-feed")} == named
    assert not soup.select(".chooser option *"), "what is chosen from is text alone"
    region = options[f"region-{REGION}"]
    assert region["data-feed"] == f"https://{HOST}/feeds/en/region-{REGION}.rss"
    assert region["data-calendar"] == f"https://{HOST}/calendar/en/region-{REGION}.ics"
    field = soup.select_one("#feed-address")
    assert field and field["value"] == f"https://{HOST}/feeds/en/newsletter.rss"
    (feedly,) = (one for one in soup.select(".chooser a") if one.get_text() == "Feedly")
    assert str(feedly["href"]).endswith(f"/feed/https%3A%2F%2F{HOST}%2Ffeeds%2Fen%2Fnewsletter.rss")


def test_a_page_says_how_it_is_followed(site: Site) -> None:
    soup = BeautifulSoup(render(site, "events", "en"), "html5lib")
    line = soup.select_one("p.follow")
    assert line
    shown = {one.get_text(): str(one["href"]) for one in line.select("a")}
    assert shown["Events (RSS feed)"].endswith("feeds/en/events.rss")
    assert shown["Events (calendar)"] == f"webcal://{HOST}/calendar/en/events.ics"
    assert not BeautifulSoup(render(site, "privacy", "en"), "html5lib").select("p.follow")


def test_a_hub_and_an_icon_are_named() -> None:
    files = feed_files(site_in(read_ecosystem(), WEBSUB_HUB="https://hub.example.org/"))
    for suffix in ("rss", "atom"):
        root = BeautifulSoup(files[f"feeds/en/news.{suffix}"], "xml")
        (hub,) = root.find_all("link", rel="hub")
        assert hub["href"] == "https://hub.example.org/"
    document = json.loads(files["feeds/en/news.json"])
    assert document["hubs"] == [{"type": "WebSub", "url": "https://hub.example.org/"}]
    assert document["icon"] == f"https://{HOST}/apple-touch-icon.png"
