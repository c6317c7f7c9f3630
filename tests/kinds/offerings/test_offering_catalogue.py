"""The offering catalogue as it is written: whole without a script, filterable with one, and small."""

import math
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from addresses import numbered_path, page_path, provider_path, record_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.assurance import assurance
from ecosystem.kinds.offerings.catalogue import catalogue_name
from ecosystem.kinds.offerings.model import Offering, OfferingCategory
from ecosystem.kinds.offerings.providers import provider_slug, providers
from ecosystem.pages.addresses import file_of
from ecosystem.pages.documents import read_documents
from ecosystem.pages.list_pages import ENTRIES_ON_A_PAGE
from ecosystem.pages.record_links import link_records
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.site import Site
from rendering import (
    TODAY,
    all_but_written,
    make_site,
    of_long_lists,
    of_providers,
    of_records,
    read_ecosystem,
    render,
    soup_of,
    write_pages,
)
from synthetic import write_offerings
from workbench import FULL, SMALL

pytestmark = pytest.mark.slow

LARGEST_LIST_BYTES = 60_000
OFFERINGS = 300


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Ecosystem:
    """Return an ecosystem with so many offerings beside those of the full data."""
    return read_ecosystem(write_offerings(tmp_path_factory.mktemp("large") / "data", OFFERINGS))


@pytest.fixture(scope="module")
def large_site(large: Ecosystem) -> Site:
    return make_site(large)


@pytest.fixture(scope="module")
def small() -> Ecosystem:
    """Return the small ecosystem of the tests, one of whose offerings has every field."""
    return read_ecosystem(SMALL.data)


def cards(soup: BeautifulSoup) -> list[Tag]:
    return soup.select("#offerings li[data-f]")


def offering_of(card: Tag) -> str:
    link = card.find("a")
    assert isinstance(link, Tag)
    return str(link["href"]).strip("/").rsplit("/", 1)[-1]


def readiness(offering: Offering) -> set[str]:
    maturity = offering.maturity
    if maturity is None:
        return set()
    trl = maturity.trl or 0
    group = "trl-7-9" if trl > 6 else "trl-4-6" if trl > 3 else "trl-1-3" if trl else None
    return {value for value in (group, "live" if maturity.live_deployments else None) if value}


def values_of(offering: Offering) -> set[tuple[str, str]]:
    regulation = offering.regulation
    return {
        ("kind", offering.kind.value),
        ("category", offering.category.value),
        *(("use_case", use.value) for use in offering.use_cases),
        *(("care_setting", place.value) for place in offering.care_settings),
        ("assurance", assurance(offering, TODAY).value),
        *(("maturity", value) for value in readiness(offering)),
        *([("device", regulation.device.value)] if regulation and regulation.device else []),
        *((("device", f"{field}-{value}") for field, value in regulation.classes) if regulation else ()),
        *([("ai_act", regulation.ai_act_risk.value)] if regulation and regulation.ai_act_risk else []),
        *(("standard", one.name.value) for one in offering.standards),
        *(("certification", one.name.value) for one in offering.certifications),
        *([("digihta", offering.digihta.result.value)] if offering.digihta else []),
        *(("meets", one.value) for one in (offering.meetings.counterparts if offering.meetings else ())),
    }


