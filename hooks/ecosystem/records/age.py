"""When what a source says is old."""

import datetime
from typing import Final

#: After so many days a state that a source gives may have changed: half a year.
OLD_AFTER: Final = datetime.timedelta(days=183)


def is_old(day: datetime.date, today: datetime.date) -> bool:
    """Tell whether what was so on *day*, the date of a source, is old *today*."""
    return today - day > OLD_AFTER
