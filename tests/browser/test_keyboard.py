"""All of a page can be reached and left by keyboard, in reading order, with the focus in sight."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from addresses import page_path
from browser.page_kinds import ALL, PAGES_IN_LANGUAGES, path_of
from ecosystem.ground.languages import LANGUAGES, Language

SAMPLE = (
    ("index", "fi"),
    ("members", "sv"),
    ("events", "en"),
    ("action-plan", "fi"),
    ("404", "sv"),
    ("record:pilots", "en"),
    ("record:regions", "fi"),
    ("record:action_plan", "sv"),
    ("embed:members", "sv"),
)

#: A page with few links, in which a fault is planted.
SHORT = "tietosuoja/"

#: How a page is looked at while it is walked through: width, height and colours. The first is a window of 1280 by 1024
#: at 400 %, the last one with the colours of the system.
WINDOWS = ((320, 256, "light"), (1280, 700, "dark"), (768, 700, "forced"))

#: The element in focus: its place among all elements, and whether a reader sees it and the ring around it: at least
#: 2 pixels, with a contrast of 3:1 to the ground around it. Of a wrapped link the longest line is looked at, of what
#: reaches beyond the window or its scrolling box the part inside.
IN_FOCUS = """() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const box = [...one.getClientRects()].sort((a, b) => b.width - a.width)[0];
  const frame = one.closest(".table-scroll")?.getBoundingClientRect();
  const left = Math.max(box.left, 0, frame?.left ?? 0);
  const right = Math.min(box.right, innerWidth, frame?.right ?? innerWidth);
  const bottom = Math.min(box.bottom, innerHeight);
  const top = Math.max(box.top, 0);
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const style = getComputedStyle(one);
  const drawn = one.closest("svg") && one.querySelector("rect");
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const isClear = (box) => /^rgba.*, 0[)]$/.test(getComputedStyle(box).backgroundColor);
  let under = one.parentElement;
  while (under.parentElement && isClear(under)) under = under.parentElement;
  const ring = drawn ? getComputedStyle(drawn).stroke : style.outlineColor;
  const two = [ring, isClear(under) ? "rgb(255, 255, 255)" : getComputedStyle(under).backgroundColor].map(light);
  return {
    place: [...document.querySelectorAll("*")].indexOf(one),
    name: one.outerHTML.slice(0, 120),
    seen: right - left >= 16 && bottom - top >= 16 && (one.contains(hit) || hit?.contains(one) === true),
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || (drawn !== null && parseFloat(getComputedStyle(drawn).strokeWidth) >= 2),
    contrast: Math.max(...two) / Math.min(...two),
  };
}"""

#: All elements that should be reached with the Tab key.
REACHABLE = """() => [...document.querySelectorAll(
  "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({visibilityProperty: true})).length"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until it is left; return what had the focus, in order."""
    stops: list[dict[str, Any]] = []
    for _ in range(page.evaluate(REACHABLE) + 1):
        page.keyboard.press("Tab")
        stop = page.evaluate(IN_FOCUS)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    return stops


def faults(page: Page) -> list[str]:
    """Return what is wrong with a walk through *page*."""
    expected = page.evaluate(REACHABLE)
    stops = walk(page)
    found = [f"not in sight: {stop['name']}" for stop in stops if not stop["seen"]]
    found += [f"no ring: {stop['name']}" for stop in stops if not stop["ring"]]
    found += [f"faint ring: {stop['name']}" for stop in stops if stop["contrast"] < 3]
    places = [stop["place"] for stop in stops]
    if places != sorted(places):
        found.append(f"not in reading order: {[stop['name'] for stop in stops]}")
    if len(stops) != expected:
        found.append(f"{len(stops)} stops for {expected} links and controls")
    return found


@pytest.mark.parametrize(("kind", "language"), PAGES_IN_LANGUAGES if ALL else SAMPLE)
def test_tab_reaches_everything_in_order_and_in_sight(
    page: Page, address: str, site: Path, kind: str, language: Language
) -> None:
    for width, height, colours in WINDOWS if ALL else [WINDOWS[SAMPLE.index((kind, language)) % len(WINDOWS)]]:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(
            color_scheme="dark" if colours == "dark" else "light",
            forced_colors="active" if colours == "forced" else "none",
        )
        page.goto(address + path_of(kind, language, site))
        assert faults(page) == [], f"{width} pixels wide, {colours}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_tab_goes_through_the_open_menu_and_on(page: Page, address: str, language: Language) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address + page_path("privacy", language))
    page.locator(".menu-button").press("Enter")
    page.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    assert page.locator("#main-menu").is_visible(), "the state was not reached"
    assert faults(page) == []


@pytest.mark.parametrize(
    "fault",
    [
        "main a {outline: none !important}",
        "main a {outline-color: #bbb !important}",
        ".languages a {position: absolute; left: -100rem}",
        ".site-footer::before {content: ''; position: fixed; inset: 0}",
    ],
)
def test_planted_fault_of_sight_is_seen(lax_page: Page, address: str, fault: str) -> None:
    lax_page.goto(address + SHORT)
    lax_page.add_style_tag(content=fault)
    assert faults(lax_page) != []


@pytest.mark.parametrize(
    "fault",
    [
        "document.querySelector('main a').tabIndex = 1",
        "document.querySelector('main a').tabIndex = -1",
    ],
)
def test_planted_fault_of_order_is_seen(lax_page: Page, address: str, fault: str) -> None:
    lax_page.goto(address + SHORT)
    lax_page.evaluate(fault)
    assert faults(lax_page) != []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["index", "404"])
def test_skip_link_is_first_and_leads_to_the_content(page: Page, address: str, name: str, language: Language) -> None:
    page.goto(address + page_path(name, language))
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.get_attribute("href") == "#content"
    box = link.bounding_box()
    assert box and box["y"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("width", [320, 768])
def test_menu_button_opens_and_closes_the_menu(page: Page, address: str, width: int, key: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address)
    menu, button = page.locator("#main-menu"), page.locator(".menu-button")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press(key)
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press(key)
    assert not menu.is_visible()
    assert button.get_attribute("aria-expanded") == "false"


def test_escape_closes_the_menu_and_returns_the_focus(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address)
    page.locator(".menu-button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main-menu').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.locator("#main-menu").is_visible()
    assert page.evaluate("document.activeElement.className") == "menu-button"


@pytest.mark.parametrize("key", ["s", "f", "n", "p", "/", ",", ".", "?"])
def test_no_shortcut_of_one_character(page: Page, address: str, key: str) -> None:
    page.goto(address)
    page.keyboard.press(key)
    assert page.url == address
    assert page.evaluate("document.activeElement === document.body")
