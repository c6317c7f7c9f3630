"""The growth of a number: no point claims more than its reading."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

import pytest

from ecosystem.kinds.action_plan.growth import Growth, growth_chart, growth_of
from ecosystem.kinds.action_plan.model import ActionPlan, Comparator, Dating, Indicator, Reading
from ecosystem.pages.charts.line import Line
from rendering import make_site, read_ecosystem

ECOSYSTEM = read_ecosystem()
MEMBERS = growth_of(ECOSYSTEM, "members")
assert MEMBERS is not None
INDICATOR: Indicator = MEMBERS.indicator
READING: Reading = MEMBERS.readings[0]
EDITION = make_site(ECOSYSTEM).editions["en"]


def reading(day: str, value: int | str, **fields: object) -> Reading:
    given = {"date": datetime.date.fromisoformat(day), "value": Decimal(value), **fields}
    return READING.model_copy(update=given)


def test_an_open_number_is_an_open_point_and_an_undated_source_a_broken_line() -> None:
    assert MEMBERS is not None
    drawing = growth_chart(EDITION, "members-growth", MEMBERS, "en/members/").drawing
    assert isinstance(drawing, Line)
    readings = [point.reading for point in drawing.points]
    assert [(int(one.value), one.open_ended, one.estimated) for one in readings] == [
        (222, False, False),
        (250, True, True),
    ]


def test_a_number_without_readings_has_no_growth() -> None:
    assert growth_of(ECOSYSTEM, "no-such-indicator") is None
    assert growth_of(ECOSYSTEM.with_records(action_plan={}), "members") is None


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ([reading("2025-03-03", 222)], "Member organisations: 222."),
        ([reading("2025-03-03", 222), reading("2026-03-03", 300)], "Member organisations: up from 222 to 300."),
        ([reading("2025-03-03", 300), reading("2026-03-03", 222)], "Member organisations: down from 300 to 222."),
        (
            [reading("2025-03-03", 222), reading("2026-03-03", 250, comparator=Comparator.OVER)],
            "Member organisations: up from 222 to over 250.",
        ),
        (
            [reading("2025-03-03", 250, comparator=Comparator.OVER), reading("2026-03-03", 260)],
            "Member organisations: first over 250, most recently 260.",
        ),
        (
            [reading("2025-03-03", 222), reading("2026-03-03", 222)],
            "Member organisations: first 222, most recently 222.",
        ),
    ],
)
def test_the_finding_says_no_more_than_the_readings(readings: Sequence[Reading], said: str) -> None:
    assert growth_chart(EDITION, "members-growth", Growth(INDICATOR, readings), "en/members/").finding == said


def test_readings_of_several_plans_make_one_line() -> None:
    plan = ECOSYSTEM.of(ActionPlan)["2025"]
    later = INDICATOR.model_copy(
        update={"readings": (reading("2026-12-01", 270, dating=Dating.STATED, comparator=Comparator.EXACTLY),)}
    )
    metric = plan.metrics[0].model_copy(update={"indicators": (later,)})
    next_plan = plan.model_copy(update={"id": "2026", "metrics": (metric,)})
    growth = growth_of(ECOSYSTEM.with_records(action_plan={**ECOSYSTEM.of(ActionPlan), "2026": next_plan}), "members")
    assert growth is not None
    assert [one.value for one in growth.readings] == [222, 250, 270]
