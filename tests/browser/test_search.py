"""The search in a browser: what somebody who looks for something sees, hears and can do, by keyboard too."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from browser.test_geometry import OVERFLOWING, SMALL_TARGETS
from ecosystem.addresses import page_path
from ecosystem.languages import LANGUAGES, Language

#: A word of each language that many pages of several kinds hold.
COMMON: dict[Language, str] = {"fi": "tekoäly", "sv": "försök", "en": "pilot"}


def open_search(page: Page, address: str, language: Language = "fi", **asked: str) -> None:
    """Open the search page with what is *asked* in its address, and wait until the search is over."""
    page.goto(f"{address}{page_path('search', language)}?{urlencode(asked)}")
    expect(page.locator("[data-search-state=done]")).to_be_visible()


def results(page: Page) -> Locator:
    return page.locator("[data-search-state=done] a[data-search-result]")


def field(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("searchbox")


def status(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("status")


def group(page: Page, name: str) -> Locator:
    return page.locator(".search__group", has=page.get_by_role("heading", name=name, exact=True))


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


def test_an_excerpt_shows_that_it_is_cut_out_and_marks_no_small_words(page: Page, address: str) -> None:
    open_search(page, address, "en", q="University of Oulu")
    excerpt = page.locator(".result__excerpt").first
    expect(excerpt).to_have_text(re.compile(r"^… .*University of Oulu.* …$"))
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
    open_search(page, address, "en", q="Oulu University of Applied Sciences")
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


@pytest.mark.parametrize(("language", "label"), [("fi", "Hae"), ("sv", "Sök"), ("en", "Search")])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_header_has_a_form_that_leads_to_the_results(
    page: Page, address: str, language: Language, label: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address + page_path("pilots", language))
    header = page.get_by_role("banner")
    header.get_by_role("searchbox").fill(COMMON[language])
    header.get_by_role("button", name=label, exact=True).click()
    expect(page).to_have_url(re.compile(rf"/{page_path('search', language)}\?q="))
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_a_search_needs_no_mouse(page: Page, address: str, keys: str) -> None:
    page.goto(address + "jasenet/thl/")
    page.keyboard.press(keys)
    expect(page.get_by_role("banner").get_by_role("searchbox")).to_be_focused()
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
    expect(page.get_by_role("banner").get_by_role("searchbox")).to_have_value("")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


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
    assert results(page).evaluate_all("links => links.map((link) => link.href)") == first
    page.go_forward()
    expect(field(page)).to_have_value("hyvinvointialue")


def test_another_language_keeps_the_query(page: Page, address: str) -> None:
    open_search(page, address, q="DigiFinland")
    page.get_by_role("link", name="Svenska").click()
    expect(page).to_have_url(re.compile(r"/sv/sok/\?q=DigiFinland$"))
    expect(results(page).first).to_be_visible()


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
            }
        ],
        "total": 1,
        "kinds": {hostile: 1, "members": 2},
        "corrected": hostile,
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


def stand_in(page: Page, body: str) -> None:
    """Have an engine answer whose search does what *body* says."""
    script = f"export async function preload() {{}}\nexport async function search(query, options) {{ {body} }}"
    page.route("**/search-engine.*.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))


def test_an_answer_that_comes_late_does_not_replace_a_later_one(page: Page, address: str) -> None:
    stand_in(
        page,
        """await new Promise((done) => setTimeout(done, query === "hidas" ? 600 : 10));
        const one = {url: "../?" + query, title: query, kind: "pages", excerpt: "", subResults: [], score: 1};
        return {results: [one], total: 1, kinds: {}, corrected: null};""",
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", ["some", "none"])
def test_results_fit_a_narrow_phone(page: Page, address: str, language: Language, found: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_search(page, address, language, q=COMMON[language] if found == "some" else "qxzqxz")
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(SMALL_TARGETS) == []
