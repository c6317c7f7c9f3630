"""Offerings: what Finnish organisations offer to partners abroad."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.offerings.clinical import IcdChapter, Modality, Specialty
from ecosystem.kinds.offerings.quality import CustomerReference, DigiHta, Evidence, Maturity, Standard
from ecosystem.kinds.offerings.regulation import ProductRegulation
from ecosystem.kinds.organisations.parts import Certification, ContactPoint
from ecosystem.kinds.parts import Actor, SourcedRecord
from ecosystem.kinds.pilots.model import UseCase
from ecosystem.kinds.references import RegionId
from ecosystem.records.places import Country, LanguageCode
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, SomeProse, Title
from ecosystem.records.values import Day, EachOnce, Few, Flag, Url


class OfferingKind(StrEnum):
    """What is offered."""

    PRODUCT = "product"
    SERVICE = "service"
    EXPERTISE = "expertise"


class OfferingCategory(StrEnum):
    """To which part of the field the offering belongs."""

    DATA_ACCESS = "data-access"
    ECOSYSTEM_SERVICES = "ecosystem-services"
    CLINICAL = "clinical"
    SOCIAL_CARE = "social-care"
    ADMINISTRATION = "administration"
    TESTING = "testing"


class UserGroup(StrEnum):
    """Who works with what is offered."""

    PROFESSIONALS = "professionals"
    CLIENTS = "clients"
    MANAGERS = "managers"
    RESEARCHERS = "researchers"
    DEVELOPERS = "developers"
    AUTHORITIES = "authorities"


class CareSetting(StrEnum):
    """Where in care it is used."""

    PRIMARY_CARE = "primary-care"
    HOSPITAL = "hospital"
    EMERGENCY = "emergency"
    HOME_CARE = "home-care"
    SOCIAL_SERVICES = "social-services"
    REHABILITATION = "rehabilitation"
    MENTAL_HEALTH = "mental-health"
    LABORATORY = "laboratory"
    IMAGING = "imaging"
    RESEARCH = "research"


class Hosting(StrEnum):
    """Where the data of the solution is kept."""

    FINLAND = "finland"
    EU_EEA = "eu-eea"
    OUTSIDE_EEA = "outside-eea"
    CUSTOMER = "customer"


class PriceModel(StrEnum):
    """How it is paid for."""

    FREE = "free"
    OPEN_SOURCE = "open-source"
    SUBSCRIPTION = "subscription"
    LICENCE = "licence"
    PER_USE = "per-use"
    PER_OUTCOME = "per-outcome"
    PROJECT = "project"
    PUBLIC_FEE = "public-fee"


class Counterpart(StrEnum):
    """Whom a provider wants to meet."""

    CUSTOMERS = "customers"
    DISTRIBUTORS = "distributors"
    DEVELOPMENT_PARTNERS = "development-partners"
    RESEARCHERS = "researchers"
    INVESTORS = "investors"
    AUTHORITIES = "authorities"


class MeetingInterest(Part):
    """With whom and where the provider would like to meet."""

    counterparts: Annotated[tuple[Counterpart, ...], Field(min_length=1), EachOnce, Few] = Field(
        description="Whom the provider wants to meet."
    )
    countries: Annotated[tuple[Country, ...], EachOnce, Few] = Field((), description="Where; empty means anywhere.")


class Offering(SourcedRecord):
    """A product, a service or expertise that is on offer."""

    may_be_none: ClassVar[tuple[str, ...]] = ("certifications", "evidence", "references")

    name: Title = Field(description="The name in each language.")
    provider: Actor = Field(description="Who offers it.")
    kind: OfferingKind = Field(description="Product, service or expertise.")
    category: OfferingCategory = Field(description="The part of the field.")
    use_cases: Annotated[tuple[UseCase, ...], EachOnce, Few] = Field((), description="What it is used for.")
    summary: Prose = Field(description="What it is, in a sentence or two.")
    intended_use: SomeProse | None = Field(None, description="For what and for whom it is meant.")
    users: Annotated[tuple[UserGroup, ...], EachOnce, Few] = Field((), description="Who works with it.")
    care_settings: Annotated[tuple[CareSetting, ...], EachOnce, Few] = Field((), description="Where it is used.")
    specialties: Annotated[tuple[Specialty, ...], EachOnce, Few] = Field((), description="In which specialties.")
    icd_chapters: Annotated[tuple[IcdChapter, ...], EachOnce, Few] = Field(
        (), description="For which illnesses, by chapter of ICD-10."
    )
    modalities: Annotated[tuple[Modality, ...], EachOnce, Few] = Field((), description="What it reads.")
    maturity: Maturity | None = Field(None, description="How ready it is.")
    regulation: ProductRegulation | None = Field(None, description="The provider's regulatory statement.")
    standards: Annotated[tuple[Standard, ...], Few] = Field((), description="Standards that it follows.")
    certifications: Annotated[tuple[Certification, ...], Few] = Field((), description="How the provider is certified.")
    digihta: DigiHta | None = Field(None, description="Its DigiHTA assessment.")
    evidence: Annotated[tuple[Evidence, ...], Few] = Field((), description="Studies and other proof.")
    references: Annotated[tuple[CustomerReference, ...], Few] = Field((), description="Customers who agreed to it.")
    languages: Annotated[tuple[LanguageCode, ...], EachOnce, Few] = Field((), description="Languages that it speaks.")
    markets: Annotated[tuple[Country, ...], EachOnce, Few] = Field((), description="Countries for which it is meant.")
    hosting: Annotated[tuple[Hosting, ...], EachOnce, Few] = Field((), description="Where its data is kept.")
    price_models: Annotated[tuple[PriceModel, ...], EachOnce, Few] = Field((), description="How it is paid for.")
    meetings: MeetingInterest | None = Field(None, description="Whom the provider wants to meet, and where.")
    contact: ContactPoint | None = Field(None, description="How the provider is reached.")
    region: RegionId | None = Field(None, description="Where the provider works.")
    url: Url | None = Field(None, description="Its own page.")
    verified_on: Day = Field(description="When the entry was last held against its source.")
    self_declared: Flag = Field(description="Whether the provider wrote the entry itself.")

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is not known of an offering is left out, as the catalogue says of itself."""
        return ()
