"""The situation picture: what is filled, what is a gap, and where its links lead."""

from itertools import takewhile
from urllib.parse import parse_qs, unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from ecosystem.ground.languages import Language
from ecosystem.kinds.members.model import Asset, Member
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.pilots.model import Pilot, UseCase
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.record_pages import record_pages
from ecosystem.records.ecosystem import Ecosystem
from rendering import make_site, read_ecosystem, soup_of

ECOSYSTEM = read_ecosystem()


def picture(ecosystem: Ecosystem = ECOSYSTEM, language: Language = "en") -> BeautifulSoup:
    return soup_of(make_site(ecosystem), "situation", language)


def known(soup: BeautifulSoup, region: str, use_case: UseCase) -> list[Tag]:
    """Return what is listed under a use and a region; nothing where the list has no such heading."""
    heading = soup.find(id=f"{use_case.value}-{region}")
    if heading is None:
        return []
    return list(takewhile(lambda one: one.name == "dd", heading.find_next_siblings(["dt", "dd"])))


def number(soup: BeautifulSoup, region: str, use_case: UseCase) -> Tag:
    """Return the cell of the matrix."""
    for row in soup.select(".matrix tbody tr"):
        if row.th is not None and row.th.text == region:
            return row.find_all("td")[list(UseCase).index(use_case)]
    raise AssertionError(region)


def links(tag: Tag) -> list[str]:
    return [str(link["href"]) for link in tag.find_all("a")]


def test_every_pilot_is_known_in_its_regions_under_its_use_cases() -> None:
    soup = picture()
    for pilot in ECOSYSTEM.of(Pilot).values():
        regions = [pilot.organiser, *(partner.region for partner in pilot.partners if partner.region)]
        for region in regions:
            for use_case in pilot.use_cases:
                addresses = [address for one in known(soup, region, use_case) for address in links(one)]
                assert f"../../en/pilots/{pilot.id}/" in addresses


def test_a_number_counts_its_list_and_opens_it() -> None:
    soup = picture()
    for row in soup.select(".matrix tbody tr"):
        shown = [cell for cell in row.find_all("td")[:-1] if cell.a is not None]
        for cell in shown:
            heading = soup.find(id=str(links(cell)[0]).removeprefix("#"))
            assert heading is not None and row.th is not None
            assert heading.text == row.th.text
            listed = list(takewhile(lambda one: one.name == "dd", heading.find_next_siblings(["dt", "dd"])))
            assert cell.text == str(len(listed))
        assert row.find_all("td")[-1].text == str(sum(int(cell.text) for cell in shown)) != "0"


def test_totals_are_those_of_the_columns() -> None:
    soup = picture()
    rows = [[int(cell.text or 0) for cell in row.find_all("td")] for row in soup.select(".matrix tbody tr")]
    totals = [int(cell.text) for cell in soup.select(".matrix tfoot td")]
    assert totals == [sum(column) for column in zip(*rows, strict=True)]


def test_what_is_not_known_is_empty_and_regions_without_anything_stand_in_one_line_that_asks() -> None:
    soup = picture()
    gap = number(soup, "West Uusimaa", UseCase.DIAGNOSTICS)
    assert (gap.text, links(gap)) == ("", [])
    asked = soup.select_one(".matrix__empty")
    assert asked is not None
    addresses = {link.text: str(link["href"]) for link in asked.select("a")}
    assert addresses["Kainuu"] == "../../en/regions/kainuu/#tell"
    named = {row.th.text for row in soup.select(".matrix tbody tr") if row.th is not None}
    assert named | set(addresses) == {region.short_title.en for region in ECOSYSTEM.of(Region).values()}
    assert not named & set(addresses)


def test_a_region_asks_to_be_told() -> None:
    site = make_site(ECOSYSTEM)
    pages = {page.path: page for page in record_pages(site.renderers["en"], ECOSYSTEM.kinds["regions"])}
    for region, question in (("kainuu", "no information on how this region uses AI"), ("hus", "Is something missing")):
        asked = BeautifulSoup(pages[f"en/regions/{region}/"].document(), "html.parser").select_one("#tell")
        assert asked is not None and question in asked.text
        assert ECOSYSTEM.of(Region)[region].short_title.en in unquote(
            next(str(link) for link in links(asked) if str(link).startswith("mailto:"))
        )


def test_the_published_counts_come_first() -> None:
    soup = picture()
    headings = [str(part["id"]) for part in soup.select("#published, #matrix, #lists, #exchange")]
    assert headings == ["published", "matrix", "lists", "exchange"]


def test_use_cases_that_nobody_tries_are_named() -> None:
    soup = picture()
    assert "Use cases not known in any region: assessment of care needs, appointments, research data." in soup.text


def test_a_list_tells_pilots_and_other_cases_apart_in_words() -> None:
    soup = picture()
    filled = known(soup, "lansi-uusimaa", UseCase.DOCUMENTATION)
    assert [item.text.split(":")[0] for item in filled] == ["Pilot", "Case"]
    assert [address for item in filled for address in links(item)] == [
        "../../en/pilots/lansi-uusimaa-kirjaaminen/",
        "../../en/ai-in-the-counties/lansi-uusimaa-tekoalyavusteinen-kirjaaminen/",
    ]
    assert "Other cases are known in 4 regions." in soup.text


def test_what_is_sought_leads_to_those_who_offer_it() -> None:
    hus = ECOSYSTEM.of(Member)["hus"].model_copy(
        update={"looks_for": (Asset.FUNDING,), "offers": (Asset.TEST_SETTINGS,)}
    )
    soup = picture(ECOSYSTEM.with_records(members={**ECOSYSTEM.of(Member), "hus": hus}))
    row = next(row for row in soup.select(".facts__row") if row.dt is not None and row.dt.text == "HUS")
    members, sought = (parse_qs(urlsplit(address).query) for address in links(row))
    assert members == {"region": ["hus"]}
    assert sought == {"offers": ["funding"]}
    assert "test settings" in row.text


def test_an_offering_with_a_region_fills_a_cell() -> None:
    offering = next(iter(ECOSYSTEM.of(Offering).values())).model_copy(update={"region": "kainuu"})
    soup = picture(ECOSYSTEM.with_records(offerings={offering.id: offering}))
    (listed,) = known(soup, "kainuu", offering.use_cases[0])
    assert links(listed) == [f"../../en/offering/{offering.id}/"]


def test_the_published_counts_come_from_the_data_with_their_sources() -> None:
    published = ECOSYSTEM.of(Publication)["tekoalykehityksen-tilannekuva"]
    soup = picture(language="sv")
    figure = soup.find(id=f"chart-{published.id}-{published.figures[0].id}")
    assert isinstance(figure, Tag)
    shown = {row.th.text: row.td.text for row in figure.select("tbody tr") if row.th is not None and row.td is not None}
    assert shown == {row.label.sv: str(row.value) for row in published.figures[0].rows}
    assert [source.url for source in published.figures[0].sources] == links(figure.select("figcaption .source")[0])


def test_without_data_the_picture_says_so() -> None:
    empty = ECOSYSTEM.with_records(members={}, pilots={}, cases={}, offerings={}, regions={}, publications={})
    soup = picture(empty, "fi")
    assert [notice.text for notice in soup.select(".empty")] == [
        "Alueita ei ole vielä lisätty.",
        "Jäsenet eivät ole vielä kertoneet, mitä ne etsivät ja tarjoavat.",
    ]
    assert soup.find(id="published") is None
