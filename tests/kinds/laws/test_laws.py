"""Laws: what a reader is told of one, a timeline that ages by itself, and the way between laws and measures."""

import datetime

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import Language
from ecosystem.kinds.laws.feed import feed_items
from ecosystem.kinds.laws.model import Law
from ecosystem.publishing.feeds.items import feed_items as all_items
from ecosystem.records.history.past import NO_HISTORY
from ecosystem.site.site import Site
from rendering import make_site, of_records, read_ecosystem, site_of, soup_of, words
from workbench import FULL

ECOSYSTEM = read_ecosystem()
SITE = make_site(ECOSYSTEM)
EHDS = "ehds-asetus"
AI_ACT = "tekoalyasetus"


def page_of(site: Site, collection: str, record: str, language: Language = "en") -> BeautifulSoup:
    """Return the page of a record."""
    path = site.editions[language].record_path(collection, record)
    return BeautifulSoup(next(page for page in of_records(site) if page.path == path).document(), "html.parser")


def dates(page: BeautifulSoup, part: str) -> list[str]:
    """Return the dates of a timeline."""
    return [str(date["datetime"]) for date in page.select(f"#{part} .timeline time")]


def test_the_page_of_a_bill() -> None:
    page = page_of(SITE, "laws", "he-159-2025")
    assert words(page, "h1") == "Bill on predictive healthcare"
    facts = [(words(row, "dt"), words(row, "dd")) for row in page.select(".facts__row")]
    assert [fact[0] for fact in facts] == ["Name", "Identifier", "Last known stage", "Whom it concerns"]
    assert facts[1][1] == "HE 159/2025"
    assert facts[2][1] == "proposed 24 October 2025"
    assert words(page, ".notice") == "This site has no information on later stages."
    assert words(page, "#milestones li") == "24 October 2025 Bill to Parliament"
    measure = page.select_one('a[href$="/action-plan/2025/#law-patient-data"]')
    assert measure is not None
    sources = [" ".join(source.get_text().split()) for source in page.select(".provenance li")]
    assert sources[0] == "Hallituksen esitys HE 159/2025 vp, Parliament of Finland, 24 October 2025 (in Finnish)"


def test_the_plan_leads_back_to_the_law() -> None:
    page = page_of(SITE, "action_plan", "2025")
    link = page.select_one("#law-patient-data .measure__links a")
    assert link is not None
    assert str(link["href"]).endswith("/laws/he-159-2025/")


def test_the_timeline_ages_by_itself() -> None:
    day = datetime.date(2027, 3, 26)
    eve, same = (soup_of(site_of(FULL.data, one), "laws", "en") for one in (day - datetime.timedelta(days=1), day))
    assert dates(eve, "coming")[0] == "2027-03-26"
    assert "2027-03-26" not in dates(same, "coming")
    assert dates(same, "past")[0] == "2027-03-26"
    assert sorted(dates(eve, "coming") + dates(eve, "past")) == sorted(dates(same, "coming") + dates(same, "past"))


def test_a_month_is_to_come_until_it_is_over() -> None:
    last, after = datetime.date(2025, 3, 30), datetime.date(2025, 4, 1)
    assert "2025-03" in dates(soup_of(site_of(FULL.data, last), "laws"), "coming")
    assert "2025-03" in dates(soup_of(site_of(FULL.data, after), "laws"), "past")


def test_a_day_that_may_have_changed_is_marked_and_is_no_news_when_it_comes() -> None:
    page = soup_of(SITE, "laws", "en")
    uncertain = [item for item in page.select("#coming li") if "AI Act" in item.text]
    assert uncertain
    assert all("the date may have changed" in item.text for item in uncertain)
    later = all_items(ECOSYSTEM, NO_HISTORY, datetime.date(2031, 1, 1))
    told = {item.key for item in later if item.collection == "laws"}
    assert f"laws/{AI_ACT}/2025-02-02" in told
    assert f"laws/{AI_ACT}/2027-08-02" not in told
    assert f"laws/{EHDS}/2027-03-26" in told


def test_news_has_the_day_of_the_fact_or_is_none() -> None:
    days = [str(item.published) for item in feed_items(ECOSYSTEM, NO_HISTORY) if item.record.id == EHDS]
    known = [str(one.date) for one in ECOSYSTEM.of(Law)[EHDS].milestones]
    assert known[0] == "2025-03"
    assert days == known[1:]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Lakeja ei ole vielä lisätty."),
        ("sv", "Inga lagar har lagts till ännu."),
        ("en", "No laws have been added yet."),
    ],
)
def test_without_laws_the_page_says_so(language: Language, said: str) -> None:
    page = soup_of(make_site(ECOSYSTEM.with_records(laws={}, questions={})), "laws", language)
    assert [notice.text for notice in page.select(".empty")] == [said]
