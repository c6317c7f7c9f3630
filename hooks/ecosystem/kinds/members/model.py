"""Member organisations: whom the action plan names, and who has joined and confirmed it."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.parts import SourcedRecord
from ecosystem.kinds.pictures import Image
from ecosystem.kinds.references import RegionId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.texts import ShortName, SomeProse, Title
from ecosystem.records.values import EachOnce, Few, Url


class MemberKind(StrEnum):
    """The six sectors of the research report on why organisations joined, and ministries, which are no agencies."""

    COMPANY = "company"
    ASSOCIATION = "association"
    PUBLIC_CARE = "public-care"
    RESEARCH_EDUCATION = "research-education"
    STATE_AGENCY = "state-agency"
    MINISTRY = "ministry"
    OTHER = "other"


class Motive(StrEnum):
    """The five motives for joining, after the research report."""

    KNOWLEDGE = "knowledge-synergy"
    RESOURCES = "resource-allocation"
    LEGITIMACY = "legitimacy"
    REGULATION = "regulation"
    SOCIETY = "societal-impact"


class Asset(StrEnum):
    """What organisations look for in each other and offer to each other."""

    CHALLENGES = "challenges"
    COMMUNICATIONS = "communications"
    COORDINATION = "coordination"
    DATA = "data"
    EXPERTISE = "expertise"
    FUNDING = "funding"
    PARTNERS = "partners"
    TEST_SETTINGS = "test-settings"
    TOOLS = "tools"


class Member(SourcedRecord):
    """An organisation that the action plan names, or that has joined and confirmed its details."""

    untranslated: ClassVar[frozenset[str]] = frozenset({"short_name"})
    may_be_none: ClassVar[tuple[str, ...]] = ("interests", "looks_for", "offers")

    name: Title = Field(description="The official name in each language.")
    short_name: ShortName | None = Field(
        None, description="The abbreviation or name in common use: one for all languages, or one for each that has it."
    )
    kind: MemberKind = Field(description="The sector.")
    region: RegionId | None = Field(None, description="Where it works; leave out when it works nationwide.")
    url: Url | None = Field(None, description="The home page.")
    logo: Image | None = Field(None, description="Its logo.")
    since: PartialDate | None = Field(None, description="When it became a member.")
    summary: SomeProse | None = Field(None, description="What the organisation does.")
    role: SomeProse | None = Field(None, description="What it does in the ecosystem.")
    interests: Annotated[tuple[Motive, ...], EachOnce, Few] = Field((), description="Why it joined.")
    looks_for: Annotated[tuple[Asset, ...], EachOnce, Few] = Field((), description="What it looks for.")
    looks_for_text: SomeProse | None = Field(None, description="The same in its own words.")
    offers: Annotated[tuple[Asset, ...], EachOnce, Few] = Field((), description="What it offers to others.")
    offers_text: SomeProse | None = Field(None, description="The same in its own words.")

    @property
    def has_described_itself(self) -> bool:
        """Whether anything is known that only the organisation can say: why it joined, what it looks for and offers."""
        return bool(self.interests or self.looks_for or self.looks_for_text or self.offers or self.offers_text)

    @property
    def other_names(self) -> tuple[str, ...]:
        """What it is called besides its name."""
        return tuple(self.short_name.wordings().values()) if self.short_name else ()
