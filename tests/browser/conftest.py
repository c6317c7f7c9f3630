"""A built site, a server for it and a browser, once for all browser tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from addresses import numbered_path
from browser.server import serve
from browser.windows import Window
from ecosystem.ground.languages import LANGUAGES
from synthetic import write_members
from workbench import FULL, SMALL, build_well, made_once

#: The first has no windows and takes half the processor time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: How long a page may take for what it is expected to show, in milliseconds: long, for a busy machine; what comes at
#: once costs nothing.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site(common_folder: Path, large_site: Path) -> Path:
    """The site with the full data; what it has none of yet is made up, so that its page is seen.

    It has the page of components too, and the second page of a longer list of members.
    """

    def make(folder: Path) -> None:
        data = shutil.copytree(FULL.data, folder / "data")
        for made_up in (Path(__file__).parent / "data").glob("*.yaml"):
            if "- id: " not in (data / made_up.name).read_text(encoding="utf-8"):
                shutil.copy(made_up, data)
        shutil.copytree(SMALL.data / "newsletters", data / "newsletters", dirs_exist_ok=True)
        build_well(folder / "site", ECOSYSTEM_DATA=str(data), ECOSYSTEM_COMPONENTS="1")
        for language in LANGUAGES:
            further = numbered_path("members", 2, language)
            shutil.copytree(large_site / further, folder / "site" / further)

    return made_once(common_folder / "seen", make) / "site"


@pytest.fixture(scope="session")
def large_site(common_folder: Path) -> Path:
    """The site with 250 more members, in which nobody searches."""

    def make(folder: Path) -> None:
        build_well(folder / "site", ECOSYSTEM_DATA=str(write_members(folder / "data", 250)), ECOSYSTEM_SEARCH="0")

    return made_once(common_folder / "large", make) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site."""
    with serve(site) as base:
        yield base


@pytest.fixture(scope="session")
def large_address(large_site: Path) -> Iterator[str]:
    """The address of the site with 250 more members."""
    with serve(large_site) as base:
        yield base


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium of this machine. Without one the tests are skipped, but fail where they must run (CI)."""
    program = find_browser(playwright)
    if program is None:
        reason = f"no browser: none of {', '.join(BROWSERS)} is installed, and CHROMIUM does not name one"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    started = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
    yield started
    started.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all tests that only read: opening one costs more than loading a page.

    It heeds no policy of a page, so that a test can bring its own script and style.
    """
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def heedful(browser: Browser) -> Iterator[Window]:
    """The window that heeds the policies of pages."""
    window = Window(browser)
    yield window
    window.close()


@pytest.fixture(scope="session")
def heedless(browser: Browser) -> Iterator[Window]:
    """The window that heeds no policy."""
    window = Window(browser, bypass_csp=True)
    yield window
    window.close()


@pytest.fixture
def page(heedful: Window) -> Iterator[Page]:
    """A window as new for a test that changes it."""
    yield heedful.take()
    heedful.renew()


@pytest.fixture
def lax_page(heedless: Window) -> Iterator[Page]:
    """A window as new that heeds no policy of a page: for faults that a page's own policy would stop."""
    yield heedless.take()
    heedless.renew()


@pytest.fixture(scope="session")
def without_scripts(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without scripts for all tests that only read."""
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def scriptless(without_scripts: BrowserContext) -> Iterator[Page]:
    """A page in which no script runs; nothing of one test is left in the next."""
    page = without_scripts.new_page()
    yield page
    page.close()


def find_browser(playwright: Playwright) -> str | None:
    """Return the path of a Chromium, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    installed = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    return installed or (own if Path(own).exists() else None)
