"""A record prints on one page, without navigation, with the addresses of its links."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from addresses import SECTIONS
from browser.page_kinds import record_paths
from ecosystem.pages.embedding import embed_path

#: A plan and a programme are reports of several pages, and a meeting is as long as its agenda; a record of any other
#: kind and of usual length takes one page.
ONE_PAGE = [collection for collection in SECTIONS if collection not in ("action_plan", "meetings", "pilot_programmes")]
PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.parametrize("collection", ONE_PAGE)
def test_record_prints_on_one_page(page: Page, address: str, site: Path, collection: str) -> None:
    paths = record_paths(collection, "fi", site)
    page.goto(address + paths[(len(paths) - 1) // 2])
    assert len(PAGE_OBJECT.findall(page.pdf(format="A4"))) == 1


#: Texts that would hardly be read on white paper.
FAINT_ON_PAPER = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  return [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => 1.05 / light(getComputedStyle(one)[one.closest("svg") ? "fill" : "color"]) < 4.5)
    .map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("path", ["", "sv/lagesbild/", "en/action-plan/", embed_path("figures", "fi")])
def test_what_a_dark_screen_prints_is_dark_on_white(lax_page: Page, address: str, path: str) -> None:
    lax_page.emulate_media(media="print", color_scheme="dark")
    lax_page.goto(address + path)
    assert lax_page.evaluate(FAINT_ON_PAPER) == []
    lax_page.add_style_tag(content="main * {color: #9cc9f5 !important}")
    assert lax_page.evaluate(FAINT_ON_PAPER) != [], "the planted fault is not seen"


def test_printed_page_has_no_navigation_and_says_where_links_lead(page: Page, address: str, site: Path) -> None:
    page.emulate_media(media="print")
    page.goto(address + record_paths("pilots", "fi", site)[-1])
    assert page.locator(".brand").is_visible()
    assert not page.locator("nav:visible").count()
    link = page.locator("main a[href^=http]").first
    assert str(link.get_attribute("href")) in link.evaluate("one => getComputedStyle(one, '::after').content")
