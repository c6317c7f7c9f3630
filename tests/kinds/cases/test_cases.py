"""AI in the counties: what a reader is told of a case, and what is not said because it is not known."""

import datetime

import feedparser
import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.cases.model import Case
from ecosystem.publishing.feeds.items import feed_items
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import NO_HISTORY
from ecosystem.records.partial_date import PartialDate
from rendering import made, make_site, of_records, read_ecosystem, soup_of, words

ECOSYSTEM = read_ecosystem()
DATED = "lansi-uusimaa-tekoalytulkkaus"
UNDATED = "hus-tekoalyn-kaytto"


def page_of(case: str, language: Language = "en", ecosystem: Ecosystem = ECOSYSTEM) -> BeautifulSoup:
    """Return the page of a case."""
    site = make_site(ecosystem)
    path = site.editions[language].record_path("cases", case)
    return BeautifulSoup(next(page for page in of_records(site) if page.path == path).document(), "html.parser")


def with_stage_date(date: str | None) -> Ecosystem:
    case = ECOSYSTEM.of(Case)[DATED]
    known = PartialDate.parse(date) if date else None
    return ECOSYSTEM.with_records(cases={DATED: case.model_copy(update={"stage_date": known})})


def test_the_page_of_a_case() -> None:
    page = page_of(DATED)
    assert words(page, "h1") == "Real-time AI interpreting in health and social services"
    facts = [(words(row, "dt"), words(row, "dd")) for row in page.select(".facts__row")]
    assert facts == [
        ("Run by", "West Uusimaa wellbeing services county"),
        ("Stage", "in use last known 18 November 2025"),
        ("Use cases", "interpreting"),
        ("Suppliers", "Túlka Oy"),
    ]
    assert "about 1,400 by November 2025" in words(page, "section")
    sources = [" ".join(source.get_text().split()) for source in page.select(".provenance li")]
    assert sources[1] == (
        "AI-tolkning vann priset Årets AI-åtgärd på AI-galan 2025, West Uusimaa wellbeing services county, "
        "18 November 2025 (in Swedish)"
    )


@pytest.mark.parametrize(
    ("language", "undated", "no_results"),
    [
        ("fi", "lähteessä ei ole päiväystä", "Tuloksista ei ole tietoa tällä sivustolla."),
        ("sv", "källan är odaterad", "Den här webbplatsen har ingen information om resultaten."),
        ("en", "the source is undated", "This site has no information on the results."),
    ],
)
def test_what_is_not_known_is_said_to_be_unknown(language: Language, undated: str, no_results: str) -> None:
    page = page_of(UNDATED, language)
    assert undated in words(page, ".facts")
    assert words(page, "article section").endswith(no_results)
    assert undated in words(soup_of(make_site(ECOSYSTEM), "cases", language), "#region-hus")


def test_the_list_stands_by_region_and_says_once_that_later_states_are_unknown() -> None:
    page = soup_of(make_site(ECOSYSTEM), "cases", "en")
    assert [heading.text for heading in page.select("#cases h3")] == [
        "HUS",
        "Kanta-Häme",
        "Päijät-Häme",
        "West Uusimaa",
    ]
    assert page.text.count("This site has no information on what has happened since.") == 1
    assert [next(summary.stripped_strings) for summary in page.select(".facet summary")] == [
        *("Region", "Use cases", "Stage"),
    ]


def test_the_regions_page_counts_and_the_regions_own_page_lists() -> None:
    site = make_site(ECOSYSTEM)
    tile = soup_of(site, "regions", "en").select_one('.tile-map a[href$="lansi-uusimaa/"]')
    assert tile is not None
    assert tile["aria-label"] == "West Uusimaa: 1 pilot, 2 other cases"
    other = soup_of(site, "regions", "en").select_one('.tile-map a[href$="hus/"]')
    assert other is not None
    assert other["aria-label"] == "HUS: 1 other case"
    assert other.text.split()[-3:] == ["–", "+", "1"], "that no pilot is known does not make it none"
    path = site.editions["en"].record_path("regions", "hus")
    page = BeautifulSoup(next(one for one in of_records(site) if one.path == path).document(), "html.parser")
    headings = {heading.text: heading.find_next("ul") for heading in page.select(".related h3")}
    listed = headings["AI in the counties"]
    assert listed is not None and "Use of AI at HUS" in listed.text


def test_only_a_known_day_is_news() -> None:
    def days(ecosystem: Ecosystem) -> list[str]:
        items = feed_items(ecosystem, NO_HISTORY, datetime.date(2026, 12, 1))
        return [str(item.published) for item in items if item.collection == "cases"]

    assert days(with_stage_date("2025-11-18")) == ["2025-11-18"]
    for unknown in (None, "2025", "2025-11"):
        assert days(with_stage_date(unknown)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_tells_of_cases(language: Language) -> None:
    site = make_site(ECOSYSTEM)
    feed = feedparser.parse(made(site, f"feeds {language}")[f"feeds/{language}/cases.rss"])
    names = {case.name.in_language(language).text for case in ECOSYSTEM.of(Case).values() if case.id != UNDATED}
    assert {entry.title for entry in feed.entries} <= names
    assert len(feed.entries) == 3


def test_without_cases_the_list_says_so() -> None:
    page = soup_of(make_site(ECOSYSTEM.with_records(cases={})), "cases", "sv")
    assert [notice.text for notice in page.select(".empty")] == ["Inga exempel har lagts till ännu."]
