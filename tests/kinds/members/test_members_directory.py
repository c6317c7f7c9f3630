"""The directory of members as it is written: whole without a script, filterable with one, and small."""

from itertools import cycle
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from addresses import numbered_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.members.directory import NATIONWIDE
from ecosystem.kinds.members.model import Asset, Member
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.addresses import file_of
from ecosystem.pages.list_pages import ENTRIES_ON_A_PAGE
from ecosystem.records.ecosystem import Ecosystem
from rendering import (
    all_but_written,
    make_site,
    of_long_lists,
    of_records,
    read_ecosystem,
    render,
    soup_of,
    write_pages,
)
from synthetic import write_members

LARGEST_LIST_BYTES = 60_000


@pytest.fixture(scope="module")
def full_page(tmp_path_factory: pytest.TempPathFactory) -> Ecosystem:
    """Return an ecosystem whose members fill one page of the directory."""
    return _with_members(tmp_path_factory.mktemp("full") / "data", ENTRIES_ON_A_PAGE)


@pytest.fixture(scope="module")
def two_pages(tmp_path_factory: pytest.TempPathFactory) -> Ecosystem:
    """Return an ecosystem with one member too many for a page."""
    return _with_members(tmp_path_factory.mktemp("two") / "data", ENTRIES_ON_A_PAGE + 1)


def _with_members(folder: Path, number: int) -> Ecosystem:
    """Return an ecosystem with so many members, in all regions: the most options that the filter bar can have."""
    ecosystem = read_ecosystem(write_members(folder, number, sentences=1))
    members = list(ecosystem.of(Member).values())[:number]
    regions = cycle(ecosystem.of(Region))
    spread = [
        member.model_copy(update={"region": next(regions)}) if member.id.startswith("esimerkki") else member
        for member in members
    ]
    return ecosystem.with_records(members={member.id: member for member in spread})


def cards(soup: BeautifulSoup) -> list[Tag]:
    return soup.select("#members > li")


def member_of(card: Tag) -> str:
    link = card.find("a")
    assert isinstance(link, Tag)
    return str(link["href"]).strip("/").rsplit("/", 1)[-1]


