"""A figure in running text agrees with the data: how many members, pilots, measures and so on there are."""

import shutil
from pathlib import Path

import pytest

from ecosystem.ground.languages import Language
from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check, load_and_check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.site.prose_figures import contradictions, known_figures, wrong_figures
from workbench import FULL


@pytest.fixture(scope="module")
def ecosystem() -> Ecosystem:
    data, problems = check(FULL.data, KINDS)
    assert data is not None, problems
    return data


def test_a_figure_on_a_page_that_the_data_has_not_is_said_at_its_line(tmp_path: Path) -> None:
    docs = shutil.copytree(FULL.docs, tmp_path / "docs")
    with (docs / "fi" / "press.md").open("a", encoding="utf-8") as page:
        page.write("\nEkosysteemissä on 9999 jäsentä.\n")
    lines = (docs / "fi" / "press.md").read_text(encoding="utf-8").count("\n")
    (problem,) = wrong_figures(load_and_check(FULL.data, KINDS)[0], docs)
    assert (problem.place.file, problem.place.line) == ((docs / "fi" / "press.md").as_posix(), lines)
    assert problem.details["found"] == "9999 jäsentä"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Ekosysteemissä on 9 999 jäsentä."),
        ("sv", "Planen har elva prioriterade områden."),
        ("en", "Eleven pilots are under way."),
        ("en", "The newsletter has 7 recipients."),
    ],
)
def test_a_wrong_figure_is_noticed(language: Language, text: str, ecosystem: Ecosystem) -> None:
    assert len(list(contradictions(text, language, known_figures(ecosystem)))) == 1


def test_a_right_figure_is_let_through(ecosystem: Ecosystem) -> None:
    plan = next(iter(ecosystem.of(ActionPlan).values()))
    text = f"The plan has {len(plan.focus_areas)} focus areas and {len(plan.metrics)} metrics."
    assert list(contradictions(text, "en", known_figures(ecosystem))) == []