def options_of(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [(str(box["name"]), str(box["value"])) for box in soup.select(".filter-bar [type=checkbox]")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_long_catalogue_are_small(large_site: Site, language: Language, tmp_path: Path) -> None:
    assert len(render(large_site, "offering", language).encode()) + len(_text(language)) < LARGEST_LIST_BYTES
    write_pages(of_long_lists(large_site), tmp_path)
    for file in tmp_path.rglob("*.html"):
        assert file.stat().st_size < LARGEST_LIST_BYTES


def _text(language: Language) -> bytes:
    """Return the national description, which stands on the page above the catalogue."""
    return (FULL.docs / language / "offering.md").read_bytes()


def test_without_a_script_every_offering_is_there_by_category_and_name(large_site: Site, tmp_path: Path) -> None:
    site = large_site
    write_pages(of_long_lists(site), tmp_path)
    listed = [offering_of(card) for card in cards(soup_of(site, "offering", "en"))]
    assert len(listed) == ENTRIES_ON_A_PAGE
    for number in range(2, math.ceil(len(site.ecosystem.of(Offering)) / ENTRIES_ON_A_PAGE) + 1):
        further = tmp_path / file_of(numbered_path("offering", number, "en"))
        listed += [offering_of(card) for card in cards(BeautifulSoup(further.read_text("utf-8"), "html.parser"))]
    order = list(OfferingCategory)
    by_name = site.editions["en"].by_name(site.ecosystem.of(Offering).values())
    assert listed == [one.id for one in sorted(by_name, key=lambda one: order.index(one.category))]


def test_a_card_stands_under_the_heading_of_its_category(large: Ecosystem, large_site: Site) -> None:
    for section in soup_of(large_site, "offering", "en").select("#offerings section"):
        categories = {large.of(Offering)[offering_of(card)].category for card in section.select("li")}
        assert [f"offerings-{one.value}" for one in categories] == [section["id"]]


@pytest.mark.parametrize("which", ["large", "small"])
def test_a_card_carries_the_numbers_of_its_offerings_options(which: str, request: pytest.FixtureRequest) -> None:
    ecosystem: Ecosystem = request.getfixturevalue(which)
    soup = soup_of(make_site(ecosystem), "offering", "sv")
    options = options_of(soup)
    markets = {option for option in options if option[0] == "market"}
    for card in cards(soup):
        carried = {options[int(number)] for number in str(card["data-f"]).partition("|")[0].split()}
        stated = values_of(ecosystem.of(Offering)[offering_of(card)])
        # a level of assurance that all have alike is no choice
        assert carried - markets == {value for value in stated if value[0] != "assurance" or value in options}


def test_an_option_says_how_many_offerings_have_it(large: Ecosystem, large_site: Site) -> None:
    soup = soup_of(large_site, "offering", "en")
    having = [value for offering in large.of(Offering).values() for value in values_of(offering)]
    for box in soup.select(".filter-bar [type=checkbox]"):
        if box["name"] == "market":
            continue  # see below
        label = box.find_parent("label")
        assert label is not None and label.b is not None
        assert int(label.b.text) == having.count((str(box["name"]), str(box["value"])))


def test_a_market_has_also_what_is_meant_for_its_union_or_names_no_market(small: Ecosystem) -> None:
    service = small.of(Offering)["palvelu"]
    meant = {"a": ("EU",), "b": ("SE",), "c": ("JP",), "d": ("SE", "NO"), "e": ()}
    offerings = {name: service.model_copy(update={"id": name, "markets": codes}) for name, codes in meant.items()}
    soup = soup_of(make_site(small.with_records(offerings=offerings, meetings={})), "offering", "en")
    options = options_of(soup)
    found = {
        code: {offering_of(card) for card in cards(soup) if str(place) in str(card["data-f"]).partition("|")[0].split()}
        for place, (name, code) in enumerate(options)
        if name == "market"
    }
    assert found == {"EU": set("ae"), "SE": set("abde"), "JP": set("ce"), "NO": set("de")}


def test_every_organisation_has_a_page_with_all_that_it_offers(
    large: Ecosystem, large_site: Site, tmp_path: Path
) -> None:
    site = large_site
    pages = all_but_written(site)
    write_pages(of_providers(site), tmp_path)
    for language in LANGUAGES:
        for provider in providers(site.editions[language]):
            path = provider_path(provider.slug, language)
            soup = BeautifulSoup((tmp_path / file_of(path)).read_text("utf-8"), "lxml")
            offered = {offering_of(card) for card in soup.select(".cards .card__title")}
            expected = {
                one.id
                for one in large.of(Offering).values()
                if provider_slug(site.editions[language], one.provider) == provider.slug
            }
            assert offered == expected != set()
            assert set(pages[path].alternates) == set(LANGUAGES)


def test_an_organisations_page_shows_contact_certificates_and_wishes(small: Ecosystem, tmp_path: Path) -> None:
    site = make_site(small)
    write_pages(of_providers(site), tmp_path)
    page = (tmp_path / "en" / "providers" / "esimerkki-oy" / "index.html").read_text("utf-8")
    for shown in ("Export desk", "mailto:export@example.org", "ISO 13485", "customers, distributors", "Japan"):
        assert shown in page
    assert 'href="../../../en/members/esimerkki-oy/"' in page


def test_records_of_organisations_lead_to_what_they_offer(built_site: Path) -> None:
    for language in LANGUAGES:
        network = (built_site / record_path("networks", "findata", language) / "index.html").read_text("utf-8")
        offering = (built_site / record_path("offerings", "findata-tietoluvat", language) / "index.html").read_text(
            "utf-8"
        )
        own = f'/{provider_path("network-findata", language)}"'
        assert own in network
        assert own in offering
        other = (built_site / record_path("networks", "sitra", language) / "index.html").read_text("utf-8")
        main = BeautifulSoup(other, "html.parser").main
        assert main is not None
        assert f"/{page_path('providers', language)}" not in str(main)


def test_names_in_any_script_have_addresses_of_their_own(small: Ecosystem) -> None:
    edition = make_site(small).editions["en"]
    offering = small.of(Offering)["palvelu"]
    slugs = set()
    for name in ("株式会社", "日本", "Åbo Hälsa & Co"):
        actor = type(offering.provider).model_validate({"name": {"en": name}})
        slugs.add(provider_slug(edition, actor))
    assert len(slugs) == 3
    assert all(re.fullmatch(r"name-[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
    assert "name-abo-halsa-co" in slugs


def test_pages_link_to_records_that_exist() -> None:
    ecosystem = read_ecosystem()
    documents, _ = read_documents(FULL.docs, ADDRESSES)
    for language, name in documents:
        text = (FULL.docs / language / f"{name}.md").read_text("utf-8")
        for collection, record_id in re.findall(r"\(record:(\w+)/([a-z0-9-]+)\)", text):
            assert record_id in ecosystem.collection(collection), f"{language}/{name}.md: {collection}/{record_id}"


def test_a_record_that_is_not_there_is_named_without_a_link(small: Ecosystem) -> None:
    html = '<p><a href="record:networks/verkosto">A</a> <a href="record:networks/none">B</a> <a href="record:x/y">C</a>'
    linked = BeautifulSoup(link_records(html, make_site(small).editions["sv"]), "html.parser")
    assert [(link.text, str(link["href"]).partition("/")[2]) for link in linked.select("a")] == [
        ("A", "sv/natverk/verkosto/")
    ]
    assert linked.text == "A B C"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_an_offering_shows_is_explained_beside_it(
    small: Ecosystem, language: Language, tmp_path: Path
) -> None:
    site = make_site(small)
    write_pages(of_records(site), tmp_path)
    for offering in ("tuote", "palvelu"):
        path = tmp_path / file_of(record_path("offerings", offering, language))
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        explained = {term.text for term in soup.select(".explanations dt")}
        shown = {term.text for term in soup.select(".record > dl dt, .record > section > dl dt")}
        own = {site.editions[language].interface.say(f"field.{name}") for name in ("url",)}
        assert shown - explained <= own, offering
        assert all(text.text.strip() for text in soup.select(".explanations dd"))


def test_a_readiness_level_is_said_in_words(small: Ecosystem, tmp_path: Path) -> None:
    site = make_site(small)
    write_pages(of_records(site), tmp_path)
    page = (tmp_path / "en" / "offering" / "tuote" / "index.html").read_text("utf-8")
    assert "9 of 9: system proven in real use" in page


def test_the_catalogue_speaks_of_ai_once_a_product_is_in_it() -> None:
    names = [catalogue_name(make_site(read_ecosystem(one.data)).editions["en"]) for one in (FULL, SMALL)]
    assert [name.partition(": ")[2] for name in names] == [
        "Ways into Finnish health data and networks",
        "Finnish AI for health and social services",
    ]
