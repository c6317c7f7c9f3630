"""Clock times: from when to when something lasts, on one day, through the night or day after day, in its time zone."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import Field

from ecosystem.records.record import Part
from ecosystem.records.values import ClockTime, EndTime

#: Hours that end on the next day may be as long as this without a day of their end: 18:00 to 02:00 is an evening,
#: 15:30 to 09:00 the two times in the wrong order.
LONGEST_NIGHT: Final = datetime.timedelta(hours=12)

_DAY: Final = datetime.timedelta(days=1)


class Hours(Part):
    """From when to when on a day; an end that is not later than the start is on the next day."""

    start: ClockTime = Field(description="When it starts.")
    end: EndTime | None = Field(None, description="When it ends; 24:00, or a time before the start, is next day's.")

    @property
    def over_midnight(self) -> bool:
        """Whether it ends on the day after that on which it starts."""
        return self.end is not None and self.end <= self.start


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time without a break: from its first to its last day, whole days when it has no hours."""

    first: datetime.date
    last: datetime.date
    hours: Hours | None

    def instants(self, zone: datetime.tzinfo) -> tuple[datetime.datetime, datetime.datetime] | None:
        """Return when it starts and ends in *zone*; None for whole days. Without an end it ends as it starts."""
        if self.hours is None:
            return None
        end_day = self.last + _DAY if self.first == self.last and self.hours.over_midnight else self.last
        start = datetime.datetime.combine(self.first, self.hours.start, zone)
        return start, datetime.datetime.combine(end_day, self.hours.end or self.hours.start, zone)

    @property
    def day_after(self) -> datetime.date:
        """The day after the last one: calendars leave the end of whole days out."""
        return self.last + _DAY

    def elsewhere(self, zone: datetime.tzinfo, there: datetime.tzinfo) -> "Stretch":
        """Return the same time, whose hours are those of *zone*, by the clocks *there*."""
        ends = self.instants(zone)
        if self.hours is None or ends is None:
            return self
        start, end = (moment.astimezone(datetime.UTC).astimezone(there) for moment in ends)
        last = start.date() if end - start < _DAY else end.date()
        return Stretch(start.date(), last, Hours(start=start.time(), end=end.time() if self.hours.end else None))


@dataclass(frozen=True, slots=True)
class Run:
    """Stretches on following days with the same hours, which are said once; `daily` tells that there are several."""

    first: datetime.date
    last: datetime.date
    hours: Hours | None
    daily: bool


def runs(stretches: Iterable[Stretch]) -> tuple[Run, ...]:
    """Return *stretches* with those put together that differ in their days alone."""
    joined: list[Run] = []
    for one in stretches:
        before = joined[-1] if joined else None
        if before and one.hours and before.hours == one.hours and one.first - before.last == _DAY:
            joined[-1] = Run(before.first, one.last, one.hours, daily=True)
        else:
            joined.append(Run(one.first, one.last, one.hours, daily=False))
    return tuple(joined)


def clock_fault(moment: datetime.datetime) -> Literal["missing", "twice"] | None:
    """Return what a change of the clocks does to *moment* in its time zone: there is none such, or there are two."""
    again = moment.astimezone(datetime.UTC).astimezone(moment.tzinfo)
    if again.replace(tzinfo=None) != moment.replace(tzinfo=None):
        return "missing"
    return "twice" if moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset() else None


def is_too_long_a_night(hours: Hours) -> bool:
    """Tell whether *hours* go over midnight for so long that the two times rather stand in the wrong order."""
    if hours.end is None or not hours.over_midnight:
        return False
    day = datetime.date(2000, 1, 1)
    start, end = datetime.datetime.combine(day, hours.start), datetime.datetime.combine(day + _DAY, hours.end)
    return end - start > LONGEST_NIGHT
