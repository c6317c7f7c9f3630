"""What the search page shows of what it finds."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.search_page import COMMON, field, group, open_search, results, status
from browser.test_geometry import OVERFLOWING, SMALL_TARGETS
from ecosystem.ground.languages import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_with_a_query_shows_results_with_their_matches_marked(
    page: Page, address: str, language: Language
) -> None:
    open_search(page, address, language, q=COMMON[language])
    expect(field(page)).to_have_value(COMMON[language])
    expect(page).to_have_title(re.compile(f"^{COMMON[language]}: "))
    expect(status(page)).to_contain_text(COMMON[language])
    assert results(page).count() > 5
    assert re.match(r"\d+ ", status(page).inner_text())
    assert page.locator(".result__excerpt mark").count() > 3
    hrefs = results(page).evaluate_all("links => links.map((link) => link.href)")
    assert len(set(hrefs)) == len(hrefs), "a page stands there twice"
    here = address if language == "fi" else f"{address}{language}/"
    assert all(href.startswith(here) for href in hrefs)


def test_a_slip_is_mended_and_said(page: Page, address: str) -> None:
    open_search(page, address, q="tekoälyverksto")
    expect(status(page)).to_have_text(
        re.compile(r"^Ei tuloksia haulle ”tekoälyverksto”\. \d+ tulosta haulle ”tekoälyverkosto”\.")
    )


def test_an_excerpt_is_sentences_and_marks_no_small_words(page: Page, address: str) -> None:
    open_search(page, address, "en", q="University of Oulu")
    excerpts = page.locator(".result__excerpt").all_inner_texts()
    # A sentence that is too long for its room is cut where the match stands, and shows that.
    assert [text for text in excerpts if not re.match(r"(?:… |[^a-z\W]).*(?:[.!?][”’)]?| …)$", text)] == []
    assert any(re.match(r"[A-Z].*Oulu.*[.]$", text) for text in excerpts)
    marked = [text.strip(".,;: ").lower() for text in page.locator(".result__excerpt mark").all_inner_texts()]
    assert "oulu" in marked
    assert "of" not in marked


def test_results_stand_by_kind_after_the_five_best(page: Page, address: str) -> None:
    open_search(page, address, q="tekoäly")
    assert group(page, "Parhaat osumat").locator("[data-search-result]").count() == 5
    names = page.locator(".search__group h3").all_inner_texts()
    assert names[0] == "Parhaat osumat"
    assert len(set(names)) == len(names) > 2


def test_a_result_that_exists_in_another_language_only_says_so(page: Page, address: str) -> None:
    open_search(page, address, "en", q="Oulun ammattikorkeakoulu")
    first, excerpt = results(page).first, page.locator(".result__excerpt").first
    expect(first).to_have_text("Oulun ammattikorkeakoulu")
    expect(first).to_have_attribute("lang", "fi")
    expect(page.locator(".result__kind").first).to_have_text(re.compile(", in Finnish$"))
    assert excerpt.get_attribute("lang") is None
    open_search(page, address, "en", q="magneettikuvaus")
    expect(first).to_have_text("Meeting in Berlin")
    assert first.get_attribute("lang") is None
    expect(page.locator(".result__kind").first).to_have_text(re.compile(", in Finnish$"))
    expect(excerpt).to_have_attribute("lang", "fi")
    expect(excerpt.locator("mark")).to_have_text("magneettikuvauksesta,")
    open_search(page, address, q="magneettikuvaus")
    expect(first).to_be_visible()
    expect(page.locator("main [lang]")).to_have_count(0)


def test_results_can_be_narrowed_to_a_kind(page: Page, address: str) -> None:
    open_search(page, address, q="tekoäly")
    before = results(page).count()
    box = page.get_by_role("checkbox", name=re.compile("^Sanasto "))
    count = int(box.locator("xpath=..").locator("b").inner_text())
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"/haku/\?q=teko%C3%A4ly&kind=glossary$"))
    expect(status(page)).to_have_text(re.compile(rf"^{count} "))
    expect(box).to_be_focused()
    assert {text.split(",")[0] for text in page.locator(".result__kind").all_inner_texts()} == {"termi"}
    page.reload()
    expect(status(page)).to_have_text(re.compile(rf"^{count} "))
    expect(box).to_be_checked()
    page.go_back()
    expect(results(page)).to_have_count(before)
    expect(box).not_to_be_checked()


def test_all_results_of_a_kind_are_one_link_away(page: Page, address: str) -> None:
    open_search(page, address, q="tekoäly")
    way = page.locator(".search__all a").first
    target = str(way.get_attribute("href"))
    way.click()
    expect(page).to_have_url(re.compile(re.escape(target) + "$"))
    expect(page.locator(".search__kinds input:checked")).to_have_count(1)
    expect(page.get_by_role("heading", name="Hakutulokset")).to_be_focused()


def test_more_results_come_on_demand_and_the_first_new_one_has_the_focus(page: Page, address: str) -> None:
    open_search(page, address, q="tekoäly")
    before = results(page).evaluate_all("links => links.map((link) => link.href)")
    page.get_by_role("button", name="Näytä lisää tuloksia").press("Enter")
    expect(results(page).nth(len(before))).to_be_attached()
    expect(page.locator("a[data-search-result]:focus")).to_have_count(1)
    assert page.evaluate("document.activeElement.href") not in before
    assert results(page).evaluate_all("links => links.map((link) => link.href)")[:5] == before[:5]


@pytest.mark.parametrize(
    ("language", "none", "ways"),
    [
        ("fi", "Ei tuloksia", ("Hakemisto A–Ö", "Sivukartta", "Sanasto", "Anna palautetta")),
        ("sv", "Inga träffar", ("Register A–Ö", "Webbkarta", "Ordlista", "Ge respons")),
        ("en", "No results", ("A–Z index", "Site map", "Glossary", "Give feedback")),
    ],
)
def test_who_finds_nothing_is_helped(
    page: Page, address: str, language: Language, none: str, ways: tuple[str, ...]
) -> None:
    open_search(page, address, language, q="qxzqxzqxz")
    expect(status(page)).to_contain_text(none)
    expect(page.locator(".search__nothing")).to_be_visible()
    for way in ways:
        expect(page.get_by_role("main").get_by_role("link", name=way, exact=True)).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", ["some", "none"])
def test_results_fit_a_narrow_phone(page: Page, address: str, language: Language, found: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_search(page, address, language, q=COMMON[language] if found == "some" else "qxzqxz")
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(SMALL_TARGETS) == []
