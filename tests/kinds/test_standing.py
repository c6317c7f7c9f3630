"""A state whose time has run out without a report is not shown as if it still held."""

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.action_plan.standing import measure_standing
from ecosystem.kinds.pilots.model import Pilot, PilotStatus
from ecosystem.kinds.pilots.standing import pilot_standing
from ecosystem.kinds.standing import Standing
from ecosystem.kinds.workgroups.model import Task, TaskStatus, Workgroup
from ecosystem.kinds.workgroups.standing import task_standing, workgroup_standing
from rendering import render_all, site_of, words
from workbench import FULL
from yaml_files import read_yaml

NOW = datetime.date(2026, 11, 22)
TEXT = {"fi": "Teksti", "sv": "Text", "en": "Text"}


def pilot(status: str, status_date: str, results: bool = False) -> Pilot:
    values = {
        "id": "kokeilu",
        "name": TEXT,
        "organiser": "hus",
        "summary": TEXT,
        "status": status,
        "status_date": status_date,
        "period": {"start": "2025-01", "end": "2025"},
        "results": TEXT if results else None,
        "updated": "2025-03-07",
        "sources": [{"url": "https://example.org/"}],
    }
    return Pilot.model_validate({name: value for name, value in values.items() if value is not None})


def group(deadline: str | None, status: str = "started", term_end: str | None = None) -> Workgroup:
    values = {
        "id": "ryhma",
        "name": TEXT,
        "summary": TEXT,
        "status": "active",
        "status_date": "2025-03-07",
        "tasks": [{"title": TEXT, "status": status} | ({"deadline": deadline} if deadline else {})],
        "updated": "2025-03-07",
        "sources": [{"url": "https://example.org/"}],
    }
    return Workgroup.model_validate(values | ({"term": {"end": term_end}} if term_end else {}))


@pytest.mark.parametrize(
    ("one", "lapsed"),
    [
        (pilot("active", "2025-03-07"), "standing.period_over_no_result"),
        (pilot("planned", "2025-03-07"), "standing.period_over_no_result"),
        (pilot("active", "2025-03-07", results=True), "standing.period_over"),
        (pilot("ended", "2025-03-07"), None),
        (pilot("active", "2026-02-01"), None),  # reported as active after the planned end: it was prolonged
    ],
)
def test_a_pilot_whose_period_is_over_says_so_unless_something_newer_is_known(one: Pilot, lapsed: str | None) -> None:
    assert pilot_standing(one, NOW) == Standing(one.status, lapsed)


def test_a_pilot_is_active_until_the_last_day_of_its_period() -> None:
    one = pilot("active", "2025-03-07")
    assert pilot_standing(one, datetime.date(2025, 12, 31)) == Standing(PilotStatus.ACTIVE)
    assert pilot_standing(one, datetime.date(2026, 1, 1)).lapsed


@pytest.mark.parametrize(
    ("one", "lapsed"),
    [
        (group("2025-12-31"), "standing.task_late"),
        (group("2025-12-31", status="not-reported"), "standing.task_late"),
        (group("2025-12-31", status="done"), None),
        (group("2027-12-31"), None),
        (group(None), None),
    ],
)
def test_a_task_whose_deadline_has_passed_says_so(one: Workgroup, lapsed: str | None) -> None:
    task: Task = one.tasks[0]
    assert task_standing(task, one, NOW) == Standing(TaskStatus(task.status), lapsed)


def test_a_group_whose_term_is_over_says_so() -> None:
    assert workgroup_standing(group(None, term_end="2025-12-31"), NOW).lapsed == "workgroup.term_over"
    assert workgroup_standing(group(None), NOW).lapsed is None


def test_a_measure_is_as_last_reported_until_the_plan_s_year_is_over() -> None:
    site = site_of(FULL.data)
    plan = site.ecosystem.of(ActionPlan)["2025"]
    measure = plan.focus_areas[0].parts[0].measures[0]
    assert measure_standing(measure, plan, datetime.date(2025, 12, 31)).lapsed is None
    assert measure_standing(measure, plan, datetime.date(2026, 1, 1)).lapsed == "standing.measure_started"


def test_the_page_of_a_pilot_names_the_last_known_state_with_its_date(tmp_path: Path) -> None:
    pages = render_all(site_of(FULL.data, NOW), tmp_path)
    records = read_yaml(FULL.data / "pilots.yaml")
    for record in records:
        page = BeautifulSoup(pages[f"en/pilots/{record['id']}/"], "html5lib")
        assert "period over, result not reported last known: active, 7 March 2025" in words(page, "dl.facts")
        assert not page.select("main .tag--good")
