"""What readers ask of their system holds: colours of their own, less motion, and a focus that stands out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.page_kinds import SAMPLE, path_of
from ecosystem.ground.languages import Language

#: What moves although nothing should: elements whose style animates, fades or scrolls by itself.
MOVING = """() => [document.documentElement, ...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration))
    || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 120))"""

#: With the system's own colours: drawn shapes and texts that differ too little from the ground, boxes without an edge.
#: Of a drawing with texts, the shapes under a text must leave the text readable.
UNSEEN = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = (one, other) => {
    const two = [one, other].map(light);
    return Math.max(...two) / Math.min(...two);
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const isColour = (value) => value.startsWith("rgb") && !/^rgba.*, 0[)]$/.test(value);
  const shapes = [...document.querySelectorAll("svg :is(rect, circle, path, line, polyline, polygon, text)")]
    .filter((one) => one.checkVisibility() && !one.closest("defs"));
  const faint = shapes.filter((one) => {
    const style = getComputedStyle(one);
    const colours = [style.fill, style.stroke].filter(isColour);
    const tile = one.tagName === "text" ? one.closest("a")?.querySelector("rect") : null;
    return !colours.some((colour) => contrast(colour, tile ? getComputedStyle(tile).fill : ground) >= 3);
  });
  const boxes = [...document.querySelectorAll("button, input, select, .tag, .card, .notice")]
    .filter((one) => one.checkVisibility() && one.type !== "checkbox");
  const edgeless = boxes.filter((one) => {
    const style = getComputedStyle(one);
    const edges = ["Top", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0
      && contrast(style[`border${side}Color`], ground) >= 3);
    return !edges.length;
  });
  /* The system lays its ground behind each text, whatever lies there. */
  const texts = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && !one.closest("svg")
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const unread = texts.filter((one) => contrast(getComputedStyle(one).color, ground) < 4.5);
  return [...faint, ...edgeless, ...unread].map((one) => one.outerHTML.slice(0, 160));
}"""

#: Fields and buttons whose edge differs too little from what lies around or in them: 3:1 (WCAG 1.4.11).
EDGES = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const isClear = (box) => /^rgba.*, 0[)]$/.test(getComputedStyle(box).backgroundColor);
  const ground = (one) => {
    let under = one;
    while (under.parentElement && isClear(under)) under = under.parentElement;
    return isClear(under) ? "rgb(255, 255, 255)" : getComputedStyle(under).backgroundColor;
  };
  const fields = [...document.querySelectorAll("input, select, textarea, button, .button")]
    .filter((one) => one.checkVisibility() && !["checkbox", "radio"].includes(one.type));
  return fields.filter((one) => {
    const style = getComputedStyle(one);
    const edge = parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : ground(one);
    const two = [edge, ground(one.parentElement)].map(light);
    return Math.max(...two) / Math.min(...two) < 3;
  }).map((one) => one.outerHTML.slice(0, 160));
}"""


@pytest.fixture(scope="module")
def own_colours(browser: Browser) -> Iterator[Page]:
    """A window with the colours of the system and less motion."""
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "jasenet/", "sv/utbud/"])
def test_fields_and_buttons_have_an_edge(window: Page, address: str, path: str, scheme: str) -> None:
    window.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for width in (320, 1280):
        window.set_viewport_size({"width": width, "height": 800})
        window.goto(address + path)
        assert window.evaluate(EDGES) == []
    near = "#304050" if scheme == "dark" or not path else "#bbbbbb"  # all fields of the home page stand on the night
    window.add_style_tag(content=f"input, button, .button {{border-color: {near} !important}}")
    assert window.evaluate(EDGES) != [], "the planted fault is not seen"


def test_planted_motion_is_seen(lax_page: Page, address: str) -> None:
    lax_page.emulate_media(reduced_motion="reduce")
    lax_page.goto(address)
    lax_page.add_style_tag(content="html {scroll-behavior: smooth !important}")
    assert lax_page.evaluate(MOVING) != []


@pytest.mark.parametrize(("kind", "language"), SAMPLE)
def test_the_systems_own_colours_hide_nothing_and_nothing_moves(
    own_colours: Page, address: str, site: Path, kind: str, language: Language
) -> None:
    own_colours.goto(address + path_of(kind, language, site))
    assert own_colours.evaluate("matchMedia('(prefers-reduced-motion)').matches"), "the state was not reached"
    assert own_colours.evaluate(MOVING) == []
    for scheme in ("light", "dark"):
        own_colours.emulate_media(color_scheme=scheme)
        assert own_colours.evaluate("matchMedia('(forced-colors: active)').matches"), "the state was not reached"
        assert own_colours.evaluate(UNSEEN) == [], scheme


@pytest.mark.parametrize(
    "fault",
    [
        "main svg * {fill: Canvas !important; stroke: Canvas !important}",
        ".menu-button {border: 0 !important}",
        "main a {color: Canvas !important}",
    ],
)
def test_planted_loss_of_colour_is_seen(lax_page: Page, address: str, fault: str) -> None:
    lax_page.set_viewport_size({"width": 320, "height": 700})
    lax_page.emulate_media(forced_colors="active")
    lax_page.goto(address + "alueet/")
    assert lax_page.evaluate(UNSEEN) == []
    lax_page.add_style_tag(content=fault)
    assert lax_page.evaluate(UNSEEN) != []
