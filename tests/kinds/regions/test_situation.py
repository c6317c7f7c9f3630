"""The situation picture: what is filled, what is a gap, and where its links lead."""

from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag

from ecosystem.ground.languages import Language
from ecosystem.kinds.members.model import Asset, Member
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.pilots.model import Pilot, UseCase
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.regions.model import Region
from ecosystem.records.ecosystem import Ecosystem
from rendering import make_site, read_ecosystem, soup_of

ECOSYSTEM = read_ecosystem()


def picture(ecosystem: Ecosystem = ECOSYSTEM, language: Language = "en") -> BeautifulSoup:
    return soup_of(make_site(ecosystem), "situation", language)


def cell(soup: BeautifulSoup, region: str, use_case: UseCase) -> Tag:
    for row in soup.select(".matrix tbody tr"):
        if row.th is not None and row.th.text == region:
            return row.find_all("td")[list(UseCase).index(use_case)]
    raise AssertionError(region)


def links(tag: Tag) -> list[str]:
    return [str(link["href"]) for link in tag.find_all("a")]


def test_every_pilot_fills_the_cells_of_its_regions_and_use_cases() -> None:
    soup = picture()
    for pilot in ECOSYSTEM.of(Pilot).values():
        regions = [pilot.organiser, *(partner.region for partner in pilot.partners if partner.region)]
        for region in regions:
            for use_case in pilot.use_cases:
                filled = cell(soup, ECOSYSTEM.of(Region)[region].short_title.en, use_case)
                assert f"../../en/pilots/{pilot.id}/" in links(filled)


def test_a_gap_is_no_link_and_says_what_it_is() -> None:
    gap = cell(picture(), "Kainuu", UseCase.DIAGNOSTICS)
    assert links(gap) == []
    assert gap.text.strip() == "None known"


def test_use_cases_that_nobody_tries_are_named() -> None:
    soup = picture()
    assert "Not known in any region: assessment of care needs, appointments, research data." in soup.text


def test_a_cell_tells_pilots_and_other_cases_apart_in_words() -> None:
    filled = cell(picture(), "West Uusimaa", UseCase.DOCUMENTATION)
    assert [item.text.split(":")[0] for item in filled.find_all("li")] == ["Pilot", "Case"]
    assert links(filled) == [
        "../../en/pilots/lansi-uusimaa-kirjaaminen/",
        "../../en/ai-in-the-counties/lansi-uusimaa-tekoalyavusteinen-kirjaaminen/",
    ]
    assert "Other cases are known in 4 regions." in picture().text


def test_a_region_with_members_links_to_them_and_one_without_does_not() -> None:
    rows = {row.th.text: row for row in picture().select(".matrix tbody tr") if row.th is not None}
    assert links(rows["HUS"].find_all("td")[-1]) == ["../../en/members/?region=hus"]
    assert links(rows["Kainuu"].find_all("td")[-1]) == []


def test_what_is_sought_leads_to_those_who_offer_it() -> None:
    hus = ECOSYSTEM.of(Member)["hus"].model_copy(
        update={"looks_for": (Asset.FUNDING,), "offers": (Asset.TEST_SETTINGS,)}
    )
    soup = picture(ECOSYSTEM.with_records(members={**ECOSYSTEM.of(Member), "hus": hus}))
    row = next(row for row in soup.select(".facts__row") if row.dt is not None and row.dt.text == "HUS")
    sought, offered = (parse_qs(urlsplit(address).query) for address in links(row))
    assert sought == {"offers": ["funding"]}
    assert offered == {"region": ["hus"], "offers": ["test-settings"]}


def test_an_offering_with_a_region_fills_a_cell() -> None:
    offering = next(iter(ECOSYSTEM.of(Offering).values())).model_copy(update={"region": "kainuu"})
    soup = picture(ECOSYSTEM.with_records(offerings={offering.id: offering}))
    filled = cell(soup, "Kainuu", offering.use_cases[0])
    assert links(filled) == [f"../../en/offering/{offering.id}/"]


def test_the_published_counts_come_from_the_data_with_their_sources() -> None:
    published = ECOSYSTEM.of(Publication)["tekoalykehityksen-tilannekuva"]
    soup = picture(language="sv")
    figure = soup.find(id=published.figures[0].id)
    assert isinstance(figure, Tag)
    shown = {row.th.text: row.td.text for row in figure.select("tbody tr") if row.th is not None and row.td is not None}
    assert shown == {row.label.sv: str(row.value) for row in published.figures[0].rows}
    assert [source.url for source in published.figures[0].sources] == links(figure.select("figcaption")[0])


def test_without_data_the_picture_says_so() -> None:
    empty = ECOSYSTEM.with_records(members={}, pilots={}, cases={}, offerings={}, regions={}, publications={})
    soup = picture(empty, "fi")
    assert [notice.text for notice in soup.select(".empty")] == [
        "Alueita ei ole vielä lisätty.",
        "Jäsenet eivät ole vielä kertoneet, mitä ne etsivät ja tarjoavat.",
    ]
    assert soup.find(id="published") is None
