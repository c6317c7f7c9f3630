"""Working groups: who meets for what, how often and until when."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.parts import Contact, Interval, LinkedTitle, Period, SourcedRecord
from ecosystem.kinds.references import MemberId, PublicationId, WorkgroupId
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, SomeProse, Title
from ecosystem.records.values import Count, Day, EachOnce, Few


class WorkgroupStatus(StrEnum):
    """Whether a group works. That its term is over is seen from the term itself."""

    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"


class TaskStatus(StrEnum):
    """How far a task is, as far as it has been published."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    NOT_REPORTED = "not-reported"


class Task(Part):
    """Something that a group has to do."""

    title: Title = Field(description="The task.")
    status: TaskStatus = Field(description="How far it is.")
    deadline: Day | None = Field(None, description="When it should be done.")


class MeetingRhythm(Part):
    """How often a group meets."""

    expected: ClassVar[str] = "rhythm_shape"

    every: Annotated[Count, Field(ge=1, le=52)] = Field(description="Every how many weeks or months.")
    interval: Interval = Field(description="Weeks or months.")


class Workgroup(SourcedRecord):
    """A group that works for the ecosystem."""

    may_be_none: ClassVar[tuple[str, ...]] = ("members", "rhythm", "outputs")

    name: Title = Field(description="The name in each language.")
    summary: Prose = Field(description="What the group is for, in a sentence or two.")
    status: WorkgroupStatus = Field(description="Whether it works.")
    status_date: Day = Field(description="The date of the source for the status.")
    lead: MemberId | None = Field(None, description="The member that leads or coordinates it.")
    members: Annotated[tuple[MemberId, ...], EachOnce, Few] = Field((), description="Members in the group.")
    parent: WorkgroupId | None = Field(None, description="The group that it belongs to.")
    works_with: Annotated[tuple[WorkgroupId, ...], EachOnce, Few] = Field((), description="Groups it works with.")
    purpose: SomeProse | None = Field(None, description="Why it exists and what it does, at length.")
    open_to: SomeProse | None = Field(None, description="Who may join.")
    joining: SomeProse | None = Field(None, description="How to join.")
    contact: Contact | None = Field(None, description="Whom to ask; personal data.")
    rhythm: MeetingRhythm | None = Field(None, description="How often it meets.")
    term: Period | None = Field(None, description="From when to when it is set up.")
    tasks: Annotated[tuple[Task, ...], Few] = Field((), description="What it has to do.")
    outputs: Annotated[tuple[LinkedTitle, ...], Few] = Field((), description="What it has made.")
    publications: Annotated[tuple[PublicationId, ...], EachOnce, Few] = Field((), description="Related publications.")
