"""The states that a page can be brought into, and how: each way ends with a look at whether it was reached."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from browser.page_kinds import KINDS


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
    expect(page.locator("main details[open]").first).to_be_visible()


def set_filter(page: Page) -> None:
    """Choose the first option of the first facet, so that the list is shorter than before."""
    before = page.locator(".filter-bar [role=status]").text_content() or ""
    page.locator(".filter-bar summary").first.click()
    page.locator(".filter-bar input[type=checkbox]").first.check()
    expect(page.locator(".filter-bar [role=status]")).not_to_have_text(before)
    expect(page.locator(".filter-bar button")).to_be_visible()


def find_nothing(page: Page) -> None:
    """Type what no entry has, so that the list is empty."""
    page.locator(".filter-bar [name=q]").fill("qqqqqq")
    expect(page.locator("[data-f]")).to_have_count(0)
    expect(page.locator(".filter-bar button")).to_be_visible()


STATES = (
    State("menu open", KINDS, open_menu, (320, 768)),
    State("skip link in sight", KINDS, focus_skip_link),
    State("details open", ("members", "offering"), open_details),
    State("filter set", ("members", "offering"), set_filter),
    State("nothing found", ("members", "offering"), find_nothing),
)
