"""Pilot programmes: sets of pilots that are funded and run as one."""

from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.parts import Period, SourcedRecord
from ecosystem.kinds.pilots.model import Theme
from ecosystem.kinds.references import MemberId, RegionId
from ecosystem.records.texts import Prose, SomeProse, Title
from ecosystem.records.values import Count, EachOnce, Few, Number


class PilotProgramme(SourcedRecord):
    """A set of pilots that is funded and run as one."""

    may_be_none: ClassVar[tuple[str, ...]] = ("results", "funding_euros")

    name: Title = Field(description="The name in each language.")
    summary: Prose = Field(description="What the programme is.")
    pilots_in_all: Count = Field(description="How many pilots it has, listed here or not.")
    period: Period = Field(description="When its pilots run.")
    call: Period | None = Field(None, description="When proposals could be sent.")
    funding_euros: Number | None = Field(None, description="State funding granted, in euros.")
    funding_on_offer_euros: Number | None = Field(None, description="Funding on offer in the call, in euros.")
    funder: MemberId | None = Field(None, description="Who funds it.")
    coordinator: MemberId | None = Field(None, description="Who coordinates it.")
    organisers: Annotated[tuple[RegionId, ...], EachOnce, Few] = Field((), description="Who runs its pilots.")
    eligible: SomeProse | None = Field(None, description="Who could apply.")
    criteria: Annotated[tuple[Title, ...], Few] = Field((), description="How pilots were chosen.")
    goals: Annotated[tuple[Title, ...], Few] = Field((), description="What it wants to reach.")
    themes: Annotated[tuple[Theme, ...], EachOnce, Few] = Field((), description="What its pilots improve.")
    results: SomeProse | None = Field(None, description="What came of it.")
