"""axe-core finds nothing in any state of a page, in any language, width and colour scheme; `make audit` tries them all.

test_every_page.py asks it of each kind of page as it is opened.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from browser.audits import audit, prepare_audits
from browser.conftest import PATIENCE
from browser.page_kinds import ALL, PAGES_IN_LANGUAGES, VIEWS, View, path_of
from browser.states import STATES, State
from ecosystem.ground.languages import LANGUAGES, Language

HEIGHT = 900


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all audits. It heeds no policy of a page, so that a test can plant its fault."""
    context = browser.new_context(bypass_csp=True)
    prepare_audits(context)
    yield context.new_page()
    context.close()


def open_page(window: Page, address: str, view: View) -> None:
    window.set_viewport_size({"width": view.width, "height": HEIGHT})
    window.emulate_media(color_scheme="dark" if view.scheme == "dark" else "light")
    window.goto(address)


class Case(NamedTuple):
    """A page in a state, as somebody looks at it."""

    state: State
    kind: str
    language: Language
    view: View

    def __str__(self) -> str:
        return f"{self.state}, {self.kind}, {self.language}, {self.view}"


def cases(every: bool = ALL) -> list[Case]:
    """Every state of every kind in every language and view; in the sample a few kinds, each in one of both in turn."""
    wanted = []
    for state in STATES:
        views = [view for view in VIEWS if view.width in state.widths]
        pages = [(kind, language) for kind in state.kinds for language in LANGUAGES]
        if every:
            wanted += [Case(state, *page, view) for page in pages for view in views]
        else:
            few = pages[:: len(LANGUAGES) + 1] if len(state.kinds) <= len(LANGUAGES) else pages[::40]
            wanted += [Case(state, *page, views[n % len(views)]) for n, page in enumerate(few, len(wanted))]
    return wanted


@pytest.mark.parametrize("case", cases(), ids=str)
def test_state_has_no_fault(window: Page, address: str, site: Path, case: Case) -> None:
    open_page(window, address + path_of(case.kind, case.language, site), case.view)
    case.state.reach(window)
    assert audit(window) == []


def test_enough_is_tried_in_all() -> None:
    pages = len(PAGES_IN_LANGUAGES) * len(VIEWS)
    assert pages + len(cases(every=True)) >= 1000


@pytest.mark.parametrize("state", STATES, ids=str)
def test_state_that_is_not_reached_fails(window: Page, state: State) -> None:
    window.goto("about:blank")
    window.set_content("<!doctype html><title>A</title><h1>A</h1>")
    window.set_default_timeout(200)
    expect.set_options(timeout=200)
    try:
        with pytest.raises((AssertionError, TimeoutError)):
            state.reach(window)
    finally:
        window.set_default_timeout(30_000)
        expect.set_options(timeout=PATIENCE)


#: Faults that can stand on one page together, and the rule of axe that each breaks.
PLANTED = {
    "image-alt": "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\">')",
    "color-contrast": "document.querySelector('main p').style.color = '#bbb'",
    "label": "document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "page-has-heading-one": "document.querySelector('main h1').outerHTML = '<h4>A</h4>'",
    "heading-order": "document.querySelector('main').insertAdjacentHTML('beforeend', '<h6>A</h6>')",
    "landmark-unique": "document.querySelectorAll('nav').forEach((nav) => nav.setAttribute('aria-label', 'A'))",
    "link-name": "document.querySelector('main a').textContent = ''",
    "aria-valid-attr-value": "document.querySelector('.menu-button').setAttribute('aria-expanded', 'A')",
    "target-size": "document.querySelectorAll('.languages a').forEach((a) => a.style = 'font-size:4px;padding:0')",
}


def test_planted_faults_are_seen(window: Page, address: str) -> None:
    open_page(window, address + "tietosuoja/", View(768, "light"))
    assert audit(window) == []
    for fault in PLANTED.values():
        window.evaluate(fault)
    assert {line.split(":")[0] for line in audit(window)} >= PLANTED.keys()
