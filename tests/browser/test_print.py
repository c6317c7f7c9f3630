"""A record prints on one page, without navigation, with the addresses of its links."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.page_kinds import record_paths
from ecosystem.addresses import SECTIONS

#: A plan and a programme are reports of several pages, and a meeting is as long as its agenda; a record of any other
#: kind and of usual length takes one page.
ONE_PAGE = [collection for collection in SECTIONS if collection not in ("action_plan", "meetings", "pilot_programmes")]
PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.parametrize("collection", ONE_PAGE)
def test_record_prints_on_one_page(page: Page, address: str, site: Path, collection: str) -> None:
    paths = record_paths(collection, "fi", site)
    page.goto(address + paths[(len(paths) - 1) // 2])
    assert len(PAGE_OBJECT.findall(page.pdf(format="A4"))) == 1


def test_printed_page_has_no_navigation_and_says_where_links_lead(page: Page, address: str, site: Path) -> None:
    page.emulate_media(media="print")
    page.goto(address + record_paths("pilots", "fi", site)[-1])
    assert page.locator(".brand").is_visible()
    assert not page.locator("nav:visible").count()
    link = page.locator("main a[href^=http]").first
    assert str(link.get_attribute("href")) in link.evaluate("one => getComputedStyle(one, '::after').content")
