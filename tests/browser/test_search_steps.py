"""The way to results and through them: the header’s form, keys, the address and its history."""

import re

import pytest
from playwright.sync_api import Page, expect

from addresses import page_path
from browser.search_page import COMMON, field, open_search, results, status
from ecosystem.ground.languages import Language


@pytest.mark.parametrize(("language", "label"), [("fi", "Hae"), ("sv", "Sök"), ("en", "Search")])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_header_has_a_form_that_leads_to_the_results(
    page: Page, address: str, language: Language, label: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address + page_path("pilots", language))
    header = page.get_by_role("banner")
    if width == 320:
        header.locator(".menu-button").click()  # on a phone the search stands in the menu
    header.get_by_role("combobox").fill(COMMON[language])
    header.get_by_role("button", name=label, exact=True).click()
    expect(page).to_have_url(re.compile(rf"/{page_path('search', language)}\?q="))
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_a_search_needs_no_mouse(page: Page, address: str, keys: str) -> None:
    page.goto(address + "jasenet/thl/")
    page.keyboard.press(keys)
    expect(page.get_by_role("banner").get_by_role("combobox")).to_be_focused()
    page.keyboard.type("tekoäly")
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()
    page.keyboard.press(keys)
    expect(field(page)).to_be_focused()
    for place in (0, 1, 2):
        page.keyboard.press("ArrowDown")
        expect(results(page).nth(place)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = str(results(page).first.evaluate("link => link.href"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)


def test_results_follow_what_is_typed_and_the_focus_stays(page: Page, address: str) -> None:
    open_search(page, address)
    expect(status(page)).to_have_text("Kirjoita hakukenttään, mitä etsit.")
    expect(results(page)).to_have_count(0)
    field(page).press_sequentially("tekoäly", delay=20)
    page.keyboard.press("ArrowDown")  # before the pause after which a search begins
    expect(results(page).first).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=teko%C3%A4ly$"))


def test_escape_empties_the_field_and_then_leaves_it(page: Page, address: str) -> None:
    open_search(page, address, q="tekoäly")
    field(page).focus()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    expect(results(page)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()


def test_escape_leads_from_the_header_back_to_where_the_reader_was(page: Page, address: str) -> None:
    page.goto(address + "kokeilut/")
    link = page.get_by_role("main").get_by_role("link").first
    link.focus()
    page.keyboard.press("Control+k")
    page.keyboard.type("a")
    page.keyboard.press("Escape")
    expect(page.get_by_role("banner").get_by_role("combobox")).to_have_value("")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_header_suggests_pages_while_somebody_types(page: Page, address: str) -> None:
    typed, shown = "thl", "Institutet för hälsa och välfärd (THL)"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + page_path("pilots", "sv"))
    field = page.get_by_role("banner").get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert not any("suggest" in url or "pagefind" in url for url in asked), "fetched before the field is used"
    field.press_sequentially(typed)
    option = page.get_by_role("banner").get_by_role("option", name=shown, exact=True)
    expect(option).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("status")).to_have_text(re.compile(r"^(\d+|Ett) förslag"))
    place = option.evaluate("option => [...option.parentElement.children].indexOf(option)")
    for _ in range(place + 1):
        page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", str(option.get_attribute("id")))
    page.keyboard.press("Escape")
    expect(page.get_by_role("banner").get_by_role("option")).to_have_count(0)
    expect(field).to_have_value(typed)
    field.press_sequentially(" ")
    expect(option).to_be_visible()
    option.click()
    expect(page).to_have_url(address + "sv/medlemmar/thl/")


def test_back_and_forward_lead_through_the_searches(page: Page, address: str) -> None:
    open_search(page, address, q="tekoäly")
    first = results(page).evaluate_all("links => links.map((link) => link.href)")
    field(page).fill("hyvinvointialue")
    field(page).press("Enter")
    expect(page).to_have_title(re.compile("^hyvinvointialue: "))
    page.go_back()
    expect(field(page)).to_have_value("tekoäly")
    expect(page).to_have_title(re.compile("^tekoäly: "))
    expect(status(page)).to_contain_text("tekoäly")
    expect(results(page).first).to_be_visible()
    assert results(page).evaluate_all("links => links.map((link) => link.href)") == first
    page.go_forward()
    expect(field(page)).to_have_value("hyvinvointialue")


def test_another_language_keeps_the_query(page: Page, address: str) -> None:
    open_search(page, address, q="DigiFinland")
    page.get_by_role("link", name="Svenska").click()
    expect(page).to_have_url(re.compile(r"/sv/sok/\?q=DigiFinland$"))
    expect(results(page).first).to_be_visible()
