"""What a reader sees and does in the offering catalogue."""

import re

from playwright.sync_api import Locator, Page

from ecosystem.kinds.offerings.model import Offering
from ecosystem.records.ecosystem import Ecosystem

#: An entry whose name a spreadsheet would run, a browser would draw and a careless reader of CSV would tear apart.
FORMULA = "keksitty-001-letters"
DANGEROUS = '=HYPERLINK("https://example.org","<img src=x onerror=alert(1)>"), one'
#: So many that the catalogue has a second page.
ORGANISATIONS = 130


def count(page: Page) -> Locator:
    return page.locator(".chosen [role=status]")


def chosen(page: Page) -> Locator:
    return page.locator(".selection-bar [role=status]")


def cards(page: Page) -> Locator:
    return page.locator("#offerings li:visible")


def choose(page: Page, facet: str, option: str) -> None:
    """Open *facet* if it is closed and tick *option*."""
    disclosure = page.locator("details.facet", has=page.locator("summary", has_text=re.compile(f"^{facet}")))
    if disclosure.get_attribute("open") is None:
        disclosure.locator("summary").click()
    disclosure.get_by_role("checkbox", name=re.compile(f"^{option} ")).check()


def box(page: Page, offering: str) -> Locator:
    return page.locator(f'[data-pick][value="{offering}"]')


def in_address(page: Page) -> list[str]:
    found = re.search(r"[#&]items=([^&]*)", page.evaluate("location.hash"))
    return found[1].split(",") if found else []


def open_brief(page: Page, address: str, items: str, path: str = "en/my-selection/") -> None:
    """Open the page of the selection with *items* in its address."""
    page.goto(f"{address}{path}#items={items}")


def said(page: Page) -> Locator:
    return page.locator(".brief__status")


def some(ecosystem: Ecosystem, number: int) -> list[str]:
    return [one for one in sorted(ecosystem.of(Offering), reverse=True) if one != FORMULA][:number]
