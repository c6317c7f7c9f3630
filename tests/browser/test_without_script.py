"""Without JavaScript every page shows all that it has, no control is idle, and what needs a script says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.page_kinds import SAMPLE, path_of
from ecosystem.addresses import page_path
from ecosystem.languages import LANGUAGES, Language

#: What only the script can make work: controls that are not part of a page's own folding.
INERT = (
    "button, input, select, textarea, [role=button], [role=search], [onclick], a[href^='javascript:'], a:not([href])"
)

#: The sections that a script brings up and no reader without one would miss.
OPTIONAL = ".filter-bar, .menu-button, [data-until-list], [data-past-list], [data-until-list] + .empty, noscript"


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A narrow window that runs no script of a page."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


@pytest.fixture
def both(plain: Page, window: Page) -> tuple[Page, Page]:
    """Two narrow windows, without and with script."""
    window.set_viewport_size({"width": 320, "height": 700})
    return plain, window


def shown(page: Page) -> list[str]:
    """Return the visible lines of the content of *page*, without the parts that only a script makes useful."""
    page.locator(f"main :is({OPTIONAL})").evaluate_all("parts => parts.forEach((part) => part.remove())")
    return [line.strip() for line in page.locator("main").inner_text().splitlines() if line.strip()]


def inert(page: Page) -> list[str]:
    """Return the controls that a reader without script sees and that do nothing."""
    found: list[str] = page.locator(INERT).evaluate_all(
        "ones => ones.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))"
    )
    return found


@pytest.mark.parametrize(("kind", "language"), SAMPLE)
def test_everything_is_there_and_nothing_is_inert(
    both: tuple[Page, Page], address: str, site: Path, kind: str, language: Language
) -> None:
    plain, window = both
    for page in both:
        page.goto(address + path_of(kind, language, site))
    assert inert(plain) == []
    assert plain.locator("#main-menu a").first.is_visible()
    assert bool(plain.locator(".filter-bar").count()) <= plain.locator("noscript .notice").is_visible()
    assert shown(plain) == shown(window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["members", "offering"])
def test_filters_say_that_they_need_a_script(plain: Page, address: str, name: str, language: Language) -> None:
    plain.goto(address + page_path(name, language))
    assert "JavaScript" in plain.locator("noscript").inner_text()
    assert plain.locator("[data-f]").first.is_visible()


def test_planted_faults_are_seen(plain: Page, window: Page, address: str) -> None:
    def spoil(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        body = answer.text().replace("</main>", "<button>A</button></main>")
        route.fulfill(response=answer, body=body)  # type: ignore[attr-defined]

    plain.route(address, spoil)
    plain.goto(address)
    assert inert(plain) != []
    window.goto(address)
    assert shown(plain) != shown(window)
    plain.unroute(address)
