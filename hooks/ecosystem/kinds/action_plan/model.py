"""Action plans: what the ecosystem set out to do in a year, and how it goes."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.parts import Contact, Source, SourcedRecord
from ecosystem.kinds.references import ProgrammeId, PublicationId, WorkgroupId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, SomeProse, Title
from ecosystem.records.values import Day, EachOnce, Few, Flag, Id, Number


class MeasureStatus(StrEnum):
    """How far a measure is: as the plan has it, or as a later source says."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"
    #: What measures were called of which no later source was known; read as planned.
    NOT_REPORTED = "not-reported"


class Comparator(StrEnum):
    """How a value is to be read: `over` 1200 is not 1200."""

    EXACTLY = "exactly"
    OVER = "over"
    AT_LEAST = "at-least"
    ABOUT = "about"
    UNDER = "under"


class Unit(StrEnum):
    """What a value counts."""

    MEAN_1_TO_5 = "mean-1-to-5"
    ORGANISATIONS = "organisations"
    RECIPIENTS = "recipients"
    PROJECTS = "projects"
    EVENTS = "events"
    PLANS = "plans"


class Computation(StrEnum):
    """Values that this site counts from its own data; they are never typed in."""

    MEMBERS_LISTED = "members-listed"
    MEMBER_EVENTS = "member-events"
    PILOTS_LISTED = "pilots-listed"


class Dating(StrEnum):
    """Whether a reading's date stands in its source, or is the day on which an undated source was read."""

    STATED = "stated"
    SEEN = "seen"


class Reading(Part):
    """A value of a metric on a day."""

    date: Day = Field(description="The day of the value.")
    dating: Dating = Field(Dating.STATED, description="Whether the source states the day, or was read on it.")
    comparator: Comparator = Field(Comparator.EXACTLY, description="How to read the value.")
    value: Number = Field(description="The value.")
    note: SomeProse | None = Field(None, description="What one should know about the value.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where it stands.")


class Target(Part):
    """The value to reach and the day until which."""

    comparator: Comparator = Field(Comparator.AT_LEAST, description="How to read the value.")
    value: Number = Field(description="The value to reach.")
    deadline: Day = Field(description="Until when.")


class Indicator(Part):
    """One number by which a metric is followed: declared in readings, or computed from the site's data."""

    id: Id = Field(description="Short name, unique in the plan.")
    title: Title = Field(description="What is counted or measured.")
    unit: Unit = Field(description="The unit of target and readings.")
    target: Target | None = Field(None, description="The value to reach.")
    computed: Computation | None = Field(None, description="Counted from the site's data instead of readings.")
    complete: Flag | None = Field(None, description="Whether the data holds all of the year: else it is not counted.")
    readings: Annotated[tuple[Reading, ...], Few] = Field((), description="The values, oldest first.")

    @model_validator(mode="after")
    def _declared_or_computed(self) -> "Indicator":
        if self.computed is not None and self.readings:
            raise PydanticCustomError("computed_and_declared", "computed and declared")
        if any(later.date < earlier.date for earlier, later in zip(self.readings, self.readings[1:], strict=False)):
            raise PydanticCustomError("readings_order", "readings out of order")
        return self


class Metric(Part):
    """A yardstick of the plan; one that has no indicator here is measured elsewhere."""

    id: Id = Field(description="Short name, unique in the plan.")
    title: Title = Field(description="What success means.")
    note: SomeProse | None = Field(None, description="How it is measured.")
    indicators: Annotated[tuple[Indicator, ...], Few] = Field((), description="The numbers that show it.")


class Later(Part):
    """What a source that is later than the plan says of a measure."""

    what: Title = Field(description="What it says, in our own words.")
    date: PartialDate | None = Field(None, description="The date of the source; none when it has no date.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where it stands.")


class Measure(Part):
    """Something that the plan wants done."""

    id: Id = Field(description="Short name, unique in the plan.")
    title: Title = Field(description="What is to be done.")
    status: MeasureStatus = Field(description="How far it is.")
    status_date: Day = Field(description="The date of the source for the status.")
    note: SomeProse | None = Field(None, description="What the plan says of it besides.")
    later: Annotated[tuple[Later, ...], Few] = Field((), description="What later sources say, oldest first.")
    workgroups: Annotated[tuple[WorkgroupId, ...], EachOnce, Few] = Field((), description="Groups that do it.")
    programmes: Annotated[tuple[ProgrammeId, ...], EachOnce, Few] = Field((), description="Pilot programmes.")
    publications: Annotated[tuple[PublicationId, ...], EachOnce, Few] = Field((), description="What came out.")
    sources: Annotated[tuple[Source, ...], Few] = Field((), description="Where it stands in the plan.")

    @field_validator("status")
    @classmethod
    def _in_the_plan(cls, status: MeasureStatus) -> MeasureStatus:
        return MeasureStatus.PLANNED if status is MeasureStatus.NOT_REPORTED else status


class PlanPart(Part):
    """A part of a focus area, with its measures."""

    id: Id = Field(description="Short name, unique in the plan.")
    title: Title = Field(description="The heading.")
    summary: Prose | None = Field(None, description="What it is about.")
    measures: Annotated[tuple[Measure, ...], Few] = Field((), description="What is to be done.")


class FocusArea(Part):
    """One of the plan's main directions."""

    id: Id = Field(description="Short name, unique in the plan.")
    title: Title = Field(description="The heading.")
    summary: Prose = Field(description="What it is about.")
    parts: Annotated[tuple[PlanPart, ...], Field(min_length=1), Few] = Field(description="Its parts.")


class ActionPlan(SourcedRecord):
    """The plan of one year; its id is the year."""

    title: Title = Field(description="The title in each language.")
    summary: Prose = Field(description="What the plan is.")
    adopted: Day = Field(description="The date of the plan's text.")
    focus_areas: Annotated[tuple[FocusArea, ...], Field(min_length=1), Few] = Field(description="Its directions.")
    metrics: Annotated[tuple[Metric, ...], Few] = Field((), description="How success is measured.")
    contacts: Annotated[tuple[Contact, ...], Few] = Field((), description="Whom to ask; personal data.")

    @property
    def year(self) -> int:
        """The year of the plan."""
        return int(self.id)

    @model_validator(mode="after")
    def _id_is_a_year(self) -> "ActionPlan":
        if not (len(self.id) == 4 and self.id.isdigit()):
            raise PydanticCustomError("plan_id_shape", "not a year")
        return self
