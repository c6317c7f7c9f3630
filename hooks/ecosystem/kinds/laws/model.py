"""Laws: acts, bills and rules of the European Union that steer AI in health and social services."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.parts import SourcedRecord
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, SomeProse, Text, Title
from ecosystem.records.values import EachOnce, Few, Flag, Id


class LawKind(StrEnum):
    """What kind of rule it is."""

    BILL = "bill"
    ACT = "act"
    EU_REGULATION = "eu-regulation"
    EU_PROPOSAL = "eu-proposal"


class LawStage(StrEnum):
    """The last stage that a source shows."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"
    PARTLY_APPLIED = "partly-applied"
    APPLIED = "applied"
    LAPSED = "lapsed"


class Affected(StrEnum):
    """Whom it concerns."""

    COUNTIES = "counties"
    PROFESSIONALS = "professionals"
    CLIENTS = "clients"
    DEVELOPERS = "developers"
    RESEARCHERS = "researchers"


class Milestone(Part):
    """Something that happens, or is to happen, on a day."""

    date: PartialDate = Field(description="The day, month or year.")
    title: Title = Field(description="What happens.")


class Law(SourcedRecord):
    """A rule that is in force or proposed. Only what its maker says of it: official texts and pages of authorities."""

    may_be_none: ClassVar[tuple[str, ...]] = ("milestones",)

    name: Title = Field(description="The official name, or one that says the same; of a long one its beginning.")
    short_name: Title | None = Field(None, description="What it is called for short; its page is called so.")
    identifier: Title | None = Field(None, description="Its number in each language, such as HE 159/2025 vp.")
    kind: LawKind = Field(description="What kind of rule it is.")
    stage: LawStage = Field(description="The last stage that a source shows.")
    stage_date: PartialDate = Field(description="The date of that stage.")
    stage_note: SomeProse | None = Field(None, description="What one should know about the stage.")
    later_unknown: Flag = Field(False, description="Whether what came after that stage is unknown to this site.")
    summary: Prose = Field(description="What it means for health and social services, in our own words.")
    affects: Annotated[tuple[Affected, ...], EachOnce, Few] = Field((), description="Whom it concerns.")
    milestones: Annotated[tuple[Milestone, ...], Few] = Field((), description="What happens when, oldest first.")
    measures: Annotated[tuple[Id, ...], EachOnce, Few] = Field((), description="Measures of action plans it concerns.")

    @property
    def heading(self) -> Text:
        """What the record is called."""
        return self.short_name or self.name

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its official name and its number in all languages."""
        texts = (self.name if self.short_name else None, self.identifier)
        return tuple(dict.fromkeys(wording for text in texts if text for wording in text.wordings().values()))

    @model_validator(mode="after")
    def _milestones_in_order(self) -> "Law":
        if any(not earlier.date < later.date for earlier, later in pairwise(self.milestones)):
            raise PydanticCustomError("milestones_order", "milestones out of order")
        return self
