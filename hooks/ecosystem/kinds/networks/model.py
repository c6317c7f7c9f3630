"""Related networks and stakeholders: who else works on the same field, since when and in what state."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.parts import Actor, Period, SourcedRecord
from ecosystem.kinds.references import NetworkId, RegionId
from ecosystem.records.texts import Prose, ShortName, SomeTitle
from ecosystem.records.values import Day, EachOnce, Few, Url


class NetworkKind(StrEnum):
    """What kind of actor it is."""

    ASSOCIATION = "association"
    AUTHORITY = "authority"
    COMPANY = "company"
    COOPERATIVE = "cooperative"
    HUB = "innovation-hub"
    MINISTRY = "ministry"
    NETWORK = "network"
    PROGRAMME = "programme"
    PROJECT = "project"
    RESEARCH = "research-education"
    CITY = "city"
    FUND = "fund"


class NetworkState(StrEnum):
    """What is known of its present state."""

    ACTIVE = "active"
    CANDIDATE = "candidate"
    ENDED = "ended"
    NOT_CONFIRMED = "not-confirmed"


class Network(SourcedRecord):
    """A network, programme or organisation that is related to the ecosystem without being its member."""

    untranslated: ClassVar[frozenset[str]] = frozenset({"short_name"})

    name: SomeTitle = Field(description="The name in the languages in which it has one.")
    short_name: ShortName | None = Field(
        None, description="The abbreviation or name in common use: one for all languages, or one for each that has it."
    )
    kind: NetworkKind = Field(description="What kind of actor it is.")
    state: NetworkState = Field(description="What is known of its present state.")
    state_date: Day = Field(description="The date of the source for the state.")
    summary: Prose = Field(description="What it is and how it is related.")
    period: Period | None = Field(None, description="When it works or worked.")
    region: RegionId | None = Field(None, description="Where it works; leave out when it works nationwide.")
    url: Url | None = Field(None, description="The home page.")
    coordinators: Annotated[tuple[Actor, ...], Few] = Field((), description="Who leads or coordinates it.")
    partners: Annotated[tuple[Actor, ...], Few] = Field((), description="Who takes part in it.")
    related: Annotated[tuple[NetworkId, ...], EachOnce, Few] = Field((), description="Networks it is related to.")

    @property
    def other_names(self) -> tuple[str, ...]:
        """What it is called besides its name."""
        return tuple(self.short_name.wordings().values()) if self.short_name else ()
