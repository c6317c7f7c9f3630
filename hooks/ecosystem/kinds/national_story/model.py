"""Chapters of the national story: what Finland is in AI for health and social care, every claim with its source."""

from typing import Annotated

from pydantic import Field

from ecosystem.kinds.parts import Actor, Source, SourcedRecord
from ecosystem.kinds.references import CaseId, LawId, NetworkId, PilotId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, Title
from ecosystem.records.values import Count, EachOnce, Few


class Claim(Part):
    """Something that is said of Finland, as of a day."""

    text: Prose = Field(description="What is said, in a sentence or two.")
    date: PartialDate = Field(description="The day, month or year for which it was true.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where it stands.")


class DataRoute(Part):
    """A way to health data: for what, who decides, what it costs, how long it takes and where the data is used."""

    name: Title = Field(description="The data, or the service that gives it.")
    network: NetworkId | None = Field(None, description="The listed organisation that runs it.")
    purpose: Prose = Field(description="For what one may have the data.")
    decision: Prose = Field(description="Who decides.")
    fee: Prose = Field(description="What it costs.")
    time: Prose = Field(description="How long it takes.")
    environment: Prose = Field(description="Where the data is used.")
    date: PartialDate = Field(description="The day, month or year for which it was true.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where it stands.")


class WhomToMeet(Part):
    """Organisations that answer to one need."""

    need: Title = Field(description="What a partner may be looking for.")
    organisations: Annotated[tuple[Actor, ...], Field(min_length=1), Few] = Field(description="Whom to meet then.")


class Chapter(SourcedRecord):
    """A chapter of the story: a page shows all of them, and the paper and the slides hold the same."""

    name: Title = Field(description="The heading in each language.")
    place: Count = Field(description="Where the chapter stands among the others, from 1.")
    summary: Prose = Field(description="The chapter in a sentence or two.")
    claims: Annotated[tuple[Claim, ...], Few] = Field((), description="What is said, each with its day and sources.")
    routes: Annotated[tuple[DataRoute, ...], Few] = Field((), description="Ways to data.")
    laws: Annotated[tuple[LawId, ...], EachOnce, Few] = Field((), description="Laws whose milestones are shown.")
    pilots: Annotated[tuple[PilotId, ...], EachOnce, Few] = Field((), description="Pilots that are shown.")
    cases: Annotated[tuple[CaseId, ...], EachOnce, Few] = Field((), description="Cases that are shown.")
    meet: Annotated[tuple[WhomToMeet, ...], Few] = Field((), description="Whom to meet for what.")
