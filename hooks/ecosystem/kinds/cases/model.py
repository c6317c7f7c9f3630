"""Cases: AI in the counties, HUS and Helsinki, apart from the pilots of the ecosystem."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.parts import Actor, SourcedRecord
from ecosystem.kinds.pictures import Image
from ecosystem.kinds.pilots.model import UseCase
from ecosystem.kinds.references import OfferingId, PilotId, RegionId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.texts import Prose, SomeProse, Title
from ecosystem.records.values import EachOnce, Few


class CaseStage(StrEnum):
    """The last stage that a source shows."""

    PLANNED = "planned"
    DECISION = "decision"
    TRIAL = "trial"
    IN_USE = "in-use"
    ENDED = "ended"


class Case(SourcedRecord):
    """A use of AI by an organiser of health and social services, as far as it is public."""

    may_be_none: ClassVar[tuple[str, ...]] = ("results", "suppliers")

    name: Title = Field(description="What it is, in a few words.")
    region: RegionId = Field(description="The county, HUS or Helsinki that organises it.")
    summary: Prose = Field(description="What is done, where and since when, in the past tense.")
    image: Image | None = Field(None, description="A picture.")
    use_cases: Annotated[tuple[UseCase, ...], EachOnce, Few] = Field((), description="What AI is used for.")
    stage: CaseStage = Field(description="The last stage that a source shows.")
    stage_date: PartialDate | None = Field(
        None, description="The date of the stage or of the source that shows it; leave out when the source has none."
    )
    suppliers: Annotated[tuple[Actor, ...], Few] = Field((), description="Suppliers that a source names.")
    offerings: Annotated[tuple[OfferingId, ...], EachOnce, Few] = Field(
        (), description="Offerings of the catalogue that are tried or used."
    )
    results: SomeProse | None = Field(None, description="What came of it, as a source tells.")
    pilots: Annotated[tuple[PilotId, ...], EachOnce, Few] = Field((), description="Pilots of the ecosystem beside it.")

    @model_validator(mode="after")
    def _no_results_of_a_plan(self) -> "Case":
        if self.stage is CaseStage.PLANNED and self.results is not None:
            raise PydanticCustomError("results_of_a_plan", "planned and with results")
        return self
