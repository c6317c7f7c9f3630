"""Feeds that real readers open: two parsers, the Atom grammar, ids, order, languages and hostile text."""

import datetime
import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import HELSINKI, ROOT
from ecosystem.publishing.feeds.items import feed_items
from ecosystem.publishing.feeds.publication import LEAST_ITEMS, PERIOD
from ecosystem.site.site import Site
from subscriptions import (
    FEED_TOPICS,
    HOST,
    calendar_files,
    event,
    feed_files,
    make_site,
    news_item,
    read_records,
    three,
)

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = ("newsletter", "all", *FEED_TOPICS)
GRAMMAR = etree.RelaxNG(etree.parse(ROOT / "tests" / "schemas" / "atom.rng"))

HOSTILE = (
    "Merkit <script>alert(1)</script> & ]]> &amp;",
    "Tunteet 🎉👩‍⚕️ ja muut",
    "مرحبا بالعالم ja suomea",
    "Pitkäsana" * 20,
    "\"Lainaus\" ja 'toinen' {{ 7 * 7 }} {% raw %}",
)

Files = Mapping[str, bytes]


def feeds_of(site: Site) -> dict[str, bytes]:
    return feed_files(site)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return feeds_of(make_site(tmp_path_factory.mktemp("data")))


def items_of(files: Files, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[path])["items"]
    return found


def by_id(files: Files, path: str) -> dict[str, dict[str, Any]]:
    return {item["id"].split(":", 2)[2].split("/", 1)[1]: item for item in items_of(files, path)}


def test_every_language_and_topic_has_a_feed_in_three_formats(files: Files) -> None:
    feeds = {f"feeds/{lang}/{name}.{end}" for lang in LANGUAGES for name in NAMES for end in ("rss", "atom", "json")}
    lists = {f"feeds/{language}/feeds.opml" for language in LANGUAGES} | {"feeds/feeds.opml"}
    others = {path for path in files if not re.search(r"/(region|workgroup|pilot|news|events)-", path)}
    assert others == feeds | lists


def test_feedparser_finds_nothing_to_mend(files: Files) -> None:
    for path, content in files.items():
        if path.endswith((".rss", ".atom")):
            parsed = feedparser.parse(content)
            assert not parsed.bozo, path
            assert parsed.version == ("rss20" if path.endswith(".rss") else "atom10")
            assert len(parsed.entries) == len(items_of(files, path.rsplit(".", 1)[0] + ".json"))


def test_atom_follows_its_grammar(files: Files) -> None:
    for path, content in files.items():
        if path.endswith(".atom"):
            document = etree.fromstring(content)
            assert GRAMMAR.validate(document), (path, GRAMMAR.error_log)


def test_the_grammar_refuses_what_is_no_atom(files: Files) -> None:
    good = files["feeds/fi/all.atom"]
    assert GRAMMAR.validate(etree.fromstring(good)), GRAMMAR.error_log
    for old, new in {
        b"<updated>2026-": b"<updated>26-",
        b"<entry>": b"<entry><source><entry/></source>",
        b' type="html">': b' type="CDATA">',
        b' rel="alternate"': b' rel=""',
        b' type="text/html"': b' type="html"',
        b"<author>": b'<author role="editor">',
    }.items():
        assert old in good
        assert not GRAMMAR.validate(etree.fromstring(good.replace(old, new, 1))), new


def test_the_grammar_takes_all_kinds_of_text_that_atom_has(files: Files) -> None:
    div = b'<div xmlns="http://www.w3.org/1999/xhtml"><p class="a">A</p></div>'
    entry = files["feeds/fi/all.atom"].replace(b"<entry>", b'<entry><summary type="xhtml">' + div + b"</summary>", 1)
    assert GRAMMAR.validate(etree.fromstring(entry)), GRAMMAR.error_log
    wrong = entry.replace(b'"http://www.w3.org/1999/xhtml"', b'"http://www.w3.org/1999/other"')
    assert not GRAMMAR.validate(etree.fromstring(wrong))


def test_atom_has_an_author_one_page_and_its_own_address(files: Files) -> None:
    root = etree.fromstring(files["feeds/sv/news.atom"])
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "AI-ekosystemet inom social- och hälsovården"
    links = [(one.get("rel"), one.get("type"), one.get("href")) for one in root.findall(f"{ATOM}link")]
    assert links == [
        ("self", "application/atom+xml", f"https://{HOST}/feeds/sv/news.atom"),
        ("alternate", "text/html", f"https://{HOST}/sv/nyheter/"),
    ]


