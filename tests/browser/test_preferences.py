"""What readers ask of their system holds: colours of their own, less motion, and a focus that stands out."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.page_kinds import SAMPLE, path_of
from ecosystem.languages import Language

#: What moves although nothing should: elements whose style animates, fades or scrolls by itself.
MOVING = """() => [document.documentElement, ...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration))
    || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 120))"""

#: With the system's own colours: drawn shapes that differ too little from the ground, and boxes that lost their edge.
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
  return [...faint, ...edgeless].map((one) => one.outerHTML.slice(0, 160));
}"""

#: The contrast of the ring around what is in focus, with what lies around it.
RING = """(selector) => {
  const one = document.querySelector(selector);
  one.focus();
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const isClear = (box) => /^rgba.*, 0[)]$/.test(getComputedStyle(box).backgroundColor);
  let under = one.parentElement;
  while (under.parentElement && isClear(under)) under = under.parentElement;
  const ground = isClear(under) ? "rgb(255, 255, 255)" : getComputedStyle(under).backgroundColor;
  const two = [getComputedStyle(one).outlineColor, ground].map(light);
  return Math.max(...two) / Math.min(...two);
}"""


@pytest.mark.parametrize(("kind", "language"), SAMPLE)
def test_nothing_moves_for_who_asked_for_less_motion(
    page: Page, address: str, site: Path, kind: str, language: Language
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path_of(kind, language, site))
    assert page.evaluate(MOVING) == []


def test_planted_motion_is_seen(lax_page: Page, address: str) -> None:
    lax_page.emulate_media(reduced_motion="reduce")
    lax_page.goto(address)
    lax_page.add_style_tag(content="html {scroll-behavior: smooth !important}")
    assert lax_page.evaluate(MOVING) != []


@pytest.mark.parametrize(("kind", "language"), SAMPLE)
def test_the_systems_own_colours_hide_nothing(
    page: Page, address: str, site: Path, kind: str, language: Language
) -> None:
    page.goto(address + path_of(kind, language, site))
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches"), "the state was not reached"
        assert page.evaluate(UNSEEN) == [], scheme


@pytest.mark.parametrize(
    "fault", ["main svg * {fill: Canvas !important; stroke: Canvas !important}", ".menu-button {border: 0 !important}"]
)
def test_planted_loss_of_colour_is_seen(lax_page: Page, address: str, fault: str) -> None:
    lax_page.set_viewport_size({"width": 320, "height": 700})
    lax_page.emulate_media(forced_colors="active")
    lax_page.goto(address + "alueet/")
    assert lax_page.evaluate(UNSEEN) == []
    lax_page.add_style_tag(content=fault)
    assert lax_page.evaluate(UNSEEN) != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "selector",
    [".skip-link", ".brand", ".languages a", ".main-menu a", "main a", ".filter-bar input", ".site-footer a"],
)
def test_the_ring_around_the_focus_stands_out(lax_page: Page, address: str, selector: str, scheme: str) -> None:
    lax_page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    lax_page.goto(address + "jasenet/")
    assert lax_page.evaluate(RING, selector) >= 3
    lax_page.add_style_tag(content="* {outline-color: gray !important}")
    lax_page.emulate_media(color_scheme="light")
    lax_page.add_style_tag(content="* {background: #999 !important}")
    assert lax_page.evaluate(RING, selector) < 3, "the planted fault is not seen"
