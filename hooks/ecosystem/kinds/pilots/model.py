"""Pilots: time-limited trials of AI in care."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.offerings.regulation import Regulation
from ecosystem.kinds.parts import Actor, Contact, LinkedTitle, Period, SourcedRecord
from ecosystem.kinds.pictures import Image
from ecosystem.kinds.references import OfferingId, ProgrammeId, RegionId, WorkgroupId
from ecosystem.records.texts import Prose, SomeProse, SomeTitle, Title
from ecosystem.records.values import Day, EachOnce, Few, Number


class PilotStatus(StrEnum):
    """Where a pilot stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"


class UseCase(StrEnum):
    """What AI is used for; shared by pilots, cases, needs and offerings."""

    ASSISTANT = "professional-assistant"
    DOCUMENTATION = "documentation"
    NEEDS_ASSESSMENT = "needs-assessment"
    CARE_ASSESSMENT = "care-assessment"
    RISK_PREDICTION = "risk-prediction"
    CLIENT_GUIDANCE = "client-guidance"
    APPOINTMENTS = "appointments"
    INTERPRETING = "interpreting"
    DIAGNOSTICS = "diagnostics"
    RESEARCH_DATA = "research-data"
    MANAGEMENT = "management"


class Theme(StrEnum):
    """What a pilot wants to improve, after the programme's announcement."""

    CUSTOMER_SERVICE = "customer-service"
    WORKLOAD = "workload"
    QUALITY = "quality"


class Pilot(SourcedRecord):
    """A trial of an AI solution in health or social care."""

    untranslated: ClassVar[frozenset[str]] = frozenset({"original_name"})
    may_be_none: ClassVar[tuple[str, ...]] = ("results", "partners", "funding_euros", "lessons", "scaling")

    name: Title = Field(description="The name in each language.")
    original_name: SomeTitle | None = Field(None, description="The organiser's own name, when it differs.")
    programme: ProgrammeId | None = Field(None, description="The programme that it belongs to.")
    organiser: RegionId = Field(description="The county, HUS or Helsinki that runs it.")
    partners: Annotated[tuple[Actor, ...], Few] = Field((), description="Others who take part.")
    offerings: Annotated[tuple[OfferingId, ...], EachOnce, Few] = Field(
        (), description="Offerings of the catalogue that are tried."
    )
    summary: Prose = Field(description="The subject in a sentence or two.")
    image: Image | None = Field(None, description="A picture.")
    need: SomeProse | None = Field(None, description="The need that it answers.")
    solution: SomeProse | None = Field(None, description="What is tried.")
    goals: Annotated[tuple[Title, ...], Few] = Field((), description="What it wants to reach.")
    themes: Annotated[tuple[Theme, ...], EachOnce, Few] = Field((), description="What it wants to improve.")
    use_cases: Annotated[tuple[UseCase, ...], EachOnce, Few] = Field((), description="What AI is used for.")
    status: PilotStatus = Field(description="Where it stands.")
    status_date: Day = Field(description="The date of the source for the status.")
    period: Period | None = Field(None, description="When it runs.")
    funding_euros: Number | None = Field(None, description="Funding granted, in euros.")
    contact: Contact | None = Field(None, description="Whom to ask; personal data.")
    regulation: Regulation | None = Field(None, description="The owner's regulatory statement.")
    results: SomeProse | None = Field(None, description="What came of it.")
    lessons: Annotated[tuple[SomeTitle, ...], Few] = Field((), description="What others can learn from it.")
    scaling: SomeProse | None = Field(None, description="Can it be widened, and how.")
    materials: Annotated[tuple[LinkedTitle, ...], Few] = Field((), description="Documents and recordings.")
    workgroups: Annotated[tuple[WorkgroupId, ...], EachOnce, Few] = Field((), description="Related groups.")
