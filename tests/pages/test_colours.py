"""The colours of the style sheet: what is read has a contrast of 4.5, what is drawn of 3 (WCAG 1.4.3, 1.4.11)."""

import re
from itertools import pairwise

import pytest

from workbench import ROOT

VALUES = (ROOT / "overrides" / "assets" / "styles" / "values.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6}|var\(--[a-z0-9-]+\));")

BLOCKS = VALUES.partition("@media print")[0].split("@media screen")
LIGHT, DARK, NIGHT = (dict(COLOUR.findall(BLOCKS[0] + block)) for block in ("", *BLOCKS[1:]))
SCHEMES = {"light": LIGHT, "dark": DARK}
#: In which the night stands: its own values take the place of those of the page.
GROUNDS = SCHEMES | {"night": NIGHT}

#: Text and its ground, as the style sheets put them together.
READ = (
    *(("text", ground) for ground in ("page", "raised", "map-1", "map-2")),
    *(("text-quiet", ground) for ground in ("page", "raised")),
    *(("accent", ground) for ground in ("page", "raised")),
    *(("on-accent", ground) for ground in ("accent", "accent-strong", "map-3", "map-4")),
    *((state, f"{state}-bg") for state in ("good", "open", "over")),
)
#: What is drawn, and what it is drawn on.
DRAWN = tuple((mark, ground) for mark in ("accent", "tried", "line-strong", "focus") for ground in ("page", "raised"))
STATES = tuple((f"state-{state}", "page") for state in ("done", "started"))
#: The states of a bar in their order; each stands beside the next.
NEIGHBOURS = ("state-done", "state-started", "state-dropped")


def light(scheme: dict[str, str], name: str) -> float:
    value = scheme[name]
    while value.startswith("var"):
        value = scheme[value[6:-1]]
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05


def contrast(scheme: dict[str, str], one: str, other: str) -> float:
    darker, lighter = sorted((light(scheme, one), light(scheme, other)))
    return lighter / darker


@pytest.mark.parametrize("scheme", GROUNDS)
def test_what_is_read_and_drawn_has_contrast(scheme: str) -> None:
    colours = GROUNDS[scheme]
    low = [pair for pair in READ if contrast(colours, *pair) < 4.5]
    drawn = (*DRAWN, *(STATES if scheme in SCHEMES else ()))
    assert low + [pair for pair in drawn if contrast(colours, *pair) < 3] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_neighbours_in_a_bar_differ(scheme: str) -> None:
    colours = SCHEMES[scheme]
    pairs = (*pairwise(NEIGHBOURS), ("state-started", "state-planned"), ("state-done", "state-planned"))
    assert [pair for pair in pairs if contrast(colours, *pair) < 3] == []


@pytest.mark.parametrize("scheme", GROUNDS)
def test_steps_of_the_map_go_one_way(scheme: str) -> None:
    steps = [light(GROUNDS[scheme], f"map-{step}") for step in range(1, 5)]
    assert steps == sorted(steps, reverse=scheme == "light")
    assert all(max(pair) / min(pair) > 1.3 for pair in pairwise(steps))


def test_contrast_of_black_and_white() -> None:
    assert round(contrast({"a": "#000000", "b": "#ffffff"}, "a", "b"), 2) == 21


@pytest.mark.parametrize("scheme", SCHEMES)
def test_tints_of_focus_areas_differ_and_words_on_them_can_be_read(scheme: str) -> None:
    colours = SCHEMES[scheme]
    tints = [name for name in colours if name.startswith("area-")]
    assert len({colours[name] for name in tints}) == len(tints) == 6
    assert [name for name in tints if contrast(colours, "text", name) < 4.5] == []
    assert all(contrast(colours, "line-strong", ground) >= 3 for ground in ("page", "raised"))
