"""Where a working group and its tasks stand today."""

import datetime
from typing import Final

from ecosystem.kinds.standing import Standing, has_lapsed
from ecosystem.kinds.workgroups.model import Task, TaskStatus, Workgroup, WorkgroupStatus

#: The states in which something is still expected to happen.
_OPEN: Final = (WorkgroupStatus.PLANNED, WorkgroupStatus.ACTIVE)
_OPEN_TASKS: Final = (TaskStatus.PLANNED, TaskStatus.STARTED, TaskStatus.NOT_REPORTED)


def workgroup_standing(group: Workgroup, today: datetime.date) -> Standing:
    """Return where *group* stands: its term may be over."""
    end = group.term.end.last_day if group.term and group.term.end else None
    lapsed = has_lapsed(group.status in _OPEN, group.status_date, end, today)
    return Standing(group.status, "workgroup.term_over" if lapsed else None)


def task_standing(task: Task, group: Workgroup, today: datetime.date) -> Standing:
    """Return where *task* of *group* stands: its deadline may have passed without a report."""
    lapsed = has_lapsed(task.status in _OPEN_TASKS, group.status_date, task.deadline, today)
    return Standing(task.status, "standing.task_late" if lapsed else None)
