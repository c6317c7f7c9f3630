"""The search where something is wrong: hostile words, late and failing answers, no script."""

import re

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from addresses import page_path
from browser.search_page import field, open_search, results, status
from ecosystem.ground.languages import LANGUAGES, Language


def stand_in(page: Page, body: str) -> None:
    """Have an engine answer whose search does what *body* says."""
    script = f"export async function preload() {{}}\nexport async function search(query, options) {{ {body} }}"
    page.route("**/search-engine.*.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "\"><script>alert(1)</script><svg onload='alert(1)'>",
        "</title><iframe src=javascript:alert(1)>",
        "javascript:alert(1)",
        "{query} {count} $& %s ${alert(1)} {{7*7}}",
        "' OR 1=1 -- \" \\ `",
        "constructor __proto__ toString",
        "\x00\x01\x1b[31m\x7f\u202e\u200b\ufeff\ud7ff tekoäly",
        "🇫🇮" * 300,
        "a" * 10_000,
        "tekoäly " * 1_250,
    ],
    ids=lambda query: ascii(query[:20]),
)
def test_a_hostile_query_is_only_text(page: Page, address: str, query: str) -> None:
    dialogs: list[str] = []
    complaints: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    open_search(page, address)
    elements = "document.querySelectorAll('img, iframe, script, svg, style, base, object').length"
    before = page.evaluate(elements)
    open_search(page, address, q=query, kind=query)
    assert page.evaluate(elements) == before
    assert page.locator("h1").inner_text() == "Haku"
    assert len(page.title()) < 300
    if len(query) > 200:
        expect(status(page)).to_contain_text("200 ensimmäistä merkkiä")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert (dialogs, complaints) == ([], [])


def test_a_query_of_broken_bytes_is_only_text(page: Page, address: str) -> None:
    page.goto(f"{address}haku/?q=%ED%A0%80%FF%E4&kind=%00&q=2")
    expect(page.locator("[data-search-state=done]")).to_be_visible()


def test_titles_and_excerpts_are_only_text(page: Page, address: str) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    answer = {
        "results": [
            {
                "url": "javascript:alert(1)",
                "title": hostile,
                "kind": hostile,
                "language": "sv",
                "excerptLanguage": "sv",
                "excerpt": f"{hostile} &lt;b&gt; <mark>osuma</mark> & <mark {hostile}>",
                "subResults": [{"url": "../jasenet/#list", "title": hostile, "excerpt": ""}],
                "score": 1,
                "missing": [],
            }
        ],
        "total": 1,
        "kinds": {hostile: 1, "members": 2},
        "corrected": hostile,
        "missing": [],
    }
    stand_in(page, f"return {answer!r}".replace("None", "null"))
    open_search(page, address, q="a")
    assert page.locator("main img, main b:not(.search__kinds b)").count() == 0
    expect(results(page)).to_have_text(hostile)
    expect(results(page)).to_have_attribute("lang", "sv")
    assert results(page).get_attribute("href") is None
    expect(page.locator(".result__kind")).to_have_text("ruotsiksi")
    expect(page.locator(".result__excerpt")).to_have_attribute("lang", "sv")
    expect(page.locator(".result__excerpt")).to_have_text(f"{hostile} <b> osuma & <mark {hostile}>")
    expect(page.locator(".result__excerpt mark")).to_have_text("osuma")
    expect(status(page)).to_have_text(f"Ei tuloksia haulle ”a”. 1 tulos haulle ”{hostile}”.")


def test_an_answer_that_comes_late_does_not_replace_a_later_one(page: Page, address: str) -> None:
    stand_in(
        page,
        """await new Promise((done) => setTimeout(done, query === "hidas" ? 600 : 10));
        const one = {
          url: "../?" + query, title: query, kind: "pages", excerpt: "", subResults: [], score: 1, missing: [],
        };
        return {results: [one], total: 1, kinds: {}, corrected: null, missing: []};""",
    )
    open_search(page, address)
    field(page).fill("hidas")
    field(page).press("Enter")
    field(page).fill("nopea")
    field(page).press("Enter")
    expect(results(page)).to_have_text("nopea")
    page.wait_for_timeout(700)
    expect(results(page)).to_have_text("nopea")


def test_a_search_that_does_not_work_says_so_and_can_be_tried_again(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}haku/?q=kokeilu")
    expect(page.locator("[data-search-state=failed]")).to_be_visible()
    expect(status(page)).to_contain_text("Haku ei juuri nyt toimi.")
    expect(page.get_by_role("main").get_by_role("link", name="Sivukartta")).to_be_visible()
    page.unroute("**/pagefind/**")
    field(page).press("Enter")
    expect(results(page).first).to_be_visible()


def test_the_search_keeps_the_policy_of_its_page(page: Page, address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda entry: complaints.append(entry.text))
    open_search(page, address, q="tekoäly")
    assert "default-src 'none'" in str(page.locator("meta[http-equiv]").get_attribute("content"))
    assert results(page).count() > 5
    assert complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_the_page_says_how_to_find_things(browser: Browser, address: str, language: Language) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(address + page_path("index", language))
    page.get_by_role("banner").get_by_role("searchbox").fill("thl")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/{page_path('search', language)}\?q=thl$"))
    expect(page.locator("main .notice")).to_contain_text("JavaScript")
    expect(field(page)).to_have_count(0)
    page.locator(".letters a", has_text="D").click()
    expect(page.get_by_role("heading", name="D", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="DigiFinland Oy").first.click()
    expect(page.get_by_role("heading", name="DigiFinland Oy")).to_be_visible()
    context.close()