def values_of(member: Member, ecosystem: Ecosystem) -> set[tuple[str, str]]:
    providers = {offering.provider.member for offering in ecosystem.of(Offering).values()}
    return {
        ("kind", member.kind.value),
        ("region", member.region or NATIONWIDE),
        *(("interests", motive.value) for motive in member.interests),
        *(("looks_for", asset.value) for asset in member.looks_for),
        *(("offers", asset.value) for asset in member.offers),
        *([("offering", "yes")] if member.id in providers else []),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_largest_list_is_small(full_page: Ecosystem, language: Language) -> None:
    document = render(make_site(full_page), "members", language)
    assert len(document.encode()) < LARGEST_LIST_BYTES


def test_without_a_script_every_member_is_there_in_alphabetical_order(full_page: Ecosystem) -> None:
    site = make_site(full_page)
    listed = [member_of(card) for card in cards(soup_of(site, "members"))]
    assert listed == [member.id for member in site.editions["fi"].by_name(full_page.of(Member).values())]


def test_a_card_carries_the_numbers_of_its_members_options(full_page: Ecosystem) -> None:
    soup = soup_of(make_site(full_page), "members", "sv")
    options = [(str(box["name"]), str(box["value"])) for box in soup.select(".filter-bar [type=checkbox]")]
    for card in cards(soup):
        carried = {options[int(number)] for number in str(card["data-f"]).partition("|")[0].split()}
        assert carried == values_of(full_page.of(Member)[member_of(card)], full_page)


def test_an_option_says_how_many_members_have_it(full_page: Ecosystem) -> None:
    soup = soup_of(make_site(full_page), "members", "en")
    having = [value for member in full_page.of(Member).values() for value in values_of(member, full_page)]
    for box in soup.select(".filter-bar [type=checkbox]"):
        label = box.find_parent("label")
        assert label is not None and label.b is not None
        assert int(label.b.text) == having.count((str(box["name"]), str(box["value"])))


def test_a_longer_list_goes_on_on_the_next_page(two_pages: Ecosystem, tmp_path: Path) -> None:
    site = make_site(two_pages)
    write_pages(of_long_lists(site), tmp_path)
    for language in LANGUAGES:
        path = numbered_path("members", 2, language)
        second = BeautifulSoup((tmp_path / file_of(path)).read_text(encoding="utf-8"), "html.parser")
        first = soup_of(site, "members", language)
        listed = [member_of(card) for card in cards(first) + cards(second)]
        assert sorted(listed) == sorted(two_pages.of(Member))
        current = second.select_one(".pager [aria-current=page]")
        assert current is not None and current.text == "2"
        canonical = second.find("link", rel="canonical")
        assert isinstance(canonical, Tag) and str(canonical["href"]).endswith(path)
        assert all_but_written(site)[path].listed


def test_a_list_of_one_page_has_no_pager(full_page: Ecosystem, tmp_path: Path) -> None:
    site = make_site(full_page)
    write_pages(of_long_lists(site), tmp_path)
    assert soup_of(site, "members").select(".pager") == []
    assert not (tmp_path / "jasenet").exists()


def test_one_member_needs_no_filters() -> None:
    ecosystem = read_ecosystem()
    site = make_site(ecosystem.with_records(members={"thl": ecosystem.of(Member)["thl"]}))
    soup = soup_of(site, "members")
    assert len(cards(soup)) == 1
    assert soup.select(".filter-bar") == []
    assert "Luettelossa on 1 jäsen." in soup.text


def test_an_empty_directory_says_so() -> None:
    soup = soup_of(make_site(read_ecosystem().with_records(members={})), "members")
    empty = soup.select_one(".empty")
    assert empty is not None and empty.text == "Luettelossa ei ole vielä jäseniä."
    assert soup.select(".filter-bar") == []


def test_the_number_that_the_ecosystem_declares_is_shown_as_it_was_declared() -> None:
    soup = soup_of(make_site(read_ecosystem()), "members", "en")
    chart = soup.select_one("#chart-members-growth")
    assert chart is not None
    drawing = chart.select_one("svg.line")
    assert drawing is not None
    assert str(drawing["aria-label"]) == "Member organisations: up from 222 to over 250."
    rows = [[cell.text for cell in row.select("th, td")][:2] for row in chart.select("tbody tr")]
    assert rows == [["3 March 2025", "222"], ["undated source", "over 250"]]
    assert len(drawing.select(".line__open")) == len(drawing.select(".line__line--broken")) == 1


def test_each_tile_of_the_map_is_a_link_with_name_and_count() -> None:
    soup = soup_of(make_site(read_ecosystem()), "members", "sv")
    tiles = {str(tile["aria-label"]): str(tile["href"]) for tile in soup.select("svg.tile-map a")}
    assert tiles["HUS: 1 medlem"] == "../../sv/omraden/hus/"
    assert tiles["Lappland: 0 medlemmar"] == "../../sv/omraden/lappi/"
    assert len(tiles) == len(read_ecosystem().of(Region))


def test_who_has_said_nothing_of_itself_is_marked_and_asked_to() -> None:
    ecosystem = read_ecosystem()
    named, other = list(ecosystem.of(Member).values())[:2]
    told = {"interests": (), "looks_for": (), "looks_for_text": None, "offers": (), "offers_text": None}
    silent = named.model_copy(update=told)
    speaking = other.model_copy(update={**told, "looks_for": (Asset.DATA,)})
    site = make_site(ecosystem.with_records(members={silent.id: silent, speaking.id: speaking}))
    mark = "Not yet described by the organisation itself."
    cards = {str(card.a): mark in card.text for card in soup_of(site, "members", "en").select("#members > li")}
    assert sorted(cards.values()) == [False, True]
    assert all((silent.id in link) is marked for link, marked in cards.items())
    pages = {page.path: page for page in of_records(site)}
    page = BeautifulSoup(pages[f"en/members/{silent.id}/"].document(), "html.parser")
    assert mark in page.text
    assert page.select_one("main .ask a[href^=mailto]")
    assert mark not in pages[f"en/members/{speaking.id}/"].document()
