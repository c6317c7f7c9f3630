"""A page for each kind of visitor: what the kinds have for them, whom to ask, and the way there from home."""

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import HOME
from ecosystem.pages.visitors import SHOWN, ForVisitors, Visitor
from ecosystem.records.record import Record
from ecosystem.site.addresses import ADDRESSES, PRESS
from ecosystem.site.site import Site
from rendering import make_site, read_ecosystem, soup_of


@pytest.fixture(scope="module")
def full_site() -> Site:
    return make_site(read_ecosystem())


def cards(page: BeautifulSoup) -> dict[str, list[str]]:
    """Return where the cards of each section lead, by its id."""
    return {
        str(section["id"]): [str(link["href"]) for link in section.select(".card__title a")]
        for section in page.select("main section[id]")
    }


@pytest.mark.parametrize("visitor", Visitor)
def test_a_visitor_finds_what_kinds_have_for_them_in_every_language(full_site: Site, visitor: Visitor) -> None:
    found = {language: cards(soup_of(full_site, visitor.value, language)) for language in LANGUAGES}
    assert len(found["fi"]) > 1
    for language in LANGUAGES:
        assert found[language].keys() == found["fi"].keys()
        for collection, links in found[language].items():
            assert 0 < len(links) <= SHOWN
            section = ADDRESSES.section(collection, language).removeprefix(f"{language}/")
            assert all(section in link for link in links), (collection, links)


def test_a_kind_without_records_has_no_heading(full_site: Site) -> None:
    emptied: dict[str, dict[str, Record]] = {
        kind.name: {} for kind, role in KINDS.playing(ForVisitors) if Visitor.COUNTY in role.visitors
    }
    site = make_site(read_ecosystem().with_records(**emptied))
    assert not cards(soup_of(site, Visitor.COUNTY.value, "en"))


def test_home_leads_every_visitor_to_their_page(full_site: Site) -> None:
    for language in LANGUAGES:
        home = soup_of(full_site, "index", language)
        here = f"/{ADDRESSES.page(HOME, language)}"
        there = {urljoin(here, str(link["href"])) for link in home.select("main a[href]")}
        for page in (*(visitor.value for visitor in Visitor), PRESS):
            assert f"/{ADDRESSES.page(page, language)}" in there
