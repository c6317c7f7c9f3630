"""Events: single ones with a date, and series with a rhythm or seasons, whose sessions say what differs."""

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.events.hours import Hours
from ecosystem.kinds.events.month_or_week import MonthOrWeek
from ecosystem.kinds.events.rhythm import SeriesRhythm
from ecosystem.kinds.parts import LinkedTitle, SourcedRecord
from ecosystem.kinds.pictures import Image
from ecosystem.kinds.references import MemberId, NetworkId, PilotId, RegionId, WorkgroupId
from ecosystem.records.places import TimeZone
from ecosystem.records.record import Languages, Part
from ecosystem.records.texts import Prose, SomeProse, SomeTitle, Title
from ecosystem.records.values import Day, EachOnce, Few, Id, Url


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


class EventDay(Part):
    """One day of an event of several days, with its own hours."""

    date: Day = Field(description="The day.")
    hours: Hours | None = Field(None, description="From when to when on this day.")


class Session(Part):
    """One known meeting of a series. What it does not say of itself is as the series has it."""

    id: Id | None = Field(None, description="Permanent short name of a further session on a day that has one already.")
    date: Day = Field(description="The day.")
    end_date: Day | None = Field(None, description="The last day of a session of several days.")
    instead_of: Day | None = Field(None, description="The day first announced, when the session was moved from it.")
    hours: Hours | None = Field(None, description="The hours, when they differ from the series'.")
    days: Annotated[tuple[EventDay, ...], Few] = Field((), description="Each of several days, when its hours differ.")
    title: SomeTitle | None = Field(None, description="The topic.")
    summary: SomeProse | None = Field(None, description="What it is about, in a sentence or two.")
    state: EventState = Field(EventState.SCHEDULED, description="Whether it takes place as planned.")
    form: EventForm | None = Field(None, description="How one takes part, when it differs from the series'.")
    place: SomeTitle | None = Field(None, description="Where it is, when it differs from the series'.")
    languages: Languages = Field((), description="The languages spoken, when they differ from the series'.")
    url: Url | None = Field(None, description="The session's own page.")
    registration: Url | None = Field(None, description="Where one registers for this session.")
    recording: Url | None = Field(None, description="The recording.")
    materials: Annotated[tuple[LinkedTitle, ...], Few] = Field((), description="Slides and documents.")

    @property
    def planned_day(self) -> datetime.date:
        """The day first announced. It names the session for good, wherever it is moved."""
        return self.instead_of or self.date

    @property
    def name(self) -> str:
        """What names the session for good in its series: the day first announced, and its own id if it has one."""
        return f"{self.planned_day}-{self.id}" if self.id else str(self.planned_day)

    @property
    def replaces(self) -> datetime.date | None:
        """The day of the rhythm in whose place it stands; None for one that is held besides."""
        return self.instead_of or (None if self.id else self.date)


class Event(SourcedRecord):
    """Something one can attend: `date` or `expected` makes it a single event, `rhythm` or `seasons` a series."""

    name: Title = Field(description="The name in each language.")
    summary: Prose = Field(description="What it is, in a sentence or two.")
    description: SomeProse | None = Field(None, description="What it is, at length.")
    image: Image | None = Field(None, description="A picture.")
    date: Day | None = Field(None, description="The day of a single event.")
    expected: MonthOrWeek | None = Field(None, description="The month or week of a single event whose day is open.")
    end_date: Day | None = Field(None, description="The last day of an event of several days.")
    instead_of: Day | None = Field(None, description="The day first announced, when a single event was moved from it.")
    hours: Hours | None = Field(None, description="The hours of a single event, on each of its days.")
    days: Annotated[tuple[EventDay, ...], Few] = Field((), description="Each of several days, when its hours differ.")
    time_zone: TimeZone | None = Field(None, description="In which the times are; without it, Helsinki's.")
    rhythm: SeriesRhythm | None = Field(None, description="How often a series meets.")
    seasons: Annotated[tuple[SeriesRhythm, ...], Few] = Field(
        (), description="The rhythms of a series, season by season, each with its first and last day."
    )
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
        if sum(map(bool, (self.date, self.expected, self.rhythm, self.seasons))) != 1:
            raise PydanticCustomError("event_shape", "not exactly one of date, expected, rhythm and seasons")
        if self.is_series and (self.end_date or self.hours or self.days or self.instead_of):
            raise PydanticCustomError("event_series_shape", "a series has no date of its own")
        if self.expected and (self.end_date or self.days):
            raise PydanticCustomError("event_expected_shape", "an open day has no days after it")
        if not self.is_series and self.sessions:
            raise PydanticCustomError("event_single_shape", "a single event has no sessions")
        return self

    @property
    def is_series(self) -> bool:
        """Whether it meets again and again."""
        return bool(self.rhythm or self.seasons)

    @property
    def rhythms(self) -> tuple[SeriesRhythm, ...]:
        """The rhythms of a series, the latest last; none of a single event."""
        return (self.rhythm,) if self.rhythm else self.seasons
