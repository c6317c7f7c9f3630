"""Lines over time: no point claims more than its reading."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

import pytest

from ecosystem.pages.charts.line import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Reading, draw_line


def reading(day: str, value: int | str) -> Reading:
    return Reading(datetime.date.fromisoformat(day), Decimal(value), str(value), open_ended=False, estimated=False)


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
    line = draw_line(readings)
    for point in line.points:
        assert LEFT < point.x < WIDTH - RIGHT
        assert TOP <= point.y <= HEIGHT - BOTTOM
    assert line.scale[0].value == 0
    assert line.scale[-1].value >= max(one.value for one in readings)


def test_higher_values_stand_higher_and_later_days_further_right() -> None:
    line = draw_line([reading("2025-03-03", 222), reading("2026-03-03", 300), reading("2028-03-03", 260)])
    assert [point.x for point in line.points] == sorted({point.x for point in line.points})
    assert line.points[1].y < line.points[2].y < line.points[0].y
    assert line.points[1].x - line.points[0].x < line.points[2].x - line.points[1].x


def test_numbers_that_would_touch_leave_room_for_each_other_and_a_year_stands_once() -> None:
    line = draw_line([reading(f"2025-0{month}-01", month) for month in range(1, 10)])
    assert [point.reading.value for point in line.points if point.has_words][-1] == 9
    assert sum(point.has_words for point in line.points) < 7
    assert [point.has_year for point in line.points] == [True] + 8 * [False]
