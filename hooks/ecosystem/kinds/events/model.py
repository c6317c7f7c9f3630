"""Events: single ones with a date, and series with a rhythm whose sessions are listed when they are known."""

import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.parts import Interval, LinkedTitle, SourcedRecord, Weekday
from ecosystem.kinds.references import MemberId, NetworkId, PilotId, RegionId, WorkgroupId
from ecosystem.records.record import Languages, Part
from ecosystem.records.texts import Prose, SomeProse, SomeTitle, Title
from ecosystem.records.values import MOST_ITEMS, ClockTime, Count, Day, EachOnce, Few, Url


class EventHost(StrEnum):
    """Who arranges the event."""

    ECOSYSTEM = "ecosystem"
    MEMBER = "member"
    RELATED = "related"


class EventForm(StrEnum):
    """How one takes part."""

    ONLINE = "online"
    ON_SITE = "on-site"
    HYBRID = "hybrid"


class EventState(StrEnum):
    """Whether the event takes place as planned."""

    SCHEDULED = "scheduled"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Hours(Part):
    """From when to when on the day, in Helsinki time."""

    start: ClockTime = Field(description="When it starts.")
    end: ClockTime | None = Field(None, description="When it ends.")

    @model_validator(mode="after")
    def _in_order(self) -> "Hours":
        if self.end is not None and self.end <= self.start:
            raise PydanticCustomError("hours_order", "ends before it starts")
        return self


class Session(Part):
    """One known meeting of a series."""

    date: Day = Field(description="The day.")
    instead_of: Day | None = Field(None, description="The day first announced, when the session was moved from it.")
    hours: Hours | None = Field(None, description="The hours, when they differ from the series'.")
    title: SomeTitle | None = Field(None, description="The topic.")
    state: EventState = Field(EventState.SCHEDULED, description="Whether it takes place as planned.")
    recording: Url | None = Field(None, description="The recording.")

    @property
    def planned_day(self) -> datetime.date:
        """The day first announced. It names the session for good, wherever it is moved."""
        return self.instead_of or self.date


class SeriesRhythm(Part):
    """How often a series meets.

    With `first` and `until` all days follow from the rhythm, and the listed sessions are its exceptions:
    one on such a day says more of it or cancels it, one with `instead_of` moves it. Without them only the
    listed sessions have known days.
    """

    expected: ClassVar[str] = "rhythm_shape"

    every: Annotated[Count, Field(ge=1, le=52)] = Field(description="Every how many weeks or months.")
    interval: Interval = Field(description="Weeks or months.")
    weekday: Weekday | None = Field(None, description="On which day of the week.")
    hours: Hours | None = Field(None, description="From when to when.")
    first: Day | None = Field(None, description="The first day, when all days follow from the rhythm.")
    until: Day | None = Field(None, description="The last day on which it can meet.")

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
            if len(self.days()) > MOST_ITEMS:
                raise PydanticCustomError("rhythm_too_long", "too many days", {"limit": MOST_ITEMS})
        return self

    @property
    def week_of_month(self) -> int:
        """Which such weekday of its month `first` is: 1 to 4, or -1 for the last, which a fifth one is."""
        week = (self.first.day + 6) // 7 if self.first else 1
        return -1 if week == WEEKS_BEGUN_BY_LONG_MONTHS else week

    def days(self) -> tuple[datetime.date, ...]:
        """Return the days on which the series meets by its rhythm; none when it has no first day."""
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


#: A rhythm of months on a later day would have none in some of them.
LAST_DAY_OF_ALL_MONTHS: Final = 28

WEEKS_BEGUN_BY_LONG_MONTHS: Final = 5


class Event(SourcedRecord):
    """Something one can attend: `date` makes it a single event, `rhythm` a series."""

    name: Title = Field(description="The name in each language.")
    summary: Prose = Field(description="What it is, in a sentence or two.")
    description: SomeProse | None = Field(None, description="What it is, at length.")
    date: Day | None = Field(None, description="The day of a single event.")
    end_date: Day | None = Field(None, description="The last day of an event of several days.")
    hours: Hours | None = Field(None, description="The hours of a single event.")
    rhythm: SeriesRhythm | None = Field(None, description="How often a series meets.")
    sessions: Annotated[tuple[Session, ...], Few] = Field((), description="The known sessions of a series.")
    announced: Day | None = Field(None, description="When it was announced; subscribers are told of it from then on.")
    state: EventState = Field(EventState.SCHEDULED, description="Whether it takes place as planned.")
    host: EventHost = Field(description="Who arranges it.")
    organisers: Annotated[tuple[MemberId, ...], EachOnce, Few] = Field((), description="Members that arrange it.")
    network: NetworkId | None = Field(None, description="The related network that arranges it.")
    form: EventForm | None = Field(None, description="How one takes part.")
    place: SomeTitle | None = Field(None, description="Where it is.")
    languages: Languages = Field((), description="The languages spoken.")
    url: Url | None = Field(None, description="The event's own page.")
    registration: Url | None = Field(None, description="Where one registers.")
    recording: Url | None = Field(None, description="The recording.")
    materials: Annotated[tuple[LinkedTitle, ...], Few] = Field((), description="Slides and documents.")
    regions: Annotated[tuple[RegionId, ...], EachOnce, Few] = Field((), description="Regions that it concerns.")
    pilots: Annotated[tuple[PilotId, ...], EachOnce, Few] = Field((), description="Pilots that it concerns.")
    workgroups: Annotated[tuple[WorkgroupId, ...], EachOnce, Few] = Field((), description="Groups it concerns.")

    @model_validator(mode="after")
    def _single_or_series(self) -> "Event":
        if (self.date is None) == (self.rhythm is None):
            raise PydanticCustomError("event_shape", "either a date or a rhythm")
        if self.date is None and (self.end_date or self.hours):
            raise PydanticCustomError("event_series_shape", "a series has no date of its own")
        if self.date is not None and self.sessions:
            raise PydanticCustomError("event_single_shape", "a single event has no sessions")
        if self.date is not None and self.end_date is not None and self.end_date < self.date:
            raise PydanticCustomError("event_order", "ends before it starts")
        if self.rhythm is not None and self.rhythm.first is not None:
            days = self.rhythm.days()
            for session in self.sessions:
                if session.instead_of is not None and session.instead_of not in days:
                    raise PydanticCustomError(
                        "session_not_in_rhythm", "not a day of the rhythm", {"day": str(session.instead_of)}
                    )
        return self
