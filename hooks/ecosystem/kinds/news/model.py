"""News: what happened, in a few sentences, with links to what it concerns."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ecosystem.kinds.parts import SourcedRecord
from ecosystem.kinds.pictures import Image
from ecosystem.kinds.references import (
    EventId,
    MemberId,
    NetworkId,
    PilotId,
    ProgrammeId,
    PublicationId,
    RegionId,
    WorkgroupId,
)
from ecosystem.records.texts import Prose, SomeProse, Title
from ecosystem.records.values import Day, EachOnce, Few, Url


class Topic(StrEnum):
    """What a news item is about."""

    ECOSYSTEM = "ecosystem"
    PILOTS = "pilots"
    WORKGROUPS = "workgroups"
    RESEARCH = "research"
    REGULATION = "regulation"
    INTERNATIONAL = "international"
    SKILLS = "skills"


class NewsItem(SourcedRecord):
    """Something that happened."""

    date: Day = Field(description="The day of publication; an item with a later day waits for it.")
    title: Title = Field(description="The headline.")
    summary: Prose = Field(description="What happened, in one to three sentences.")
    body: SomeProse | None = Field(None, description="More, in paragraphs.")
    image: Image | None = Field(None, description="A picture.")
    topics: Annotated[tuple[Topic, ...], EachOnce, Few] = Field(min_length=1, description="What it is about.")
    url: Url | None = Field(None, description="Where to read more.")
    members: Annotated[tuple[MemberId, ...], EachOnce, Few] = Field((), description="Members that it concerns.")
    regions: Annotated[tuple[RegionId, ...], EachOnce, Few] = Field((), description="Regions that it concerns.")
    pilots: Annotated[tuple[PilotId, ...], EachOnce, Few] = Field((), description="Pilots that it concerns.")
    programmes: Annotated[tuple[ProgrammeId, ...], EachOnce, Few] = Field((), description="Programmes it concerns.")
    workgroups: Annotated[tuple[WorkgroupId, ...], EachOnce, Few] = Field((), description="Groups it concerns.")
    events: Annotated[tuple[EventId, ...], EachOnce, Few] = Field((), description="Events that it concerns.")
    publications: Annotated[tuple[PublicationId, ...], EachOnce, Few] = Field((), description="Publications in it.")
    networks: Annotated[tuple[NetworkId, ...], EachOnce, Few] = Field((), description="Networks that it concerns.")
