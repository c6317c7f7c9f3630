"""Related networks and stakeholders: who else works on the same field, since when and in what state."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final

from pydantic import Field, field_validator

from ecosystem.kinds.parts import Actor, Period, Source, SourcedRecord
from ecosystem.kinds.references import NetworkId, RegionId
from ecosystem.records.partial_date import PartialDate
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


#: What several set up together for a time.
_JOINT: Final = frozenset({NetworkKind.HUB, NetworkKind.NETWORK, NetworkKind.PROGRAMME, NetworkKind.PROJECT})


class NetworkState(StrEnum):
    """What is known of the network, programme or project itself."""

    ACTIVE = "active"
    CANDIDATE = "candidate"
    ENDED = "ended"
    NOT_CHOSEN = "not-chosen"


class Mention(Source):
    """A source that names it in connection with the ecosystem's field, and when."""

    date: PartialDate | None = Field(None, description="When the source came out, if it is no listed publication.")


class Network(SourcedRecord):
    """A network, programme or organisation that is related to the ecosystem without being its member.

    What it is itself and what it has to do with the ecosystem are two things: `state` is its own, and only networks,
    programmes and projects have one; a university is not "active" or "ended". Of the relation is known who names it.
    """

    untranslated: ClassVar[frozenset[str]] = frozenset({"short_name"})
    may_be_none: ClassVar[tuple[str, ...]] = ("state", "coordinators", "partners")

    name: SomeTitle = Field(description="The name in the languages in which it has one.")
    short_name: ShortName | None = Field(
        None, description="The abbreviation or name in common use: one for all languages, or one for each that has it."
    )
    kind: NetworkKind = Field(description="What kind of actor it is.")
    named_in: Mention | None = Field(
        None, description="The source in which it is named: all that is known of its relation to the field."
    )
    state: NetworkState | None = Field(
        None,
        description="The state of a network, programme or project; leave out for a body, and when it is not known.",
    )
    state_date: Day | None = Field(None, description="The date of the source for the state.")
    summary: Prose = Field(description="What it is and how it is related.")
    period: Period | None = Field(None, description="When it works or worked.")
    region: RegionId | None = Field(None, description="Where it works; leave out when it works nationwide.")
    url: Url | None = Field(None, description="The home page.")
    coordinators: Annotated[tuple[Actor, ...], Few] = Field((), description="Who leads or coordinates it.")
    partners: Annotated[tuple[Actor, ...], Few] = Field((), description="Who takes part in it.")
    related: Annotated[tuple[NetworkId, ...], EachOnce, Few] = Field((), description="Networks it is related to.")

    @property
    def unknown(self) -> tuple[str, ...]:
        """Of a body nothing is missing that it has no state and that nobody leads it for others."""
        return super().unknown if self.kind in _JOINT else ()

    @field_validator("state", mode="before")
    @classmethod
    def _not_known(cls, state: Any) -> Any:
        """What was called "not-confirmed" is not known."""
        return None if state == "not-confirmed" else state

    @property
    def other_names(self) -> tuple[str, ...]:
        """What it is called besides its name."""
        return tuple(self.short_name.wordings().values()) if self.short_name else ()
