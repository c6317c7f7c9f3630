"""In a browser that heeds no policy, words that mean harm start, fetch and add nothing, and they fit.

That they add nothing to the file of any page is tested without a browser; here it is asked of pages whose scripts make
elements of the data.
"""

from collections.abc import Iterator
from itertools import cycle
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from addresses import EMBEDDED, PAGES, SECTIONS, page_path, record_path
from browser.server import serve
from browser.test_geometry import OVERFLOWING
from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.embedding import embed_path
from hostile_records import IDS, Sites

#: Lists and other pages that show the data, of each collection two records, and the pages for frames, each in a
#: language in turn. The first record has scripts, the last the longest words.
PATHS = [page_path(page, language) for page, language in zip(PAGES, cycle(LANGUAGES), strict=False)]
PATHS += [
    record_path(name, record_id, language)
    for record_id in (IDS[0], IDS[-1])
    for name, language in zip(SECTIONS, cycle(LANGUAGES), strict=False)
]
PATHS += [embed_path(name, "sv") for name in EMBEDDED]

#: The index and what lists its pages: words of other letters make other groups there, of the same elements.
BY_LETTER = {page_path(name, language) for name in ("a-z", "search", "site-map") for language in LANGUAGES}

#: Pages whose entries stand by name and differ in what they show.
BY_NAME = {page_path("workgroups", language) for language in LANGUAGES}

ELEMENTS = """() => [...document.querySelectorAll(":not(svg *)")].map(
  (one) => [one.tagName, ...one.getAttributeNames().sort()].join(" "))"""


@pytest.fixture(scope="module")
def addresses(hostile: Sites) -> Iterator[tuple[str, str]]:
    with serve(hostile.hostile) as one, serve(hostile.harmless) as other:
        yield one, other


@pytest.fixture(scope="module")
def lenient(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_starts_or_is_added_and_every_word_fits(lenient: Page, addresses: tuple[str, str], path: str) -> None:
    asked: set[str | None] = set()
    dialogs: list[str] = []

    def note(request: Request) -> None:
        asked.add(urlsplit(request.url).hostname)

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    lenient.on("request", note)
    lenient.on("dialog", dismiss)
    try:
        outlines = []
        for address in addresses:
            lenient.goto(address + path)
            lenient.evaluate("document.querySelectorAll('main :is(a, summary)').forEach((one) => one.focus())")
            outlines.append(lenient.evaluate(ELEMENTS))
            assert lenient.evaluate("window.ran") is None
            assert lenient.evaluate(OVERFLOWING) == [], "a word is wider than a phone"
            if not lenient.locator("script[src][defer]").count():  # what stands in the file is what is on the page
                break
    finally:
        lenient.remove_listener("request", note)
        lenient.remove_listener("dialog", dismiss)
    if path in BY_NAME:
        outlines = [sorted(outline) for outline in outlines]
    if path in BY_LETTER:
        outlines = [sorted(set(outline)) for outline in outlines]
    assert outlines[0] == outlines[-1]
    assert (asked, dialogs) == ({"127.0.0.1"}, [])


def test_a_script_that_does_start_is_seen(lenient: Page, addresses: tuple[str, str]) -> None:
    lenient.goto(addresses[0])
    lenient.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror=window.ran=1>')"
    )
    lenient.wait_for_function("window.ran === 1")
