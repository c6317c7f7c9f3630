"""The search page as its tests use it."""

from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from addresses import page_path
from ecosystem.ground.languages import Language

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
