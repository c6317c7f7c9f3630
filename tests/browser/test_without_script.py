"""Without JavaScript a page holds what it holds with it, nothing on it is dead, and it says what needs a script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from addresses import page_path
from browser.page_kinds import ALL, COMPONENTS, SAMPLE, path_of
from browser.test_keyboard import faults as faults_of_focus
from ecosystem.ground.languages import LANGUAGES, Language

#: Parts of the content that a script offers, and those that stand in for them.
BY_SCRIPT = ".filter-bar, .search, .selection-bar, .pick, .with-script"
INSTEAD = ".without-script"

#: The texts of the content that a reader can see, folds opened as a reader opens them, but for what *leftOut* holds.
#: A fold whose first child is not its `summary` could not be opened.
TEXTS = """(leftOut) => {
  for (const one of document.querySelectorAll("main details")) {
    if (one.firstElementChild?.tagName === "SUMMARY" && one.firstElementChild.checkVisibility()) one.open = true;
  }
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const seen = [];
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim().replace(/\\s+/g, " ");
    const place = texts.currentNode.parentElement;
    const shown = place.checkVisibility({visibilityProperty: true, opacityProperty: true});
    if (text && shown && !place.closest(leftOut)) seen.push(text);
  }
  return seen;
}"""

#: Controls that do nothing by themselves: of a form that is sent nowhere, or of none. And links without a goal.
DEAD = """() => [...document.querySelectorAll(
  "button, input, select, textarea, label, [role=button], a:not([href]), a[href='#'], [tabindex='0'], [aria-expanded]")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.matches(".table-scroll"))
  .filter((one) => !(one.control ?? one).readOnly) // a text to copy
  .filter((one) => !one.closest("form[action]") || (one.tagName === "BUTTON" && one.type !== "submit"))
  .map((one) => one.outerHTML.slice(0, 160))"""

#: What the page says of scripts, with the links that it offers instead; and whether it has parts that need one. What
#: the browser's own menu does too (copy, print), and what stands as a list below (the chooser), needs no word.
SAID = """([byScript, instead]) => ({
  needs: [...document.querySelectorAll(byScript.replace(/[.]selection-bar, [.]pick, /, ""))].some(
    (one) => !one.closest(".actions, .chooser")),
  notices: [...document.querySelectorAll(instead)].filter((one) => one.checkVisibility()).map((one) => ({
    text: one.textContent,
    goals: [...one.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
    lost: [...one.querySelectorAll("a[href^='#']")].filter(
      (link) => !document.querySelector(link.getAttribute("href"))?.checkVisibility()).length,
  })),
})"""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """One narrow window without scripts for all these tests; it heeds no policy, so that a fault can be planted."""
    context = browser.new_context(bypass_csp=True, java_script_enabled=False, viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


def unheard(said: dict[str, Any]) -> list[str]:
    """Return what a page that needs a script should have said, or what leads nowhere in it."""
    notices = said["notices"]
    if not said["needs"]:
        return [f"it speaks of scripts: {notices}"] if notices else []
    if not any("JavaScript" in one["text"] and one["goals"] for one in notices):
        return [f"it does not say what needs a script and where to go instead: {notices}"]
    return [f"it links to what is not there: {one}" for one in notices if one["lost"]]


@pytest.mark.parametrize(
    ("kind", "language"), [one for one in SAMPLE if one[0] != COMPONENTS] if ALL else [("selection", "sv")]
)
def test_tab_reaches_everything_without_a_script(
    plain: Page, address: str, site: Path, kind: str, language: Language
) -> None:
    plain.goto(address + path_of(kind, language, site))
    assert faults_of_focus(plain) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_whose_lists_are_filtered_or_searched_say_so(plain: Page, address: str, language: Language) -> None:
    for name in ("members", "offering", "search", "selection"):
        plain.goto(address + page_path(name, language))
        said = plain.evaluate(SAID, [BY_SCRIPT, INSTEAD])
        assert (said["needs"], unheard(said)) == (True, [])


@pytest.mark.parametrize("script", ["filter-bar", "site"])
@pytest.mark.parametrize("failure", ["does not arrive", "cannot be read"])
def test_a_script_that_fails_leaves_the_page_as_it_is_without(
    page: Page, address: str, script: str, failure: str
) -> None:
    def fail(route: Route) -> None:
        if failure == "does not arrive":
            route.abort()
        else:
            route.fulfill(body="let = ;", content_type="text/javascript")

    page.set_viewport_size({"width": 320, "height": 700})
    page.route(f"**/{script}*.js", fail)
    page.goto(address + page_path("members", "fi"))
    assert page.evaluate(DEAD) == []
    assert unheard(page.evaluate(SAID, [BY_SCRIPT, INSTEAD])) == []
    assert page.locator("#main-menu a").first.is_visible()


@pytest.mark.parametrize(
    "fault",
    [
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<button>A</button>')",
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<a>A</a>')",
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<div tabindex=0>A</div>')",
        "document.querySelector('.site-search').removeAttribute('action')",
        "document.querySelector('.menu-button').style.display = 'block'",
    ],
)
def test_planted_dead_control_is_seen(plain: Page, address: str, fault: str) -> None:
    plain.goto(address)
    assert plain.evaluate(DEAD) == []
    plain.evaluate(fault)
    assert plain.evaluate(DEAD) != []


def test_planted_loss_of_text_or_notice_is_seen(plain: Page, address: str) -> None:
    plain.goto(address + page_path("members", "en"))
    before = plain.evaluate(TEXTS, INSTEAD)
    plain.evaluate("document.querySelector('main h1').style.visibility = 'hidden'")
    assert plain.evaluate(TEXTS, INSTEAD) != before
    plain.evaluate("document.querySelector('.without-script a').href = '#nowhere'")
    assert unheard(plain.evaluate(SAID, [BY_SCRIPT, INSTEAD])) != []
    plain.evaluate("document.querySelector('.without-script').remove()")
    assert unheard(plain.evaluate(SAID, [BY_SCRIPT, INSTEAD])) != []
