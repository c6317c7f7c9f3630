"""The growth of a number: no point claims more than its reading."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

import pytest

from ecosystem.kinds.action_plan.growth import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, draw, growth_of
from ecosystem.kinds.action_plan.model import ActionPlan, Comparator, Dating, Indicator, Reading
from rendering import read_ecosystem

ECOSYSTEM = read_ecosystem()
MEMBERS = growth_of(ECOSYSTEM, "members")
assert MEMBERS is not None
INDICATOR: Indicator = MEMBERS.indicator
READING: Reading = MEMBERS.points[0].reading


def reading(day: str, value: int | str, **fields: object) -> Reading:
    given = {"date": datetime.date.fromisoformat(day), "value": Decimal(value), **fields}
    return READING.model_copy(update=given)


def test_an_open_number_is_an_open_point_and_an_undated_source_a_broken_line() -> None:
    assert MEMBERS is not None
    assert [(int(point.reading.value), point.open_ended, point.undated) for point in MEMBERS.points] == [
        (222, False, False),
        (250, True, True),
    ]


def test_a_number_without_readings_has_no_growth() -> None:
    assert growth_of(ECOSYSTEM, "no-such-indicator") is None
    assert growth_of(ECOSYSTEM.with_records(action_plan={}), "members") is None


@pytest.mark.parametrize(
    "readings",
    [
        [reading("2025-03-03", 222)],
        [reading("2025-03-03", 0)],
        [reading("2025-03-03", 222), reading("2025-03-04", 999_999)],
        [reading("2025-01-01", "3.5"), reading("2026-01-01", "4.25"), reading("2027-01-01", "0.5")],
    ],
)
def test_every_point_lies_inside_the_drawing(readings: Sequence[Reading]) -> None:
    growth = draw(INDICATOR.model_copy(update={"target": None}), readings)
    for point in growth.points:
        assert LEFT < point.x < WIDTH - RIGHT
        assert TOP <= point.y <= HEIGHT - BOTTOM
    assert growth.scale[0].value == 0
    assert growth.scale[-1].value >= max(one.value for one in readings)


def test_higher_values_stand_higher_and_later_days_further_right() -> None:
    growth = draw(INDICATOR, [reading("2025-03-03", 222), reading("2026-03-03", 300), reading("2028-03-03", 260)])
    assert [point.x for point in growth.points] == sorted({point.x for point in growth.points})
    assert growth.points[1].y < growth.points[2].y < growth.points[0].y
    assert growth.points[1].x - growth.points[0].x < growth.points[2].x - growth.points[1].x


def test_readings_of_several_plans_make_one_line() -> None:
    plan = ECOSYSTEM.of(ActionPlan)["2025"]
    later = INDICATOR.model_copy(
        update={"readings": (reading("2026-12-01", 270, dating=Dating.STATED, comparator=Comparator.EXACTLY),)}
    )
    metric = plan.metrics[0].model_copy(update={"indicators": (later,)})
    next_plan = plan.model_copy(update={"id": "2026", "metrics": (metric,)})
    growth = growth_of(ECOSYSTEM.with_records(action_plan={**ECOSYSTEM.of(ActionPlan), "2026": next_plan}), "members")
    assert growth is not None
    assert [point.reading.value for point in growth.points] == [222, 250, 270]
