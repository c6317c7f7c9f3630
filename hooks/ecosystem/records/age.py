"""When what a source says is old."""

import datetime
from typing import Final

#: After so many days a state that a source gives may have changed: half a year.
OLD_AFTER: Final = datetime.timedelta(days=183)


def is_old(day: datetime.date, today: datetime.date) -> bool:
    """Tell whether what was so on *day*, the date of a source, is old *today*."""
    return today - day > OLD_AFTER


def years_later(day: datetime.date, years: int) -> datetime.date:
    """Return the same day so many *years* later; 28 February where the year has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
