"""The filters of the catalogue, over its groups and pages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.catalogue.reading import cards, choose, chosen, count, in_address
from ecosystem.kinds.offerings.model import Offering, OfferingKind
from ecosystem.pages.list_pages import ENTRIES_ON_A_PAGE
from ecosystem.records.ecosystem import Ecosystem


def test_a_choice_narrows_all_groups_on_all_pages(page: Page, ecosystem: Ecosystem) -> None:
    products = [one for one in ecosystem.of(Offering).values() if one.kind is OfferingKind.PRODUCT]
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)
    choose(page, "Kind", "product")
    expect(count(page)).to_have_text(f"{len(products)} entries")
    expect(cards(page)).to_have_count(len(products))
    for section in page.locator("#offerings section:visible").all():
        assert section.locator("li").count() > 0
        assert section.locator("h3").count() == 1


def test_groups_without_a_match_hide_and_come_back(page: Page, ecosystem: Ecosystem) -> None:
    groups = {one.category for one in ecosystem.of(Offering).values()}
    choose(page, "Category", "testing and trials")
    expect(page.locator("#offerings section:visible")).to_have_count(1)
    page.get_by_role("button", name="Clear all choices").click()
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)
    assert page.locator("#offerings section:visible").count() <= len(groups)


def test_an_entry_of_another_page_leads_to_its_page(page: Page, ecosystem: Ecosystem, address: str) -> None:
    choose(page, "Category", "testing and trials")
    expect(page.locator("#offerings section:visible")).to_have_count(1)
    links = page.locator("#offerings li:visible a").evaluate_all("links => links.map((link) => link.href)")
    tested = {f"{address}en/offering/{one.id}/" for one in ecosystem.of(Offering).values() if one.category == "testing"}
    assert set(links) == tested


def test_a_filtered_catalogue_can_be_shared(page: Page) -> None:
    choose(page, "Medical device", "medical device")
    choose(page, "Markets", "European Union")
    expect(page).to_have_url(re.compile(r"/en/offering/\?device=device&market=EU$"))
    found = count(page).text_content()
    other = page.context.new_page()
    other.goto(page.url)
    expect(count(other)).to_have_text(str(found))


def countries(one: Offering) -> set[str | None]:
    return {*one.markets, *(one.meetings.countries if one.meetings else ()), *(each.country for each in one.references)}


@pytest.mark.parametrize(
    ("query", "has"),
    [
        ("openEHR", lambda one: any(each.name == "openehr" for each in one.standards)),
        ("42001", lambda one: any(each.name == "iso-42001" for each in one.certifications)),
        ("Yhdysvallat", lambda one: "US" in countries(one)),  # Finnish, on an English page
        (
            "Sydkorea openehr",
            lambda one: "KR" in countries(one) and any(each.name == "openehr" for each in one.standards),
        ),
    ],
)
def test_a_search_looks_through_whole_records_in_three_languages(
    page: Page, ecosystem: Ecosystem, query: str, has: Callable[[Offering], bool]
) -> None:
    found = {one.id for one in ecosystem.of(Offering).values() if has(one)}
    page.locator(".filter-bar [name=q]").fill(query)
    expect(cards(page)).to_have_count(len(found))
    shown = cards(page).locator("a").evaluate_all("links => links.map((link) => link.pathname.split('/').at(-2))")
    assert set(shown) == found != set()


def test_filters_and_selection_leave_each_other_alone(page: Page) -> None:
    page.locator("#offerings [data-pick]").first.check()
    picked = in_address(page)
    choose(page, "Kind", "service")
    expect(page).to_have_url(re.compile(r"kind=service#items="))
    assert in_address(page) == picked
    page.locator("#offerings [data-pick]:visible").nth(1).check()
    both = in_address(page)
    page.get_by_role("button", name="Clear all choices").click()
    assert in_address(page) == both
    expect(page).not_to_have_url(re.compile("kind="))


def test_going_back_undoes_the_filter_and_keeps_the_selection(page: Page) -> None:
    choose(page, "Kind", "product")
    page.locator("#offerings [data-pick]:visible").first.check()
    picked = in_address(page)
    page.go_back()
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")
    assert in_address(page) == picked


def test_without_a_script_there_are_no_boxes_and_the_whole_list(scriptless: Page, address: str) -> None:
    page = scriptless
    page.goto(address + "en/offering/?kind=product&items=a")
    expect(page.locator(".filter-bar")).to_be_hidden()
    expect(page.locator(".selection-bar")).to_be_hidden()
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)


@pytest.mark.parametrize("path", ["tarjooma/", "sv/utbud/", "en/offering/", "oma-valikoima/"])
def test_nothing_is_wider_than_a_narrow_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