def test_each_entry_has_one_alternate_for_its_type_and_language(files: Files) -> None:
    for path in (path for path in files if path.endswith(".atom")):
        for entry in etree.fromstring(files[path]).iter(f"{ATOM}entry"):
            (link,) = entry.findall(f"{ATOM}link")
            language = path.split("/")[1]
            assert (link.get("rel"), link.get("type"), link.get("hreflang")) == ("alternate", "text/html", language)


def test_the_link_of_an_rss_channel_is_the_page_not_the_feed(files: Files) -> None:
    channel = etree.fromstring(files["feeds/en/events.rss"]).find("channel")
    assert channel.findtext("link") == f"https://{HOST}/en/events/"
    assert channel.find(f"{ATOM}link").get("href") == f"https://{HOST}/feeds/en/events.rss"


def test_all_formats_tell_the_same(files: Files) -> None:
    for language in LANGUAGES:
        for name in NAMES:
            told = items_of(files, f"feeds/{language}/{name}.json")
            rss = etree.fromstring(files[f"feeds/{language}/{name}.rss"])
            atom = etree.fromstring(files[f"feeds/{language}/{name}.atom"])
            expected = [(one["id"], one["title"], one["url"], one["content_html"]) for one in told]
            assert expected == [
                tuple(item.findtext(field) for field in ("guid", "title", "link", "description"))
                for item in rss.iter("item")
            ]
            assert expected == [
                (
                    entry.findtext(f"{ATOM}id"),
                    entry.findtext(f"{ATOM}title"),
                    entry.find(f"{ATOM}link").get("href"),
                    entry.findtext(f"{ATOM}content"),
                )
                for entry in atom.iter(f"{ATOM}entry")
            ]


def test_ids_are_tags_of_record_and_language_and_unique(files: Files) -> None:
    seen: set[str] = set()
    for language in LANGUAGES:
        ids = [item["id"] for item in items_of(files, f"feeds/{language}/all.json")]
        assert all(one.startswith(f"tag:{HOST},2024:{language}/") for one in ids)
        assert len(set(ids)) == len(ids)
        assert seen.isdisjoint(ids)
        seen.update(ids)
    guids = etree.fromstring(files["feeds/fi/all.rss"]).iter("guid")
    assert {guid.get("isPermaLink") for guid in guids} == {"false"}


def test_every_address_in_a_text_is_absolute(files: Files) -> None:
    for path in (path for path in files if path.endswith(".json")):
        for item in items_of(files, path):
            for link in BeautifulSoup(item["content_html"], "html5lib").find_all(["a", "img"]):
                assert str(link.get("href") or link.get("src")).startswith("https://"), path


def test_times_are_noon_in_helsinki_so_the_day_is_the_same_around_the_world(files: Files) -> None:
    for item in items_of(files, "feeds/fi/all.json"):
        published = datetime.datetime.fromisoformat(item["date_published"])
        assert published.astimezone(HELSINKI).time() == datetime.time(12)
        assert published.utcoffset() == published.astimezone(HELSINKI).utcoffset()
        assert item["date_modified"] >= item["date_published"]


def test_ids_and_dates_stay_when_a_title_changes(tmp_path: Path) -> None:
    before = feeds_of(make_site(tmp_path / "a", {"news": [news_item("uutinen", "2026-11-01", "Ensin")]}))
    after = feeds_of(make_site(tmp_path / "b", {"news": [news_item("uutinen", "2026-11-01", "Sitten")]}))
    (old,), (new,) = (items_of(one, "feeds/fi/news.json") for one in (before, after))
    assert (old["title"], new["title"]) == ("Ensin", "Sitten")
    assert (old["id"], old["date_published"]) == (new["id"], new["date_published"])


def test_what_is_older_than_two_months_goes_once_there_are_thirty_newest_first(tmp_path: Path) -> None:
    news = [news_item(f"uutinen-{day:02}", f"2026-{7 + day // 28:02}-{day % 28 + 1:02}") for day in range(40)]
    dates = [
        item["date_published"] for item in items_of(feeds_of(make_site(tmp_path, {"news": news})), "feeds/fi/news.json")
    ]
    assert [date[:10] for date in dates] == sorted((one["date"] for one in news), reverse=True)[:LEAST_ITEMS]


def test_a_burst_pushes_out_nothing_that_is_two_months_old(tmp_path: Path) -> None:
    burst = [news_item(f"uutinen-{number}", "2026-11-30", f"Uutinen {number}") for number in range(50)]
    old = news_item("vanha", "2026-10-03", "Kaksi kuukautta sitten")
    older = news_item("vanhempi", "2026-10-01", "Liian vanha")
    files = feeds_of(make_site(tmp_path, {"news": [*burst, old, older]}))
    titles = [item["title"] for item in items_of(files, "feeds/fi/all.json")]
    assert "Kaksi kuukautta sitten" in titles
    assert "Liian vanha" not in titles


