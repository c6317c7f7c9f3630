"""The index from A to Z and the site map: everything can be found without a script, however much there is."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from addresses import PAGES, numbered_path, page_path, provider_path, record_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.providers import providers
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import file_of
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.pages.a_z import ENTRIES_ON_A_PAGE, all_entries, index_pages, initial
from ecosystem.site.site import Site
from rendering import all_but_written, make_site, of_long_lists, read_ecosystem, soup_of, write_page, write_pages
from synthetic import write_members

MEMBERS = 1000
MOST_HTML = 60_000


@pytest.fixture(scope="module")
def site() -> Site:
    return make_site(read_ecosystem(), ECOSYSTEM_CARDS="0")


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with a thousand more members, whose names all begin alike."""
    folder = write_members(tmp_path_factory.mktemp("many") / "data", MEMBERS, sentences=1)
    return make_site(read_ecosystem(folder), ECOSYSTEM_CARDS="0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_has_every_record_and_page_once(site: Site, language: Language) -> None:
    listed = [
        entry.path for page in index_pages(site.editions[language]) for one in page.letters for entry in one.entries
    ]
    records = [
        ADDRESSES.standing(KINDS[collection], record, language)
        for collection, some in site.ecosystem.collections().items()
        for record in some.values()
    ]
    others = [provider_path(one.slug, language) for one in providers(site.editions[language])]
    assert any("#row-" in path for path in records), "a term without a definition stands in the glossary's table"
    assert sorted(listed) == sorted({*records, *others, *(page_path(page, language) for page in PAGES)})


@pytest.mark.parametrize(
    ("language", "name", "letter"),
    [
        ("fi", "Äänekosken kaupunki", "Ä"),
        ("fi", "åäö", "Å"),
        ("sv", "Österbotten", "Ö"),
        ("en", "Österbotten", "O"),
        ("en", "Åland", "A"),
        ("fi", "Ålands hälso- och sjukvård", "Å"),
        ("sv", "Éclair", "E"),
        ("fi", "Übermensch", "Y"),
        ("fi", "”Tekoäly”", "T"),
        ("fi", "3D-tulostus", "0–9"),
        ("fi", "Врач", "…"),
        ("fi", "…", "…"),
        ("en", "ørsted", "…"),
    ],
)
def test_a_name_stands_under_its_letter(site: Site, language: Language, name: str, letter: str) -> None:
    assert initial(site.editions[language], name) == letter


def test_letters_stand_in_the_order_of_the_language(site: Site) -> None:
    last_letters: dict[Language, str] = {"fi": "ÅÄÖ", "sv": "ÅÄÖ", "en": ""}
    for language, last in last_letters.items():
        names = [way.name for way in index_pages(site.editions[language])[0].ways]
        order = ["0–9", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *last, "…"]
        assert names == [letter for letter in order if letter in names]
        assert len(names) > 20
    names = [entry.name for entry in all_entries(site.editions["fi"])]
    assert names.index("Aalto University") < names.index("AI-aamu") < names.index("DigiFinland Oy")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_leads_to_where_it_begins(large_site: Site, tmp_path: Path, language: Language) -> None:
    write_page(large_site, "a-z", language, tmp_path)
    write_pages(of_long_lists(large_site), tmp_path)
    first = page_path("a-z", language)
    listed = all_but_written(large_site)
    pages = {
        number: BeautifulSoup((tmp_path / file_of(path)).read_text(encoding="utf-8"), "html.parser")
        for number, path in index_pages(large_site.editions[language])[0].pages
    }
    assert len(pages) > MEMBERS / ENTRIES_ON_A_PAGE
    anchors = {
        f"/{numbered_path('a-z', number, language)}#{heading['id']}"
        for number, soup in pages.items()
        for heading in soup.select(".letter h2")
    }
    for number, soup in pages.items():
        here = numbered_path("a-z", number, language)
        goals = [urljoin(f"/{here}", str(link["href"])) for link in soup.select(".letters a")]
        assert len(goals) > 20
        assert set(goals) <= anchors
        assert len((tmp_path / file_of(here)).read_bytes()) < MOST_HTML
        assert here == first or listed[here].listed


def test_a_long_letter_goes_on_under_its_heading(large_site: Site) -> None:
    pages = index_pages(large_site.editions["fi"])
    with_e = [page.number for page in pages if any(letter.name == "E" for letter in page.letters)]
    assert len(with_e) >= MEMBERS // ENTRIES_ON_A_PAGE
    way = next(way for way in pages[-1].ways if way.name == "E")
    assert way.path == numbered_path("a-z", with_e[0], "fi")


def test_names_in_another_language_are_marked(site: Site) -> None:
    soup = soup_of(site, "a-z", "sv")
    links = {link.get_text(): link.get("lang") for link in soup.select(".letter a")}
    assert links["Organisaatioiden motivaatiot liittyä SOTE-tekoälyn ekosysteemiin"] == "fi"
    assert links["DigiFinland Oy"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_map_leads_to_every_page_and_lists_short_kinds_in_full(site: Site, language: Language) -> None:
    soup = soup_of(site, "site-map", language)
    here = page_path("site-map", language)
    main = soup.find("main")
    assert main is not None
    goals = {urljoin(f"/{here}", str(link["href"])).lstrip("/") for link in main.find_all("a")}
    assert {page_path(page, language) for page in PAGES} - {here} <= goals
    assert {record_path("pilots", one, language) for one in site.ecosystem.of(Pilot)} <= goals


def test_the_site_map_stays_short_with_many_members(large_site: Site) -> None:
    soup = soup_of(large_site, "site-map")
    assert len(str(soup).encode()) < MOST_HTML
    heading = next(one for one in soup.find_all("h3") if one.get_text().startswith("Jäsenet"))
    assert "(1\xa0005)" in heading.get_text()
    assert "Esimerkkiorganisaatio" not in soup.get_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_footer_and_missing_pages_lead_to_map_and_index(site: Site, language: Language) -> None:
    for page in ("index", "404"):
        soup = soup_of(site, page, language)
        names = [site.editions[language].titles[name] for name in ("site-map", "a-z")]
        footer = soup.find("footer")
        main = soup.find("main")
        assert footer is not None and main is not None
        assert set(names) <= {link.get_text() for link in footer.find_all("a")}
        if page == "404":
            assert set(names) <= {link.get_text() for link in main.find_all("a")}
