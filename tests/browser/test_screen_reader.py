"""What a screen reader is told: names, roles and their order, as Chromium hands them to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from addresses import page_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.words.interface import read_interfaces
from workbench import ROOT

INTERFACES = read_interfaces(ROOT / "strings")

#: Roles of which each bearer needs a name: without one a listener hears "link", "button" or "graphic" alone.
NAMED = {
    *("link", "button", "searchbox", "textbox", "checkbox", "combobox", "radio", "spinbutton"),
    *("img", "image", "navigation", "search", "region", "form", "heading", "DisclosureTriangle"),
}

#: How many lists and rows of tables a reader sees, and what each row is called by.
SEEN = """() => {
  const visible = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()
    && !one.closest("[aria-hidden=true]"));
  return {lists: visible("ul, ol").length, items: visible("li").length, rows: visible("tr").length};
}"""

#: Drawings that are neither said in words nor marked as mere decoration.
MUTE = """() => [...document.querySelectorAll("svg, img, canvas, object, video, audio")].filter((one) => {
  if (one.closest("[aria-hidden=true]")) return false;
  if (one.tagName === "IMG") return !one.hasAttribute("alt");
  const said = one.getAttribute("aria-label") || one.getAttribute("aria-labelledby");
  return !(said && one.hasAttribute("role"));
}).map((one) => one.outerHTML.slice(0, 160))"""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a screen reader is told of."""

    role: str
    name: str
    state: dict[str, Any]


def listen(page: Page) -> list[Heard]:
    """Return what a screen reader is told of *page*, in the order in which it reads."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def walk(node: dict[str, Any]) -> Iterator[Heard]:
        if not node["ignored"]:
            state = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
            yield Heard(node["role"]["value"], node.get("name", {}).get("value", "").strip(), state)
        for child in node.get("childIds", []):
            if child in nodes:
                yield from walk(nodes[child])

    return list(walk(next(node for node in nodes.values() if "parentId" not in node)))


def faults(page: Page, language: Language, framed: bool = False) -> list[str]:
    """Return what would mislead somebody who listens to *page*, which is whole or *framed* by another site."""
    heard = listen(page)
    say = INTERFACES[language].say
    found = [f"{one.role} without a name" for one in heard if one.role in NAMED and not one.name]
    roles = [one.role for one in heard]
    order = [role for role in roles if role in ("banner", "main", "contentinfo")]
    if order != ["banner", "main", "contentinfo"][framed:]:
        return [*found, f"the parts of the page are {order}"]
    first = next((one for one in heard if one.role in NAMED), None)
    if not framed and (first is None or (first.role, first.name) != ("link", say("frame.skip"))):
        found.append(f"the page begins with {first}")
    languages = [one.name for one in heard[: roles.index("main")] if one.role == "navigation"]
    if languages[:1] != [say("frame.languages")][framed:]:
        found.append(f"ways before the content: {languages}")
    headings = [one for one in heard[roles.index("main") :] if one.role == "heading"]
    if not headings or headings[0].state.get("level") != 1:
        found.append("the content does not begin with its heading")
    elif headings[0].name not in heard[0].name and not page.url.rstrip("/").endswith(("/sv", "/en", page_root(page))):
        found.append(f"the window is called {heard[0].name!r}, the page {headings[0].name!r}")
    seen = page.evaluate(SEEN)
    told = {
        "lists": roles.count("list"),
        "items": roles.count("listitem"),
        "rows": roles.count("row"),
    }
    found += [f"{seen[what]} {what} are seen, {told[what]} heard" for what in seen if seen[what] != told[what]]
    if roles.count("row") and not {"rowheader", "columnheader"} & set(roles):
        found.append("a table without headers")
    return found + [f"said in no words: {one}" for one in page.evaluate(MUTE)]


def page_root(page: Page) -> str:
    """Return the host of *page*, with which the address of the first home page ends."""
    return str(page.evaluate("location.host"))


#: A window with the menu folded, and one with all in sight.
WIDTHS = (320, 1280)


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_button_says_whether_the_menu_is_open(window: Page, address: str, language: Language) -> None:
    window.set_viewport_size({"width": 320, "height": 800})
    window.goto(address + page_path("index", language))

    def button() -> Heard:
        name = INTERFACES[language].say("frame.menu")
        return next(one for one in listen(window) if (one.role, one.name) == ("button", name))

    assert button().state["expanded"] is False
    assert INTERFACES[language].say("frame.main_menu") not in {one.name for one in listen(window)}
    window.locator(".menu-button").click()
    assert button().state["expanded"] is True
    assert INTERFACES[language].say("frame.main_menu") in {one.name for one in listen(window)}


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("document.querySelector('main').setAttribute('aria-hidden', 'true')", "the parts of the page"),
        ("document.body.append(document.querySelector('header'))", "the parts of the page"),
        ("document.querySelector('.skip-link').remove()", "the page begins with"),
        ("document.querySelector('main h1').remove()", "does not begin with its heading"),
        ("document.querySelector('main h1').textContent = 'A'", "the window is called"),
        ("document.querySelector('main ul').setAttribute('role', 'presentation')", "lists are seen"),
        (
            "document.querySelectorAll('main details').forEach((one) => { one.open = true; });"
            "document.querySelectorAll('table').forEach((one) => one.setAttribute('role', 'presentation'))",
            "rows are seen",
        ),
        ("document.querySelector('main a').textContent = ''", "link without a name"),
        ("document.querySelector('.menu-button').textContent = ''", "button without a name"),
        ("document.querySelector('main svg').removeAttribute('aria-label')", "said in no words"),
    ],
)
def test_planted_fault_is_heard(window: Page, address: str, fault: str, seen: str) -> None:
    window.set_viewport_size({"width": 320, "height": 800})
    window.goto(address + "alueet/")
    window.evaluate(fault)
    assert any(seen in line for line in faults(window, "fi"))
