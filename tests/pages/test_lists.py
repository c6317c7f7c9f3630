"""Every list on the made-up data of the demonstration, where it is full: small, whole without a script, shown once."""

import pytest
from bs4 import BeautifulSoup, Tag

from ecosystem.editing.demonstration import write_demonstration
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.list_pages import ENTRIES_ON_A_PAGE
from ecosystem.pages.record_pages import record_pages
from ecosystem.pages.typography import IN_A_LIST, monogram, shortened
from ecosystem.site.site import Site
from rendering import of_long_lists, render, site_of
from workbench import FULL

MOST_HTML = 60_000
MOST_NODES = 1_500
#: Pages by the collection that they list.
LISTS = {
    "members": "members",
    "pilots": "pilots",
    "cases": "cases",
    "offerings": "offering",
    "events": "events",
    "news": "news",
    "publications": "publications",
    "networks": "networks",
    "laws": "laws",
    "questions": "questions",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the demonstration."""
    data = tmp_path_factory.mktemp("demo") / "data"
    write_demonstration(data, FULL.data, ROOT / "strings", KINDS)
    return site_of(data)


@pytest.fixture(scope="module")
def first_pages(site: Site) -> dict[str, str]:
    """Return the first page of each list by its collection, the languages in turn."""
    return {
        collection: render(site, page, LANGUAGES[place % len(LANGUAGES)])
        for place, (collection, page) in enumerate(LISTS.items())
    }


def parsed(document: str) -> BeautifulSoup:
    return BeautifulSoup(document, "lxml")


def entries(page: BeautifulSoup, collection: str) -> list[Tag]:
    return page.select(f"#{collection} [data-f]")


@pytest.mark.parametrize("collection", LISTS)
def test_a_first_page_keeps_its_budget(first_pages: dict[str, str], collection: str) -> None:
    assert len(first_pages[collection].encode()) < MOST_HTML
    assert len(parsed(first_pages[collection]).find_all(True)) < MOST_NODES


@pytest.mark.parametrize("collection", LISTS)
def test_each_entry_stands_once_and_can_be_filtered(first_pages: dict[str, str], collection: str) -> None:
    page = parsed(first_pages[collection])
    shown = entries(page, collection)
    assert 0 < len(shown) <= ENTRIES_ON_A_PAGE
    links = [str(link["href"]) for entry in shown if (link := entry.find("a"))]
    assert len(links) == len(set(links)) == len(shown)
    options = len(page.select(".filter-bar [type=checkbox]"))
    assert options
    assert {int(code) for entry in shown for code in str(entry["data-f"]).partition("|")[0].split()} <= set(
        range(options)
    )
    assert page.select_one(f'.filter-bar[data-target="{collection}"]') and page.select_one(".chosen [role=status]")


@pytest.mark.parametrize("collection", ["members", "pilots", "cases", "offerings", "news", "laws"])
def test_an_entry_of_a_long_list_says_what_it_is_about(first_pages: dict[str, str], collection: str) -> None:
    for entry in entries(parsed(first_pages[collection]), collection):
        assert entry.p is not None and len(entry.p.get_text()) > 20, entry


def test_all_pages_of_the_lists_hold_every_record(site: Site) -> None:
    further = {page.path: parsed(page.document()) for page in of_long_lists(site) if page.language == "en"}
    for collection in ("members", "pilots", "cases", "news"):
        page = LISTS[collection]
        first = parsed(render(site, page, "en"))
        own = site.editions["en"].path(page)
        pages = [first, *(later for path, later in further.items() if path.startswith(f"{own}page/"))]
        count = sum(len(entries(one, collection)) for one in pages)
        assert count == len(site.ecosystem.collection(collection)) > ENTRIES_ON_A_PAGE


def test_what_is_over_stands_behind_its_years(first_pages: dict[str, str]) -> None:
    page = parsed(first_pages["events"])
    years = [heading.text for heading in page.select("#events details:not([open]) > summary h3")]
    assert years == sorted(years, reverse=True) and len(years) > 1


@pytest.mark.parametrize(
    ("kind", "facet"), [("pilots", "use_case"), ("news", "topic"), ("laws", "affects"), ("members", "offers")]
)
def test_a_tag_of_a_record_leads_to_the_list_with_its_choice(site: Site, kind: str, facet: str) -> None:

    records = record_pages(site.renderers["en"], site.ecosystem.kinds[kind])
    page = parsed(next(one for one in records if "keksitty" in one.path).document())
    tag = page.select_one(f'.record__side a.tag[href*="?{facet}="]')
    assert tag is not None
    listed = parsed(render(site, LISTS[kind], "en"))
    value = str(tag["href"]).partition(f"?{facet}=")[2].removesuffix("#list")
    assert listed.select_one(f'.filter-bar [name="{facet}"][value="{value}"]')
    assert listed.select_one("#list")


def test_a_text_in_a_list_ends_after_a_word() -> None:
    assert shortened("one  two\nthree") == "one two three"
    long = shortened("word " * 100)
    assert len(long) <= IN_A_LIST + 2 and long.endswith("word …")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("HUS", "HUS"),
        ("Business Finland", "BF"),
        ("Sosiaali- ja terveysministeriö", "SJ"),
        ("äänitys", "Ä"),
        ("–––––", ""),
    ],
)
def test_a_monogram_is_a_short_name_or_its_initials(name: str, letters: str) -> None:
    assert monogram(name) == letters
