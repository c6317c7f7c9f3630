"""What stands on a page fits: small windows, large text, fingers; and its outline can be followed without seeing it."""

from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from addresses import page_path
from browser.page_kinds import COMPONENTS
from ecosystem.ground.languages import LANGUAGES, Language

#: WCAG 1.4.12: what readers may set for themselves.
SPACING = """* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
p {margin-bottom: 2em !important}"""
LARGE_TEXT = "html {font-size: 200% !important}"

#: What is wider than the window, or cut off inside its own box. Tables scroll in boxes of their own, which can be
#: reached by keyboard and have a name; so does what is typed into a field.
OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width;
  return [...document.querySelectorAll("body *")].filter((one) => {
    if (one.closest(".table-scroll[role][aria-label][tabindex='0'], .skip-link, svg, input")) return false;
    if (!one.checkVisibility()) return false;
    const style = getComputedStyle(one);
    const cut = style.overflowX !== "visible" && style.display !== "inline" && one.scrollWidth > one.clientWidth + 1;
    return cut || (wide && one.getBoundingClientRect().right > width + 1);
  }).map((one) => one.outerHTML.slice(0, 120));
}"""

#: Links and controls smaller than 24 pixels. A link in the line of a text may be as high as the line (WCAG 2.5.8).
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest(".skip-link"))
  .filter((one) => getComputedStyle(one).display !== "inline")
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
  .map((one) => one.outerHTML.slice(0, 120))"""

OUTLINE = """() => ({
  levels: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter((one) => one.checkVisibility())
    .map((one) => Number(one.tagName[1])),
  inMain: [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6)")].map((one) => Number(one.tagName[1])),
  landmarks: [...document.querySelectorAll(
    "body > header, main, body > footer, nav, search, [role=search], [role=region]")].map((one) =>
    (one.getAttribute("role") ?? one.tagName.toLowerCase()) + ":" + (one.getAttribute("aria-label") ?? "")),
  links: [...document.querySelectorAll("main a[href]")].map((one) => [
    (one.getAttribute("aria-label") ?? one.textContent).trim().replace(/\\s+/g, " "),
    new URL(one.getAttribute("href"), document.baseURI).href,
    [...document.querySelectorAll("*")].indexOf(one.closest("li, tr, section, footer, dl, main"))]),
})"""

#: Words that say nothing of where a link goes.
VAGUE = {"täältä", "tästä", "lue lisää", "linkki", "här", "läs mer", "länk", "here", "click here", "read more", "more"}


#: What is no fault on a page of one kind, with the reason: an example is the head of a record's page.
MEANT = {COMPONENTS: ["2 headings of level 1"]}


def outline_faults(page: Page) -> list[str]:
    """Return what a reader who moves by headings, landmarks and links would stumble over."""
    outline = page.evaluate(OUTLINE)
    found = []
    if outline["levels"].count(1) != 1:
        found.append(f"{outline['levels'].count(1)} headings of level 1")
    inside = outline["inMain"]
    if not inside or inside[0] != 1:
        found.append("the content does not begin with its heading")
    found += [f"from heading {a} to {b}" for a, b in pairwise(inside) if b > a + 1]
    found += [f"twice: {name}" for name, times in Counter(outline["landmarks"]).items() if times > 1]
    goals: dict[tuple[str, int], set[str]] = {}  # by name and part of the page, whose heading is the context
    for text, goal, part in outline["links"]:
        if not text or text.lower().rstrip(".…") in VAGUE:
            found.append(f"a link that does not say where it goes: {text!r} to {goal}")
        goals.setdefault((text, part), set()).add(goal)
    found += [f"one name, several goals: {text}: {sorted(goal)}" for (text, _), goal in goals.items() if len(goal) > 1]
    return found


#: The lowest contrast between a drawn text and its ground: its tile in the map of the counties, else the page.
DRAWN_CONTRAST = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  return Math.min(...[...document.querySelectorAll("main svg text")].map((text) => {
    const tile = text.closest("a")?.querySelector("rect");
    const ground = tile ? getComputedStyle(tile).fill : getComputedStyle(document.body).backgroundColor;
    const two = [getComputedStyle(text).fill, ground].map(light);
    return Math.max(...two) / Math.min(...two);
  }));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["alueet/", "jasenet/"])
def test_drawn_texts_have_contrast(lax_page: Page, address: str, path: str, scheme: str) -> None:
    lax_page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    lax_page.goto(address + path)
    assert lax_page.locator("main svg text").count() > 20
    assert lax_page.evaluate(DRAWN_CONTRAST) >= 4.5
    lax_page.add_style_tag(content="main svg text {fill: gray !important}")
    assert lax_page.evaluate(DRAWN_CONTRAST) < 4.5, "the planted fault is not seen"


#: The rows that the entries of the main menu stand in.
MENU_ROWS = """() => new Set([...document.querySelectorAll(".main-menu li")]
  .map((one) => { const box = one.getBoundingClientRect(); return Math.round((box.top + box.bottom) / 20); })).size"""

