"""Events: single ones with a date, and series with a rhythm whose sessions are listed when they are known."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.model.record import (
    Interval,
    Languages,
    LinkedTitle,
    MemberId,
    NetworkId,
    Part,
    PilotId,
    Record,
    RegionId,
    Weekday,
    WorkgroupId,
)
from ecosystem.model.texts import Prose, SomeProse, SomeTitle, Title
from ecosystem.model.values import ClockTime, Count, Day, EachOnce, Few, Url


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
    hours: Hours | None = Field(None, description="The hours, when they differ from the series'.")
    title: SomeTitle | None = Field(None, description="The topic.")
    state: EventState = Field(EventState.SCHEDULED, description="Whether it takes place as planned.")
    recording: Url | None = Field(None, description="The recording.")


class SeriesRhythm(Part):
    """How often a series meets. The sessions themselves are listed only when their days are known."""

    every: Annotated[Count, Field(ge=1, le=52)] = Field(description="Every how many weeks or months.")
    interval: Interval = Field(description="Weeks or months.")
    weekday: Weekday | None = Field(None, description="On which day of the week.")
    hours: Hours | None = Field(None, description="From when to when.")


class Event(Record):
    """Something one can attend: `date` makes it a single event, `rhythm` a series."""

    name: Title = Field(description="The name in each language.")
    summary: Prose = Field(description="What it is, in a sentence or two.")
    description: SomeProse | None = Field(None, description="What it is, at length.")
    date: Day | None = Field(None, description="The day of a single event.")
    end_date: Day | None = Field(None, description="The last day of an event of several days.")
    hours: Hours | None = Field(None, description="The hours of a single event.")
    rhythm: SeriesRhythm | None = Field(None, description="How often a series meets.")
    sessions: Annotated[tuple[Session, ...], Few] = Field((), description="The known sessions of a series.")
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
        return self
