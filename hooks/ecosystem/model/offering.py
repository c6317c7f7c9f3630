"""Offerings: what Finnish organisations offer to partners abroad."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ecosystem.model.pilot import Regulation, UseCase
from ecosystem.model.record import Actor, Record, RegionId
from ecosystem.model.texts import Prose, SomeProse, Title
from ecosystem.model.values import Day, EachOnce, Few, Flag, Url


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


class Offering(Record):
    """A product, a service or expertise that is on offer."""

    name: Title = Field(description="The name in each language.")
    provider: Actor = Field(description="Who offers it.")
    kind: OfferingKind = Field(description="Product, service or expertise.")
    category: OfferingCategory = Field(description="The part of the field.")
    use_cases: Annotated[tuple[UseCase, ...], EachOnce, Few] = Field((), description="What it is used for.")
    summary: Prose = Field(description="What it is, in a sentence or two.")
    intended_use: SomeProse | None = Field(None, description="For what and for whom it is meant.")
    regulation: Regulation | None = Field(None, description="The owner's regulatory statement.")
    region: RegionId | None = Field(None, description="Where the provider works.")
    url: Url | None = Field(None, description="Its own page.")
    verified_on: Day = Field(description="When the entry was last held against its source.")
    self_declared: Flag = Field(description="Whether the provider wrote the entry itself.")
