"""Where a pilot stands today."""

import datetime
from typing import Final

from ecosystem.kinds.pilots.model import Pilot, PilotStatus
from ecosystem.kinds.standing import Standing, has_lapsed

#: The states in which something is still expected to happen.
_OPEN: Final = (PilotStatus.PLANNED, PilotStatus.ACTIVE)


def pilot_standing(pilot: Pilot, today: datetime.date) -> Standing:
    """Return where *pilot* stands: its period may be over without a report of how it ended."""
    end = pilot.period.end.last_day if pilot.period and pilot.period.end else None
    lapsed = has_lapsed(pilot.status in _OPEN, pilot.status_date, end, today)
    return Standing(pilot.status, "standing.period_over" if lapsed else None)
