"""Where something stands today: its last known state, and whether its time has run out since then.

A state in the data is true on the day of its source. When the time set for the thing has passed and nothing newer
has been reported, a page must not show that state as if it still held; it says that the outcome is not known here.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ecosystem.model.action_plan import ActionPlan, Measure, MeasureStatus
from ecosystem.model.pilot import Pilot, PilotStatus
from ecosystem.model.workgroup import Task, TaskStatus, Workgroup, WorkgroupStatus

#: The states in which something is still expected to happen.
_OPEN: Final[frozenset[StrEnum]] = frozenset(
    {
        PilotStatus.PLANNED,
        PilotStatus.ACTIVE,
        WorkgroupStatus.PLANNED,
        WorkgroupStatus.ACTIVE,
        MeasureStatus.PLANNED,
        MeasureStatus.STARTED,
        TaskStatus.PLANNED,
        TaskStatus.STARTED,
        TaskStatus.NOT_REPORTED,
    }
)

_LAPSED_MEASURES: Final = {
    MeasureStatus.PLANNED: "standing.measure_planned",
    MeasureStatus.STARTED: "standing.measure_started",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A state as far as it is known; `lapsed` is the key of the words to show when its time has run out."""

    value: StrEnum
    lapsed: str | None = None


def pilot_standing(pilot: Pilot, today: datetime.date) -> Standing:
    """Return where *pilot* stands: its period may be over without a report of how it ended."""
    end = pilot.period.end.last_day if pilot.period and pilot.period.end else None
    if not _has_lapsed(pilot.status, pilot.status_date, end, today):
        return Standing(pilot.status)
    return Standing(pilot.status, "standing.period_over" if pilot.results else "standing.period_over_no_result")


def workgroup_standing(group: Workgroup, today: datetime.date) -> Standing:
    """Return where *group* stands: its term may be over."""
    end = group.term.end.last_day if group.term and group.term.end else None
    lapsed = _has_lapsed(group.status, group.status_date, end, today)
    return Standing(group.status, "workgroup.term_over" if lapsed else None)


def task_standing(task: Task, group: Workgroup, today: datetime.date) -> Standing:
    """Return where *task* of *group* stands: its deadline may have passed without a report."""
    lapsed = _has_lapsed(task.status, group.status_date, task.deadline, today)
    return Standing(task.status, "standing.task_late" if lapsed else None)


def measure_standing(measure: Measure, plan: ActionPlan, today: datetime.date) -> Standing:
    """Return where *measure* of *plan* stands: the plan's year may be over without a report."""
    words = _LAPSED_MEASURES.get(measure.status)
    lapsed = _has_lapsed(measure.status, measure.status_date, datetime.date(plan.year, 12, 31), today)
    return Standing(measure.status, words if lapsed else None)


def _has_lapsed(state: StrEnum, known_on: datetime.date, end: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether *end* has passed for an open *state* of which nothing newer than *end* is known."""
    return state in _OPEN and end is not None and known_on <= end < today
