"""Ids of parts of a plan and of figures are anchors of pages: none may be one that the page has already."""

import re

import pytest

from ecosystem.kinds.action_plan.rules import PLAN_ANCHORS
from ecosystem.kinds.publications.rules import FIGURE_ANCHORS
from workbench import ROOT

#: What the page of every record has.
EVERY_RECORD = ("frame.html", "components/related.html", "components/sources.html")

ANCHOR = re.compile(r'\bid="([a-z-]+)"')


def anchors(*templates: str) -> set[str]:
    """Return the anchors that *templates* have, whatever the data is."""
    texts = [(ROOT / "overrides" / name).read_text(encoding="utf-8") for name in (*EVERY_RECORD, *templates)]
    return {anchor for text in texts for anchor in ANCHOR.findall(text)}


@pytest.mark.parametrize(
    ("templates", "known"),
    [
        (["records/action_plan.html", "parts/action_plan.html"], PLAN_ANCHORS),
        (["records/publications.html", "pages/situation.html"], FIGURE_ANCHORS),
    ],
)
def test_every_anchor_of_the_page_is_known_to_the_check(templates: list[str], known: frozenset[str]) -> None:
    assert anchors(*templates) - known == set()
    assert known - anchors(*templates) == set()
