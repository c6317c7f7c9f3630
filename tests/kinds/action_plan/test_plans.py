"""An action plan as a dashboard, and several plans side by side."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from rendering import render_all, site_of, words
from workbench import FULL
from yaml_files import read_yaml, yaml_text

pytestmark = pytest.mark.slow

PLAN = "en/action-plan/2025/"


def with_second_plan(folder: Path) -> Path:
    """Write the data with a made-up plan for 2026, whose members have grown and whose newsletter is gone."""
    folder.mkdir()
    for file in (FULL.data).glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    [plan] = read_yaml(folder / "action_plan.yaml")
    second = deepcopy(plan) | {"id": "2026", "adopted": "2026-02-01"}
    second["metrics"] = [metric for metric in second["metrics"] if metric["id"] != "newsletter-reach"]
    [members] = [one for metric in second["metrics"] for one in metric.get("indicators", []) if one["id"] == "members"]
    members["target"]["value"] = "400"
    text = yaml_text([plan, second])
    (folder / "action_plan.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    return BeautifulSoup(render_all(site_of(FULL.data), tmp_path_factory.mktemp("site"))[PLAN], "html5lib")


def test_the_bar_of_all_measures_says_in_words_what_it_shows(page: BeautifulSoup) -> None:
    bar = page.select("#glance .stack")[0]
    counts = [int(number) for number in re.findall(r": (\d+)", str(bar["aria-label"]))]
    measures = page.select("li.measure")
    assert sum(counts) == len(measures) > 0
    assert [int(number.get_text()) for number in bar.select("text")] == counts
    widths = [float(str(part["width"]).removesuffix("%")) for part in bar.select("rect")]
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_a_metric_without_a_value_says_that_it_is_not_known(page: BeautifulSoup) -> None:
    shown = words(page, "#satisfaction")
    assert "no information" in shown and "at least 4 (mean, scale 1–5), by 31 December 2025" in shown
    assert not page.select("#satisfaction svg")


def test_a_metric_says_whether_it_is_declared_or_computed(page: BeautifulSoup) -> None:
    assert "declared, undated source" in words(page, "#members")
    assert "this site has no information on the result" in words(page, "#member-events")


def test_the_trend_has_a_sentence_and_a_table(page: BeautifulSoup) -> None:
    assert words(page, "#members .chart__finding") == "Member organisations: up from 222 to over 250."
    assert len(page.select("#members .line circle")) == len(page.select("#members details tbody tr")) == 2


def test_a_document_that_all_measures_of_a_part_rest_on_is_named_once(page: BeautifulSoup) -> None:
    for part in page.select("section.part"):
        named = [link["href"] for link in part.select(".source:not(.measure__later .source) a")]
        assert len(named) == len(set(named))


def test_no_style_attribute_and_no_inline_script_is_used(page: BeautifulSoup) -> None:
    assert not page.select("[style]")
    assert all(script.get("src") or script.get("type") == "application/ld+json" for script in page.select("script"))


def test_one_plan_has_no_comparison_and_two_stand_side_by_side(tmp_path: Path) -> None:
    one = BeautifulSoup(render_all(site_of(FULL.data), tmp_path / "one")["en/action-plan/"], "html5lib")
    assert not one.select("main thead th:-soup-contains('2025')") and one.select("main section#metrics .metric")
    site = site_of(with_second_plan(tmp_path / "data"))
    two = BeautifulSoup(render_all(site, tmp_path / "two")["en/action-plan/"], "html5lib")
    assert [cell.get_text() for cell in two.select("thead th")] == ["Metric", "2026", "2025"]
    rows = {words(row, "th"): row.select("td") for row in two.select("tbody tr")}
    latest, earlier = (cell.get_text() for cell in rows["Member organisations"])
    assert "at least 400" in latest and "at least 250" in earlier
    assert rows["Newsletter recipients"][0].get_text() == "not in this plan"
