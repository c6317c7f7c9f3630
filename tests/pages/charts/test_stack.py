"""Stacked bars: the segments fill the bar, and every number stands where it can be read."""

from itertools import pairwise

import pytest

from ecosystem.kinds.action_plan.model import MeasureStatus
from ecosystem.pages.charts.lettering import width_of
from ecosystem.pages.charts.stack import NARROWEST, NUMBERS, segments_of

DONE, STARTED, DROPPED, PLANNED = (
    MeasureStatus.DONE,
    MeasureStatus.STARTED,
    MeasureStatus.DROPPED,
    MeasureStatus.PLANNED,
)


@pytest.mark.parametrize("counts", [(1, 5, 1, 30), (1, 1, 1, 997), (997, 1, 1, 1), (10, 10, 10, 10_000), (3, 1, 1, 1)])
def test_segments_fill_the_bar_and_numbers_neither_touch_nor_leave_it(counts: tuple[int, ...]) -> None:
    segments = segments_of(dict(zip((DONE, STARTED, DROPPED, PLANNED), counts, strict=True)))
    assert [segment.count for segment in segments] == list(counts)
    assert sum(segment.width for segment in segments) == pytest.approx(100, abs=0.05)
    half = [50 * width_of(str(segment.count), NUMBERS) / NARROWEST for segment in segments]
    edges = [(segment.label - own, segment.label + own) for segment, own in zip(segments, half, strict=True)]
    assert edges[0][0] >= 0
    assert edges[-1][1] <= 100
    assert all(left[1] < right[0] for left, right in pairwise(edges))


def test_a_number_with_room_stands_above_the_middle_of_its_segment() -> None:
    segments = segments_of({DONE: 1, PLANNED: 1})
    assert [segment.label for segment in segments] == [25, 75]