def test_what_is_dated_ahead_waits(tmp_path: Path) -> None:
    collections = {
        "news": [news_item("huomenna", "2026-12-02"), news_item("tanaan", "2026-12-01")],
        "events": [event("tulossa", date="2027-02-01", announced="2026-12-02")],
        "members": [],
    }
    collections["members"] = [record | {"since": "2027-01"} for record in read_records("members")]
    files = feeds_of(make_site(tmp_path, collections))
    assert list(by_id(files, "feeds/en/news.json")) == ["news/tanaan"]
    assert items_of(files, "feeds/en/events.json") == []
    assert items_of(files, "feeds/en/members.json") == []


def test_a_feed_without_items_is_still_a_feed(tmp_path: Path) -> None:
    files = feeds_of(make_site(tmp_path, {"events": [event("tulossa", date="2027-02-01", announced="2026-12-02")]}))
    atom = files["feeds/fi/events.atom"]
    assert GRAMMAR.validate(etree.fromstring(atom))
    assert not feedparser.parse(atom).bozo
    assert not feedparser.parse(files["feeds/fi/events.rss"]).bozo


def test_without_a_history_a_move_or_a_cancellation_is_told_on_the_day_of_the_last_change(tmp_path: Path) -> None:
    planned = event("kokous", date="2026-12-10", announced="2026-10-01", updated="2026-10-01")
    moved = planned | {"state": "moved", "date": "2026-12-17", "updated": "2026-11-25"}
    cancelled = event("toinen", date="2026-12-11", announced="2026-11-15", updated="2026-11-26", state="cancelled")
    told = by_id(feeds_of(make_site(tmp_path, {"events": [moved, cancelled]})), "feeds/en/events.json")
    assert {key: (item["title"], item["date_published"][:10]) for key, item in told.items()} == {
        "events/toinen/cancelled": ("Event cancelled: Tapahtuma toinen", "2026-11-26"),
        "events/kokous/moved": ("Event moved: Tapahtuma kokous", "2026-11-25"),
        "events/toinen": ("Event: Tapahtuma toinen", "2026-11-15"),
        "events/kokous": ("Event: Tapahtuma kokous", "2026-10-01"),
    }


def test_a_session_that_is_moved_keeps_its_id(tmp_path: Path) -> None:
    rhythm = {"every": "2", "interval": "week"}
    planned = event("sarja", rhythm=rhythm, sessions=[{"date": "2026-12-09"}])
    moved = event(
        "sarja", rhythm=rhythm, sessions=[{"date": "2026-12-10", "instead_of": "2026-12-09", "state": "moved"}]
    )
    first, second = (
        by_id(feeds_of(make_site(tmp_path / name, {"events": [one]})), "feeds/en/events.json")
        for name, one in (("a", planned), ("b", moved))
    )
    assert "events/sarja/2026-12-09" in first.keys() & second.keys()
    title = second["events/sarja/2026-12-09/moved-to-2026-12-10"]["title"]
    assert title.startswith("Event moved from 9 December 2026 to 10 December 2026: Tapahtuma sarja")


def test_ids_stay_when_the_site_moves_to_another_address(tmp_path: Path) -> None:
    ids = [
        [item["id"] for item in items_of(feeds_of(make_site(tmp_path / name, url=url)), "feeds/fi/all.json")]
        for name, url in (("a", "https://www.sotetekoaly.fi/"), ("b", "https://example.org/sote/"))
    ]
    assert ids[0] == ids[1]


def test_a_pilot_is_news_at_each_status_and_at_its_results(tmp_path: Path) -> None:
    pilot = read_records("pilots")[0]
    ended = pilot | {
        "status": "ended",
        "status_date": "2026-02-01",
        "results": {"fi": "Tulos."},
        "updated": "2026-03-01",
    }
    before = by_id(
        feeds_of(make_site(tmp_path / "a", {"pilots": [pilot], "cases": [], "national_story": []})),
        "feeds/sv/pilots.json",
    )
    after = by_id(
        feeds_of(make_site(tmp_path / "b", {"pilots": [ended], "cases": [], "national_story": []})),
        "feeds/sv/pilots.json",
    )
    assert list(before) == [f"pilots/{pilot['id']}/active"]
    assert list(after) == [f"pilots/{pilot['id']}/results", f"pilots/{pilot['id']}/ended"]


def test_a_reading_of_a_metric_is_an_item_that_leads_to_its_place(files: Files) -> None:
    item = by_id(files, "feeds/en/action-plan.json")["action_plan/2025/members/2025-03-03"]
    assert item["title"] == "Member organisations: 222 organisations"
    assert item["url"] == f"https://{HOST}/en/action-plan/2025/#members"


