"""Each kind of page is opened once in three windows, and looked at there in all ways.

What each check looks for, and that it sees a planted fault, stands in the module of the check. Opening a page takes
longer than looking at it, so the checks share it; the ones that change the page come last.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.audits import audit, prepare_audits
from browser.page_kinds import ALL, COMPONENTS, EMBEDS, KINDS, SAMPLE, path_of, views_of
from browser.test_audits import open_page
from browser.test_budgets import Visit, first_visit
from browser.test_content_policy import COLLECT, use_everything
from browser.test_geometry import LARGE_TEXT, MEANT, OVERFLOWING, SMALL_TARGETS, SPACING, outline_faults
from browser.test_preferences import MOVING, UNSEEN
from browser.test_screen_reader import WIDTHS, faults
from browser.test_without_script import BY_SCRIPT, DEAD, INSTEAD, SAID, TEXTS, unheard
from ecosystem.ground.languages import LANGUAGES, Language
from rendering import TODAY

NARROW = 320


class Subject(NamedTuple):
    """A kind of page in a language, and its address."""

    kind: str
    language: Language
    url: str


@pytest.fixture(scope="module", params=SAMPLE, ids="-".join)
def subject(request: pytest.FixtureRequest, address: str, site: Path) -> Subject:
    """The page that is looked at; pytest runs all tests of one before it opens the next."""
    kind, language = request.param
    return Subject(kind, language, address + path_of(kind, language, site))


@pytest.fixture(scope="module")
def lenient(browser: Browser) -> Iterator[Page]:
    """A window that heeds no policy of a page, so that the checks can bring their scripts."""
    context = browser.new_context(bypass_csp=True)
    prepare_audits(context)
    window = context.new_page()
    window.clock.set_fixed_time(str(TODAY))  # the day of the build: nothing that was to come has passed
    yield window
    context.close()


@pytest.fixture(scope="module")
def opened(lenient: Page, subject: Subject) -> Page:
    """The page, opened with its scripts, as somebody looks at it first."""
    open_page(lenient, subject.url, views_of(subject.kind, subject.language)[0])
    return lenient


def narrow(page: Page, width: int = NARROW) -> Page:
    """Return *page* in a light window that is *width* pixels wide."""
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.set_viewport_size({"width": width, "height": 700})
    return page


def test_axe_finds_nothing(lenient: Page, opened: Page, subject: Subject) -> None:
    assert opened.locator("main h1").first.is_visible(), "the page was not reached"
    first, *others = views_of(subject.kind, subject.language)
    assert audit(opened) == [], str(first)
    for view in others:
        open_page(lenient, subject.url, view)
        assert audit(lenient) == [], str(view)


def test_a_screen_reader_is_told_what_is_shown_in_order(opened: Page, subject: Subject) -> None:
    for width in WIDTHS if ALL else [WIDTHS[KINDS.index(subject.kind) % 2]]:
        found = faults(narrow(opened, width), subject.language, framed=subject.kind in EMBEDS)
        assert found == [], f"{width} pixels wide"


def test_the_systems_own_colours_hide_nothing_and_nothing_moves(opened: Page) -> None:
    opened.emulate_media(forced_colors="active", reduced_motion="reduce")
    assert opened.evaluate("matchMedia('(prefers-reduced-motion)').matches"), "the state was not reached"
    assert opened.evaluate(MOVING) == []
    for scheme in ("light", "dark"):
        opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert opened.evaluate("matchMedia('(forced-colors: active)').matches"), "the state was not reached"
        assert opened.evaluate(UNSEEN) == [], scheme


def test_all_fits_and_has_an_outline(opened: Page, subject: Subject) -> None:
    page = narrow(opened)
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert outline_faults(page) == MEANT.get(subject.kind, [])


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[BrowserContext]:
    """A narrow browser without scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 700})
    yield context
    context.close()


@pytest.fixture(scope="module")
def plain(without_scripts: BrowserContext) -> Page:
    """The one window of that browser."""
    return without_scripts.new_page()


def test_the_page_is_whole_without_a_script(opened: Page, plain: Page, subject: Subject) -> None:
    plain.goto(subject.url)
    texts = [one.evaluate(TEXTS, f"{BY_SCRIPT}, {INSTEAD}") for one in (plain, narrow(opened))]
    assert len(texts[0]) > 1
    assert texts[0] == texts[1]
    assert plain.evaluate(DEAD) == []
    assert unheard(plain.evaluate(SAID, [BY_SCRIPT, INSTEAD])) == []
    ways = plain.locator("#main-menu a, .languages a").all()
    assert all(one.is_visible() for one in ways)
    assert len(ways) > len(LANGUAGES) or subject.kind in EMBEDS


def test_all_fits_with_spacing_and_large_text(opened: Page) -> None:
    page = narrow(opened)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(OVERFLOWING) == [], "with text spacing"
    page.set_viewport_size({"width": 2 * NARROW, "height": 700})
    page.add_style_tag(content=LARGE_TEXT)
    assert page.evaluate(OVERFLOWING) == [], "with text of double size"
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Page]:
    """A window on a phone that heeds the policies of pages and tells what they stop."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(COLLECT)
    window = context.new_page()
    window.set_default_timeout(10_000)
    yield window
    context.close()


@pytest.fixture(scope="module")
def visited(watched: Page, subject: Subject) -> Iterator[tuple[Page, Visit]]:
    """A first visit to the page, which is listened to until the next."""
    watched.set_viewport_size({"width": 360, "height": 740})
    with first_visit(watched, subject.url) as visit:
        yield watched, visit


def test_a_first_visit_keeps_its_budget(visited: tuple[Page, Visit], address: str, subject: Subject) -> None:
    if subject.kind in ("404", COMPONENTS):
        pytest.skip("nobody visits it first")
    _, visit = visited
    assert visit.faults(address) == []
    brings = {"stylesheet"} if subject.kind in EMBEDS else {"stylesheet", "script"}
    assert {one.resource_type for one in visit.requests} >= brings


def test_nothing_that_a_page_does_is_stopped_or_asks_others(visited: tuple[Page, Visit]) -> None:
    page, visit = visited
    use_everything(page)
    assert page.evaluate("stopped") == []
    assert {urlsplit(one.url).hostname for one in visit.requests} == {"127.0.0.1"}
