"""How often a series meets, and on which days."""

import datetime
from typing import Annotated, ClassVar, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.events.hours import Hours
from ecosystem.kinds.parts import Interval, Weekday
from ecosystem.records.record import Part
from ecosystem.records.values import MOST_ITEMS, Count, Day, EachOnce, Few

#: A rhythm of months on a later day would have none in some of them.
LAST_DAY_OF_ALL_MONTHS: Final = 28

WEEKS_BEGUN_BY_LONG_MONTHS: Final = 5


class SeriesRhythm(Part):
    """How often a series meets.

    With `first` and `until` all days follow from the rhythm, without those that are left out, and the listed sessions
    are its exceptions: one on such a day says more of it or cancels it, one with `instead_of` moves it. Without them
    only the listed sessions have known days.
    """

    expected: ClassVar[str] = "rhythm_shape"

    every: Annotated[Count, Field(ge=1, le=52)] = Field(description="Every how many weeks or months.")
    interval: Interval = Field(description="Weeks or months.")
    weekday: Weekday | None = Field(None, description="On which day of the week.")
    hours: Hours | None = Field(None, description="From when to when.")
    first: Day | None = Field(None, description="The first day, when all days follow from the rhythm.")
    until: Day | None = Field(None, description="The last day on which it can meet.")
    left_out: Annotated[tuple[Day, ...], EachOnce, Few] = Field((), description="Days on which it does not meet.")

    @model_validator(mode="after")
    def _bounded(self) -> "SeriesRhythm":
        if (self.first is None) != (self.until is None):
            raise PydanticCustomError("rhythm_bounds", "first and until go together")
        if self.first is not None and self.until is not None:
            if self.until < self.first:
                raise PydanticCustomError("rhythm_order", "until is before first")
            if self.weekday is not None and list(Weekday).index(self.weekday) != self.first.weekday():
                raise PydanticCustomError("rhythm_weekday", "first is another day of the week")
            if self.interval is Interval.MONTH and self.weekday is None and self.first.day > LAST_DAY_OF_ALL_MONTHS:
                raise PydanticCustomError("rhythm_day_of_month", "not in every month")
            if len(self.all_days()) > MOST_ITEMS:
                raise PydanticCustomError("rhythm_too_long", "too many days", {"limit": MOST_ITEMS})
        return self

    @property
    def week_of_month(self) -> int:
        """Which such weekday of its month `first` is: 1 to 4, or -1 for the last, which a fifth one is."""
        week = (self.first.day + 6) // 7 if self.first else 1
        return -1 if week == WEEKS_BEGUN_BY_LONG_MONTHS else week

    def days(self) -> tuple[datetime.date, ...]:
        """Return the days on which the series meets by its rhythm; none when it has no first day."""
        return tuple(day for day in self.all_days() if day not in self.left_out)

    def spans(self, day: datetime.date) -> bool:
        """Tell whether *day* is between the first and the last day, on which all meetings follow from the rhythm."""
        return self.first is not None and self.until is not None and self.first <= day <= self.until

    def all_days(self) -> tuple[datetime.date, ...]:
        """Return the days of the rhythm with those that are left out."""
        days: list[datetime.date] = []
        number = 0
        while (day := self._day(number)) is not None:
            days.append(day)
            number += self.every
        return tuple(days)

    def _day(self, number: int) -> datetime.date | None:
        """Return the day that is *number* weeks or months after the first; None when it is after the last."""
        if self.first is None or self.until is None:
            return None
        if self.interval is Interval.WEEK:
            day = self.first + datetime.timedelta(weeks=number)
        else:
            years, month = divmod(self.first.month - 1 + number, 12)
            day = self._in_month(self.first, self.first.year + years, month + 1)
        return day if day <= self.until else None

    def _in_month(self, first: datetime.date, year: int, month: int) -> datetime.date:
        if self.weekday is None:
            return datetime.date(year, month, first.day)
        start = datetime.date(year, month, 1)
        days = [start + datetime.timedelta((first.weekday() - start.weekday()) % 7 + 7 * week) for week in range(5)]
        inside = [day for day in days if day.month == month]
        return inside[-1] if self.week_of_month == -1 else inside[self.week_of_month - 1]
