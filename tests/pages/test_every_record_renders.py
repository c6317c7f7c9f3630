"""Pages hold with little data: only required fields, empty collections, one of each, very long words."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from addresses import COLLECTIONS, SECTIONS, record_path
from ecosystem.ground.languages import LANGUAGES
from minimal_records import ID, write_minimal_data
from rendering import render_all, site_of

pytestmark = pytest.mark.slow

LONG_WORD = "Lääkinnällisenlaitteenvaatimustenmukaisuudenarviointimenettely" * 3


@pytest.mark.parametrize("with_parts", [False, True])
def test_a_record_with_only_its_required_fields_has_its_place_in_every_language(
    tmp_path: Path, with_parts: bool
) -> None:
    pages = render_all(site_of(write_minimal_data(tmp_path / "data", with_parts=with_parts)), tmp_path / "site")
    for collection in SECTIONS:
        for language in LANGUAGES:
            if collection == "glossary":
                row = BeautifulSoup(pages[record_path(collection, "", language)[:-1]], "html5lib").find(id=f"row-{ID}")
                assert row is not None and "Minimal" in row.get_text()
                continue
            page = BeautifulSoup(pages[record_path(collection, ID, language)], "html5lib")
            heading = page.find("h1")
            assert heading is not None and heading.get_text(strip=True) == "Minimal"
            shown = page.find("main")
            assert shown is not None and "None" not in re.findall(r"\w+", shown.get_text(" "))


def test_every_list_says_so_when_it_is_empty(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name in COLLECTIONS:
        (data / f"{name}.yaml").write_text("[]\n", encoding="utf-8")
    pages = render_all(site_of(data), tmp_path / "site")
    listing = [section for collection, section in SECTIONS.items() if collection != "regions"]
    for section in listing:
        path = record_path(next(name for name, one in SECTIONS.items() if one == section), "", "en").removesuffix("/")
        page = BeautifulSoup(pages[path], "html5lib")
        visible = [notice for notice in page.select("p.empty") if not notice.has_attr("hidden")]
        assert visible, f"{path} shows nothing and does not say so"


def test_no_heading_is_without_words_and_no_list_without_items(tmp_path: Path) -> None:
    data = write_minimal_data(tmp_path / "data", with_parts=True, word=LONG_WORD[:190])
    for path, html in render_all(site_of(data), tmp_path / "site").items():
        page = BeautifulSoup(html, "lxml")
        for heading in page.select("main h1, main h2, main h3, main h4"):
            assert heading.get_text(strip=True), f"{path} has an empty heading"
        for listing in page.select("main ul, main ol, main dl"):
            hidden = listing.find_parent(hidden=True) or listing.has_attr("hidden")
            assert hidden or listing.find(["li", "dt", "div"]), f"{path} has an empty list: {listing}"


def test_ids_and_jump_links_of_every_page_fit_together(tmp_path: Path) -> None:
    data = write_minimal_data(tmp_path / "data", with_parts=True)
    for path, html in render_all(site_of(data), tmp_path / "site").items():
        page = BeautifulSoup(html, "lxml")
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids)), f"{path} uses an id twice: {sorted(i for i in ids if ids.count(i) > 1)}"
        for anchor in page.select("main a[href^='#']"):
            assert str(anchor["href"])[1:] in ids, f"{path} links to {anchor['href']}, which is not there"
