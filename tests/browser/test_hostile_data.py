"""In a browser that heeds no policy, words that mean harm start nothing, fetch nothing and add nothing to a page."""

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

#: Lists and other pages that show the data, and of each collection some records, each in one language in turn.
PATHS = [page_path(page, language) for page, language in zip(PAGES, cycle(LANGUAGES), strict=False)]
PATHS += [
    record_path(collection, IDS[(number + step) % len(IDS)], language)
    for number, collection in enumerate(SECTIONS)
    for step, language in enumerate(LANGUAGES)
]

#: The same with the record whose words are longest, and the pages for frames.
NARROW = [page_path(page, language) for page, language in zip(PAGES, cycle(LANGUAGES), strict=False)]
NARROW += [record_path(name, IDS[-1], language) for name, language in zip(SECTIONS, cycle(LANGUAGES), strict=False)]
NARROW += [embed_path(name, "sv") for name in EMBEDDED]

#: The index and what lists its pages: words of other letters make other groups there, of the same elements.
BY_LETTER = {page_path(name, language) for name in ("a-z", "search", "site-map") for language in LANGUAGES}

ELEMENTS = """() => [...document.querySelectorAll(":not(svg *)")].map(
  (one) => [one.tagName, ...one.getAttributeNames().sort()].join(" "))"""


@pytest.fixture(scope="module")
def addresses(hostile: Sites) -> Iterator[tuple[str, str]]:
    with serve(hostile.hostile) as one, serve(hostile.harmless) as other:
        yield one, other


@pytest.fixture(scope="module")
def lenient(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_starts_and_nothing_is_added(lenient: Page, addresses: tuple[str, str], path: str) -> None:
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
    finally:
        lenient.remove_listener("request", note)
        lenient.remove_listener("dialog", dismiss)
    if path in BY_LETTER:
        outlines = [sorted(set(outline)) for outline in outlines]
    assert outlines[0] == outlines[1]
    assert (asked, dialogs) == ({"127.0.0.1"}, [])


@pytest.mark.parametrize("path", NARROW)
def test_no_word_is_wider_than_a_phone(lenient: Page, addresses: tuple[str, str], path: str) -> None:
    lenient.set_viewport_size({"width": 320, "height": 700})
    lenient.goto(addresses[0] + path)
    assert lenient.evaluate(OVERFLOWING) == []


def test_a_script_that_does_start_is_seen(lenient: Page, addresses: tuple[str, str]) -> None:
    lenient.goto(addresses[0])
    lenient.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror=window.ran=1>')"
    )
    lenient.wait_for_function("window.ran === 1")