def test_a_text_that_lacks_the_language_says_so_and_is_marked(tmp_path: Path) -> None:
    publication = read_records("publications")[0] | {"title": {"en": "A study"}, "date": "2026-11-30"}
    files = feeds_of(make_site(tmp_path, {"publications": [publication, *read_records("publications")[1:]]}))
    item = items_of(files, "feeds/sv/publications.json")[0]
    assert (item["title"], item["language"]) == ("A study (på engelska)", "en")
    entry = etree.fromstring(files["feeds/sv/publications.atom"]).find(f"{ATOM}entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    rss = etree.fromstring(files["feeds/sv/publications.rss"]).find("channel/item")
    assert rss.findtext("{http://purl.org/dc/elements/1.1/}language") == "en"


def test_a_paragraph_in_another_language_carries_its_mark(tmp_path: Path) -> None:
    item = news_item("uutinen", "2026-11-01", body={"fi": "Vain suomeksi."})
    html = items_of(feeds_of(make_site(tmp_path, {"news": [item]})), "feeds/en/news.json")[0]["content_html"]
    soup = BeautifulSoup(html, "html5lib")
    assert soup.find("p", lang="fi").get_text() == "Vain suomeksi."  # type: ignore[union-attr]
    assert "This text is in Finnish only." in soup.get_text()
    assert soup.find("div")["lang"] == "en"  # type: ignore[index]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_went_in(tmp_path: Path, text: str) -> None:
    item = news_item("uutinen", "2026-11-01", text, summary=three(text), body={"fi": text})
    files = feeds_of(make_site(tmp_path, {"news": [item]}))
    told = items_of(files, "feeds/fi/news.json")[0]
    rss = etree.fromstring(files["feeds/fi/news.rss"]).find("channel/item")
    entry = etree.fromstring(files["feeds/fi/news.atom"]).find(f"{ATOM}entry")
    assert told["title"] == rss.findtext("title") == entry.findtext(f"{ATOM}title") == text
    soup = BeautifulSoup(told["content_html"], "html5lib")
    assert [one.get_text() for one in soup.find_all("p")][:2] == [text, text]
    assert soup.find("script") is None
    assert not feedparser.parse(files["feeds/fi/news.rss"]).bozo


def test_two_builds_are_the_same(files: Files, tmp_path: Path) -> None:
    assert feeds_of(make_site(tmp_path)) == files


def test_the_lists_name_every_feed_once(files: Files) -> None:
    for language in LANGUAGES:
        outlines = list(etree.fromstring(files[f"feeds/{language}/feeds.opml"]).iter("outline"))
        assert [one.get("xmlUrl") for one in outlines] == [
            f"https://{HOST}/feeds/{language}/{name}.atom" for name in NAMES
        ]
    everything = etree.fromstring(files["feeds/feeds.opml"])
    assert [one.get("text") for one in everything.find("body")] == ["Suomi", "Svenska", "English"]
    assert len(everything.findall("body/outline/outline")) == len(NAMES) * len(LANGUAGES)


def test_thousands_of_records_take_little_time(tmp_path: Path) -> None:
    news = [news_item(f"uutinen-{number:04}", f"{2020 + number % 6}-{number % 12 + 1:02}-15") for number in range(1000)]
    real = read_records("members")
    members = [*real, *(real[0] | {"id": f"jasen-{number:04}", "since": "2025-03"} for number in range(2000))]
    site = make_site(tmp_path, {"news": news, "members": members})
    start = time.process_time()
    files = feeds_of(site)
    assert len(calendar_files(site)) > 0
    assert time.process_time() - start < 10, "it takes two seconds or three, and minutes if each is compared with each"
    assert len(items_of(files, "feeds/fi/members.json")) == LEAST_ITEMS


def test_items_are_the_same_in_every_language(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    items = feed_items(site.ecosystem, site.content.history, site.settings.today)
    recent = sum(item.published >= site.settings.today - PERIOD for item in items)
    keys = [item.key for item in items][: max(recent, LEAST_ITEMS)]
    for language in LANGUAGES:
        assert list(by_id(feeds_of(site), f"feeds/{language}/all.json")) == keys


def test_every_state_has_a_headline_in_every_language(tmp_path: Path) -> None:
    pilots = [
        record | {"status": status}
        for record, status in zip(read_records("pilots"), ("planned", "ended"), strict=False)
    ]
    events = [event(state, date="2026-12-10", state=state) for state in ("scheduled", "moved", "cancelled")]
    site = make_site(tmp_path, {"events": events, "pilots": [*pilots, *read_records("pilots")[2:]]})
    files = feeds_of(site)
    for language in LANGUAGES:
        for name, expected in (("events", 3), ("pilots", 3)):
            beginnings = {one["title"].split(":")[0] for one in items_of(files, f"feeds/{language}/{name}.json")}
            assert len(beginnings) == expected
