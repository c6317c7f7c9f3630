"""Operating models: described ways of working that others can reuse, with the fields of Innokylä."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.parts import Actor, Section, SourcedRecord
from ecosystem.kinds.references import PilotId, RegionId
from ecosystem.records.texts import Prose, SomeProse, SomeTitle, Title
from ecosystem.records.values import Day, EachOnce, Few, Flag, Url


class ModelStage(StrEnum):
    """How far the model is."""

    DRAFT = "draft"
    IN_USE = "in-use"
    READY = "ready"


class OperatingModel(SourcedRecord):
    """A way of working that has been tried and described."""

    untranslated: ClassVar[frozenset[str]] = frozenset({"original_name"})

    name: Title = Field(description="The name in each language.")
    original_name: SomeTitle | None = Field(None, description="The name that its makers use, when it differs.")
    organiser: RegionId | None = Field(None, description="The county, HUS or Helsinki that made it.")
    actors: Annotated[tuple[Actor, ...], Few] = Field((), description="Others that made it.")
    funders: Annotated[tuple[SomeTitle, ...], Few] = Field((), description="Who funded it.")
    created: Day | None = Field(None, description="When it was described.")
    edited: Day | None = Field(None, description="When its description last changed.")
    stage: ModelStage | None = Field(None, description="How far it is.")
    uses_ai: Flag | None = Field(None, description="Whether AI is part of it.")
    url: Url | None = Field(None, description="Its description at its makers'.")
    summary: Prose = Field(description="The idea in a sentence or two.")
    goals: Annotated[tuple[Title, ...], Few] = Field((), description="What it wants to reach.")
    idea: SomeProse | None = Field(None, description="How it works.")
    environment: SomeProse | None = Field(None, description="The setting in which it was made.")
    target_groups: Annotated[tuple[Section, ...], Few] = Field((), description="For whom it is.")
    conditions: Annotated[tuple[Section, ...], Few] = Field((), description="What it needs to work and spread.")
    benefits: Annotated[tuple[Title, ...], Few] = Field((), description="What its evaluation found.")
    tips: Annotated[tuple[Section, ...], Few] = Field((), description="Advice for those who take it up.")
    pitfalls: Annotated[tuple[Section, ...], Few] = Field((), description="What to avoid.")
    pilots: Annotated[tuple[PilotId, ...], EachOnce, Few] = Field((), description="Related pilots.")
