"""The history of the data in plain language, its pages and its feed; the day on which an entry last changed."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.publishing.feeds.publication import render_feeds
from ecosystem.records.history.past import Change, History, Past
from ecosystem.site.changes.feed import CHANGES_ENTRIES
from ecosystem.site.changes.pages import month_pages
from ecosystem.site.site import Site
from rendering import made, read_ecosystem, render, site_with_past, words

FIRST, LATER, LAST = datetime.date(2026, 10, 5), datetime.date(2026, 11, 3), datetime.date(2026, 11, 20)


@pytest.fixture(scope="module")
def site() -> Site:
    """Return the site of data whose members came on one day; one has changed, one came later, and one has gone."""
    ecosystem = read_ecosystem()
    first, second, *others = ecosystem.collection("members")
    old = Past(seen=FIRST, changed=FIRST)
    changes = (
        Change(LAST, "kind", "other", "company"),
        Change(LAST, "summary/fi", "", ""),
        Change(LAST, "contact/name", "", ""),
    )
    members = dict.fromkeys(others, old) | {
        first: Past(seen=FIRST, changed=LAST, changes=changes),
        second: Past(seen=LATER, loaded=False, changed=LATER),
        "lahtenyt": Past(seen=FIRST, changed=LAST, gone=LAST, name={"fi": "Lähtenyt Oy"}),
    }
    hidden = {"tulossa": Past(seen=LATER, loaded=False, changed=LATER)}
    return site_with_past(ecosystem, History("0" * 40, {"members": members, "news": hidden}))


def lines(soup: BeautifulSoup, day: datetime.date) -> list[str]:
    """Return what is said to have happened on *day*."""
    return [" ".join(one.get_text().split()) for one in soup.select(f'[data-day="{day}"] li')]


def test_each_day_says_what_came_changed_and_went(site: Site) -> None:
    first, second, *_ = site.ecosystem.collection("members").values()
    soup = BeautifulSoup(render(site, "changes", "en"), "html5lib")
    changed, gone = lines(soup, LAST)
    name = first.heading.in_language("en").text
    assert changed == f"Changed: {name} (Members): kind (other organisation → company), summary"
    assert gone == "Removed: Lähtenyt Oy (Members)"
    assert lines(soup, LATER) == [f"New: {second.heading.in_language('en').text} (Members)"]
    assert lines(soup, FIRST) == ["The list began: Members"]
    foreign = soup.select_one(f'[data-day="{LAST}"] a[lang]')
    assert foreign and (foreign["lang"], foreign.get_text()) == ("fi", "Lähtenyt Oy")
    assert "tulossa" not in soup.get_text(), "what the public may not see yet has no history"


def test_programs_read_what_was_added_changed_and_removed(site: Site) -> None:
    first, second, *_ = site.ecosystem.collection("members").values()
    log = json.loads(made(site, "change logs")["api/v1/changes/members.json"])
    assert (log["collection"], log["since"]) == ("members", str(FIRST))
    told = [(one["date"], one["change"], one["id"], one["name"]["fi"], one["fields"]) for one in log["changes"]]
    assert told == [
        # the contact has changed too, but is no open data
        (str(LAST), "changed", first.id, first.heading.wordings()["fi"], ["kind", "summary"]),
        (str(LAST), "removed", "lahtenyt", "Lähtenyt Oy", []),
        (str(LATER), "added", second.id, second.heading.wordings()["fi"], []),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_has_a_page_in_every_language(site: Site, language: Language) -> None:
    pages = list(month_pages(site.renderers[language]))
    assert [page.path.split("/")[-2] for page in pages] == ["2026-11", "2026-10"]
    ways = BeautifulSoup(render(site, "changes", language), "html5lib").select("[data-month]")
    assert [str(one["data-month"]) for one in ways] == ["2026-11", "2026-10"]
    month = BeautifulSoup(pages[1].document(), "html5lib")
    assert len(lines(month, FIRST)) == 1
    assert lines(month, LATER) == []
    assert "2026" in words(month, "h1")


def test_the_feed_has_an_item_for_each_day_and_stays_out_of_everything(site: Site) -> None:
    files = dict(render_feeds(site.renderers["en"], [CHANGES_ENTRIES]))
    items = json.loads(files["feeds/en/changes.json"])["items"]
    assert [item["date_published"][:10] for item in items] == [str(LAST), str(LATER), str(FIRST)]
    assert "Removed:" in items[0]["content_html"]
    assert items[0]["url"].endswith(f"/en/changes/2026-11/#{LAST}")
    everything = {item["id"] for item in json.loads(files["feeds/en/all.json"])["items"]}
    assert everything.isdisjoint(item["id"] for item in items)


def test_an_entry_is_as_old_as_its_last_change_whatever_it_says(site: Site) -> None:
    typed = read_ecosystem().collection("members")
    first, second, third, *_ = site.ecosystem.collection("members").values()
    assert first.updated == max(LAST, typed[first.id].updated)
    assert third.updated == typed[third.id].updated, "of what came with its list nothing else is known"
    assert site.ecosystem.collection("members").digest(second.id) != b""
