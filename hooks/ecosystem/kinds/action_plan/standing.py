"""Where a measure of a plan stands today."""

import datetime
from typing import Final

from ecosystem.kinds.action_plan.model import ActionPlan, Measure, MeasureStatus
from ecosystem.kinds.standing import Standing, has_lapsed

#: The states in which something is still expected to happen, with the words to show when their time has run out.
_LAPSED: Final = {
    MeasureStatus.PLANNED: "standing.measure_planned",
    MeasureStatus.STARTED: "standing.measure_started",
}


def measure_standing(measure: Measure, plan: ActionPlan, today: datetime.date) -> Standing:
    """Return where *measure* of *plan* stands: the plan's year may be over without a report."""
    end = datetime.date(plan.year, 12, 31)
    lapsed = has_lapsed(measure.status in _LAPSED, measure.status_date, end, today)
    return Standing(measure.status, _LAPSED[measure.status] if lapsed else None)