#: Words that are broken in the middle, in places where words are few and large.
BROKEN_WORDS = """() => [...document.querySelectorAll(".key-figures dt, .key-figures__value, h1, .card__title")]
  .flatMap((one) => [...one.childNodes])
  .filter((node) => node.nodeType === Node.TEXT_NODE || node.tagName === "A")
  .map((node) => node.nodeType === Node.TEXT_NODE ? node : node.firstChild)
  .filter((node) => node?.nodeType === Node.TEXT_NODE)
  .flatMap((node) => [...node.data.matchAll(/[^\\s\u00ad-]+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  }).map((word) => word[0]))"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_is_one_row_and_no_word_of_the_home_page_parts(window: Page, address: str, language: Language) -> None:
    for width in (800, 1024, 1280):
        window.set_viewport_size({"width": width, "height": 700})
        window.goto(address + page_path("index", language))
        assert window.evaluate(MENU_ROWS) == 1, width
    for width in (360, 768, 1280):
        window.set_viewport_size({"width": width, "height": 700})
        assert window.evaluate(BROKEN_WORDS) == [], width
    window.add_style_tag(content=".key-figures dt, .main-menu {width: 4rem}")
    assert window.evaluate(BROKEN_WORDS), "the planted fault is not seen"
    assert window.evaluate(MENU_ROWS) > 1, "the planted fault is not seen"


@pytest.fixture
def page_at_320(window: Page) -> Page:
    """A window of 320 pixels."""
    window.emulate_media(color_scheme="light")
    window.set_viewport_size({"width": 320, "height": 700})
    return window


@pytest.mark.parametrize(
    "fault",
    [
        "document.querySelector('main p').style.width = '400px'",
        "document.querySelector('main p').style.cssText = 'white-space: nowrap; overflow: hidden'",
        "document.querySelector('.table-scroll').removeAttribute('tabindex')",
    ],
)
def test_planted_overflow_is_seen(page_at_320: Page, address: str, fault: str) -> None:
    page_at_320.goto(address + "sanasto/")
    page_at_320.evaluate(fault)
    assert page_at_320.evaluate(OVERFLOWING) != []


HYPHENS = "one => getComputedStyle(one).hyphens"


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_long_compounds_part_where_their_language_parts_them(
    page_at_320: Page, address: str, language: Language
) -> None:
    page_at_320.goto(address + page_path("networks", language))
    text, cell = page_at_320.locator("main p").first, page_at_320.locator("main td").first
    assert (text.evaluate(HYPHENS), cell.evaluate(HYPHENS)) == ("auto", "auto")
    text.evaluate("one => { one.innerHTML = '<span lang=en>Interoperability</span> <code>a</code>'; }")
    for inside in ("span", "code"):
        assert text.locator(inside).evaluate(HYPHENS) == "manual", "of another language, or as it is typed"
    page_at_320.set_viewport_size({"width": 1280, "height": 700})
    assert (text.evaluate(HYPHENS), cell.evaluate(HYPHENS)) == ("manual", "auto")


def test_english_words_are_left_whole(page_at_320: Page, address: str) -> None:
    page_at_320.goto(address + page_path("networks", "en"))
    for place in ("main p", "main td"):
        assert page_at_320.locator(place).first.evaluate(HYPHENS) == "manual"
    assert page_at_320.locator("main h1").evaluate(HYPHENS) == "auto", "large letters leave no room"


def test_the_matrix_of_regions_gives_way_to_lists_on_a_narrow_screen(page_at_320: Page, address: str) -> None:
    page_at_320.goto(address + page_path("situation", "en"))
    assert not page_at_320.locator(".matrix").is_visible()
    uses = page_at_320.locator(".uses summary")
    uses.first.click()
    assert uses.first.is_visible() and page_at_320.locator(".uses dd a").first.is_visible()


def test_planted_small_target_is_seen(page_at_320: Page, address: str) -> None:
    page_at_320.goto(address)
    bare = "padding: 0; border: 0; font-size: 8px"
    page_at_320.evaluate(f"document.querySelector('.menu-button').style.cssText = '{bare}'")
    assert page_at_320.evaluate(SMALL_TARGETS) != []


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        ("<h1>A</h1>", "2 headings of level 1"),
        ("<h2>A</h2><h4>B</h4>", "from heading 2 to 4"),
        ("<nav aria-label=A></nav><nav aria-label=A></nav>", "twice: nav:A"),
        ("<a href=/x>Lue lisää</a>", "does not say where it goes"),
        ("<a href=/x><svg></svg></a>", "does not say where it goes"),
        ("<a href=/x>A</a><a href=/y>A</a>", "one name, several goals"),
    ],
)
def test_planted_fault_of_outline_is_seen(page_at_320: Page, address: str, added: str, fault: str) -> None:
    page_at_320.goto(address)
    page_at_320.evaluate("added => document.querySelector('main').insertAdjacentHTML('beforeend', added)", added)
    assert any(fault in line for line in outline_faults(page_at_320))
