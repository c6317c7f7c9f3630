"""The states that a page can be brought into, and how: each way ends with a look at whether it was reached."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from browser.page_kinds import PUBLIC


@dataclass(frozen=True)
class State:
    """A state of pages of some kinds, in windows of some widths."""

    name: str
    kinds: tuple[str, ...]
    reach: Callable[[Page], None]
    widths: tuple[int, ...] = (320, 768, 1280)

    def __str__(self) -> str:
        return self.name


def open_menu(page: Page) -> None:
    """Open the main menu of a narrow window."""
    page.locator(".menu-button").click()
    expect(page.locator("#main-menu")).to_be_visible()


def focus_skip_link(page: Page) -> None:
    """Press Tab once: the link to the content comes into sight."""
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()


def open_details(page: Page) -> None:
    """Open everything that is folded away."""
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    expect(page.locator("main details[open]:visible").first).to_be_visible()


def open_drawer(page: Page) -> None:
    """Open what holds the facets where the window is narrow."""
    if page.locator(".filter-bar__drawer[aria-expanded=false]").is_visible():
        page.locator(".filter-bar__drawer").click()


def set_filter(page: Page) -> None:
    """Choose the first option of the first facet, so that the list is shorter than before."""
    before = page.locator(".chosen [role=status]").text_content() or ""
    open_drawer(page)
    page.locator(".filter-bar summary").first.click()
    page.locator(".filter-bar input[type=checkbox]").first.check()
    expect(page.locator(".chosen [role=status]")).not_to_have_text(before)
    expect(page.locator(".chosen__reset")).to_be_visible()


def find_nothing(page: Page) -> None:
    """Type what no entry has, so that the list is empty."""
    page.locator(".filter-bar [name=q]").fill("qqqqqq")
    expect(page.locator("[data-f]")).to_have_count(0)
    expect(page.locator(".chosen__reset")).to_be_visible()


def choose_entry(page: Page) -> None:
    """Tick the first entry of a list, so that the bar of the selection comes into sight."""
    page.locator("[data-picks] [data-pick]").first.check()
    expect(page.locator(".selection-bar")).to_be_in_viewport()


def search_for(page: Page, query: str) -> None:
    """Search on the search page, and wait until the search is over."""
    page.locator(".search [name=q]").fill(query)
    page.locator(".search [name=q]").press("Enter")
    expect(page.locator("[data-search-state=done]")).to_be_visible()


def find_something(page: Page) -> None:
    """Search for what is found on pages of several kinds in every language, with sub-results."""
    search_for(page, "DigiFinland")
    expect(page.locator(".search__group").nth(1)).to_be_visible()


def narrow_search(page: Page) -> None:
    """Narrow a search to one kind."""
    find_something(page)
    if page.locator(".search__narrow:not([open])").is_visible():  # folded on a phone
        page.locator(".search__narrow summary").click()
    page.locator(".search__kinds input:visible").first.check()
    expect(page.locator("[data-search-state=done] .search__group")).to_have_count(1)


def search_in_vain(page: Page) -> None:
    """Search for what no page holds."""
    search_for(page, "qxzqxzqxz")
    expect(page.locator(".search__nothing")).to_be_visible()


def search_without_index(page: Page) -> None:
    """Search while the index of the search cannot be fetched: the page says so and names other ways."""
    page.route("**/pagefind/**", lambda route: route.abort())
    try:
        page.locator(".search [name=q]").fill("DigiFinland")
        page.locator(".search [name=q]").press("Enter")
        expect(page.locator("[data-search-state=failed]")).to_be_visible()
    finally:
        page.unroute("**/pagefind/**")


def open_facets(page: Page) -> None:
    """Open all facets of a filter at once."""
    open_drawer(page)
    page.locator(".facet summary").first.click()
    page.evaluate("document.querySelectorAll('.facet').forEach((one) => { one.open = true; })")
    expect(page.locator(".facet input").last).to_be_visible()


def fill_selection(page: Page) -> None:
    """Come with a selection in the address, of which one entry is not there."""
    entries = page.locator("#brief").get_attribute("data-entries")
    found = page.evaluate("async (path) => (await (await fetch(path)).json()).entries.map((one) => one.id)", entries)
    page.goto(f"{page.url}#items={','.join(found[:2])},gone")
    expect(page.locator(".brief__entries h2")).to_have_count(2)
    expect(page.locator(".brief .notice")).to_be_visible()


STATES = (
    State("menu open", PUBLIC, open_menu, (320, 768)),
    State("skip link in sight", PUBLIC, focus_skip_link),
    State("details open", ("members", "offering", "record:action_plan"), open_details),
    State("filter set", ("members", "offering"), set_filter),
    State("entry chosen", ("offering",), choose_entry),
    State("nothing found", ("members", "offering"), find_nothing),
    State("facets open", ("members", "offering"), open_facets),
    State("selection filled", ("selection",), fill_selection),
    State("search without its index", ("search",), search_without_index),
    State("search used", ("search",), find_something),
    State("search narrowed", ("search",), narrow_search),
    State("search in vain", ("search",), search_in_vain),
)
