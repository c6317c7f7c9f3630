"""The parts of records that several kinds share, and the sources that every record has."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.ground.languages import Language
from ecosystem.kinds.references import MemberId, NetworkId, OrganisationId, PublicationId, RegionId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part, Record
from ecosystem.records.texts import Prose, SomeTitle, Title
from ecosystem.records.values import Day, EachOnce, Email, Few, Flag, Id, Line, Number, Phone, Url


class Source(Part):
    """Where a fact stands: a document of the publications, or an address."""

    expected: ClassVar[str] = "source_shape"
    #: A title and a publisher are called as they call themselves.
    untranslated: ClassVar[frozenset[str]] = frozenset({"title", "publisher"})

    document: PublicationId | None = Field(None, description="The publication that says it.")
    page: Line | None = Field(None, description="The page; for a document without page numbers, its heading.")
    title: SomeTitle | None = Field(None, description="What the page calls itself, in its own language.")
    publisher: SomeTitle | None = Field(None, description="Who published the page.")
    date: PartialDate | None = Field(None, description="The date that the page shows; leave out when it shows none.")
    language: Language | None = Field(None, description="The language of the page.")
    url: Url | None = Field(None, description="The address of the page that says it.")
    absence: Flag | None = Field(None, description="Whether it says that something is absent or has not happened.")
    read_on: Day | None = Field(None, description="The day on which the page was read.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Source":
        if self.document is None and self.url is None:
            raise PydanticCustomError("source_shape", "neither a document nor an address")
        return self


class Period(Part):
    """When something was or is in force; both ends may be known to the year, month or day."""

    expected: ClassVar[str] = "period_empty"

    start: PartialDate | None = Field(None, description="The first day, month or year.")
    end: PartialDate | None = Field(None, description="The last day, month or year.")

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.start is None and self.end is None:
            raise PydanticCustomError("period_empty", "neither start nor end")
        if self.start and self.end and self.end.last_day < self.start.first_day:
            raise PydanticCustomError("period_order", "ends before it starts")
        return self


class Interval(StrEnum):
    """The unit of a rhythm."""

    WEEK = "week"
    MONTH = "month"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Section(Part):
    """A heading and the text under it."""

    title: Title = Field(description="The heading.")
    text: Prose = Field(description="The text under it.")
    items: Annotated[tuple[Title, ...], Few] = Field((), description="What the text introduces, one by one.")


class LinkedTitle(Part):
    """Something with a title that may have an address: an output, a recording, a material."""

    title: SomeTitle = Field(description="What it is called.")
    url: Url | None = Field(None, description="Its address.")
    publication: PublicationId | None = Field(None, description="The publication, when it is listed here.")
    date: PartialDate | None = Field(None, description="When it came out.")


class Actor(Part):
    """An organisation that takes part: one that the site lists, or a name."""

    expected: ClassVar[str] = "actor_shape"

    region: RegionId | None = Field(None, description="A county, HUS or Helsinki.")
    member: MemberId | None = Field(None, description="A member of the ecosystem.")
    network: NetworkId | None = Field(None, description="A listed network or stakeholder.")
    organisation: OrganisationId | None = Field(
        None, description="An organisation of the international offering that is none of these."
    )
    name: SomeTitle | None = Field(None, description="The name, when the site does not list the organisation.")
    role: Title | None = Field(None, description="What it does here.")

    @model_validator(mode="after")
    def _exactly_one(self) -> "Actor":
        choices = (self.region, self.member, self.network, self.organisation, self.name)
        named = [given for given in choices if given is not None]
        if len(named) != 1:
            raise PydanticCustomError("actor_shape", "not exactly one organisation")
        return self


class Contact(Part):
    """A person who is a public contact. Personal data: only what the source publishes, with its date."""

    personal: ClassVar[bool] = True

    name: Line = Field(description="The person's name.")
    role: Title = Field(description="The public role in which the person is named.")
    organisation: MemberId | None = Field(None, description="The member that the person works for.")
    email: Email | None = Field(None, description="The public e-mail address.")
    phone: Phone | None = Field(None, description="The public phone number.")
    as_of: Day = Field(description="The date of the source: contacts go out of date.")
    first: Flag = Field(False, description="Whether to write to this person when in doubt.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where it is published.")


class FigureRow(Part):
    """One value of a figure."""

    label: Title = Field(description="What was counted or measured.")
    value: Number = Field(description="The value.")
    of_all: Flag = Field(False, description="Whether it tells of the other values together: their sum or mean.")


class Figure(Part):
    """A published set of numbers that belong together, shown as a figure and as a table."""

    id: Id = Field(description="Short name, unique in the record.")
    title: Title = Field(description="What the figure shows.")
    unit: Title = Field(description="The unit of the values, for example % or mean on a scale 0-3.")
    scale: Number | None = Field(None, description="The largest value that there can be; that of per cent is known.")
    rows: Annotated[tuple[FigureRow, ...], Field(min_length=1), Few] = Field(description="The values, in order.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where they stand.")

    @property
    def whole(self) -> Decimal | None:
        """The value that fills a bar; None where nothing limits the values, and bars can only be compared."""
        return self.scale or (_PER_CENT if "%" in self.unit.wordings().values() else None)


#: All of what shares are counted of.
_PER_CENT: Final = Decimal(100)


class SourcedRecord(Record):
    """A record with its sources: what every collection of this site consists of.

    A field without a value is one of which this site knows nothing, unless `known_none` names it: then a source says
    that there is nothing. Pages say which it is of the fields in `may_be_none`.
    """

    #: The fields of which a page says what is known even when they have no value, in the order in which it does.
    may_be_none: ClassVar[tuple[str, ...]] = ()

    known_none: Annotated[tuple[Line, ...], EachOnce, Few] = Field(
        (), description="Fields of which a source says that there is nothing; that source has `absence: true`."
    )
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(
        description="Where the facts of the entry stand."
    )

    @property
    def unknown(self) -> tuple[str, ...]:
        """The fields of which this site knows neither a value nor that there is none."""
        return tuple(name for name in self.may_be_none if not getattr(self, name) and name not in self.known_none)
