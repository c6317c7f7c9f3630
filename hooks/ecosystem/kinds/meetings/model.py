"""International meetings: delegations, visits and fairs, with their agenda and those who want to meet."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.events.hours import Hours
from ecosystem.kinds.offerings.model import Counterpart
from ecosystem.kinds.parts import Actor, Contact, Source, SourcedRecord
from ecosystem.kinds.references import EventId, NewsId, OfferingId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.places import Country, TimeZone
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, SomeProse, SomeTitle, Title
from ecosystem.records.values import ClockTime, Count, Day, EachOnce, Few, Flag, Line, Url


class MeetingKind(StrEnum):
    """What kind of meeting it is."""

    OUTGOING = "outgoing-delegation"
    INCOMING = "incoming-visit"
    FAIR = "fair"
    ONLINE = "online-meeting"


class MeetingStatus(StrEnum):
    """Whether the meeting is to come, took place or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class AgendaState(StrEnum):
    """Whether the agenda can still change."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"


class AgendaItem(Part):
    """One point of the agenda."""

    hours: Hours = Field(description="From when to when, in the time zone of the meeting.")
    title: SomeTitle = Field(description="What is done.")
    place: SomeTitle | None = Field(None, description="Where, when it is not the place of the whole meeting.")
    who: Annotated[tuple[Actor, ...], Few] = Field((), description="Who takes part or presents.")


class AgendaDay(Part):
    """One day of the agenda."""

    date: Day = Field(description="The day.")
    title: SomeTitle | None = Field(None, description="What the day is about.")
    points: Annotated[tuple[AgendaItem, ...], Field(min_length=1), Few] = Field(description="The points, by time.")


class Attendee(Contact):
    """A person whom an organisation sends: named as a source publishes it, or because the person agreed to it."""

    sources: Annotated[tuple[Source, ...], Few] = Field((), description="Where it is published.")
    consent: Flag = Field(False, description="Whether the person has agreed to be named; then no source is needed.")

    @model_validator(mode="after")
    def _on_some_ground(self) -> "Attendee":
        if not self.sources and not self.consent:
            raise PydanticCustomError("person_without_ground", "neither a source nor consent")
        return self


class Participant(Part):
    """An organisation that takes part, with those whom it sends and what it brings."""

    organisation: Actor = Field(description="The organisation.")
    persons: Annotated[tuple[Attendee, ...], Few] = Field((), description="Whom it sends, in public roles only.")
    offerings: Annotated[tuple[OfferingId, ...], EachOnce, Few] = Field((), description="What it brings to show.")


class Wanted(Part):
    """Whom a participant wants to meet, and why."""

    who: Actor = Field(description="The participant or host that wants to meet.")
    counterparts: Annotated[tuple[Counterpart, ...], EachOnce, Few] = Field((), description="What kinds of partners.")
    organisations: Annotated[tuple[Line, ...], EachOnce, Few] = Field((), description="Organisations by name.")
    purpose: SomeTitle = Field(description="What the meeting is for.")

    @model_validator(mode="after")
    def _someone(self) -> "Wanted":
        if not self.counterparts and not self.organisations:
            raise PydanticCustomError("wanted_shape", "neither kinds nor names")
        return self


class OneToOneTime(Part):
    """A time that is set aside for meetings of two, one after the other."""

    date: Day = Field(description="The day.")
    start: ClockTime = Field(description="When the first one starts, in the time zone of the meeting.")
    end: ClockTime = Field(description="When the last one is over.")
    minutes: Annotated[Count, Field(ge=5, le=180)] = Field(20, description="How long each one is.")

    @model_validator(mode="after")
    def _room_for_one(self) -> "OneToOneTime":
        first, last = (60 * time.hour + time.minute for time in (self.start, self.end))
        if first + self.minutes > last:
            raise PydanticCustomError("one_to_ones_too_short", "no room for one meeting")
        return self


class InternationalMeeting(SourcedRecord):
    """A meeting with partners abroad, at home or there."""

    name: Title = Field(description="The occasion in each language.")
    kind: MeetingKind = Field(description="What kind of meeting it is.")
    status: MeetingStatus = Field(description="Planned, held or cancelled.")
    summary: Prose = Field(description="What it is, in a sentence or two.")
    country: Country | None = Field(None, description="The country where it is, by its code of two letters.")
    place: SomeTitle | None = Field(None, description="The town and, when known, the house.")
    start: PartialDate = Field(description="The first day, or the month or year while the day is open.")
    end: PartialDate | None = Field(None, description="The last day, when it is another one.")
    time_zone: TimeZone | None = Field(None, description="In which the agenda's times are; without it, Helsinki's.")
    host: Actor | None = Field(None, description="Who invites or receives.")
    description: SomeProse | None = Field(None, description="What it is for, at length.")
    participants: Annotated[tuple[Participant, ...], Few] = Field((), description="Who takes part.")
    wanted: Annotated[tuple[Wanted, ...], Few] = Field((), description="Who wants to meet whom.")
    one_to_ones: Annotated[tuple[OneToOneTime, ...], Few] = Field(
        (), description="When those who want each other meet; the pack has the table. It is not on the site."
    )
    agenda_state: AgendaState = Field(AgendaState.DRAFT, description="Whether the agenda can still change.")
    agenda: Annotated[tuple[AgendaDay, ...], Few] = Field((), description="The agenda, day by day.")
    contact: Contact | None = Field(None, description="Whom to ask, in a public role.")
    url: Url | None = Field(None, description="The occasion's own page.")
    events: Annotated[tuple[EventId, ...], EachOnce, Few] = Field((), description="Events that belong to it.")
    news: Annotated[tuple[NewsId, ...], EachOnce, Few] = Field((), description="News about it.")
    publish_pack: Flag = Field(False, description="Whether its pack stands on the site while it is planned.")

    @model_validator(mode="after")
    def _in_order(self) -> "InternationalMeeting":
        if self.end is not None and self.end.last_day < self.start.first_day:
            raise PydanticCustomError("meeting_order", "ends before it starts")
        return self

    @property
    def last_date(self) -> PartialDate:
        """When it ends, as far as that is known."""
        return self.end or self.start
