"""Organisations that provide something, host or meet: what is true of them whatever they offer."""

import re
from enum import StrEnum
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.organisations.parts import Certification, ContactPoint
from ecosystem.kinds.parts import SourcedRecord
from ecosystem.kinds.references import MemberId, NetworkId, RegionId
from ecosystem.records.record import Part
from ecosystem.records.texts import SomeProse, SomeTitle
from ecosystem.records.values import Few, Line, PictureFile, Url

#: How a Finnish business id is written, and by what its digits are weighed to get the last (vero.fi).
_BUSINESS_ID: Final = re.compile(r"([0-9]{7})-([0-9])")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2)
_MODULUS: Final = 11


def _business_id(text: str) -> str:
    match = _BUSINESS_ID.fullmatch(text)
    if match is None:
        raise PydanticCustomError("business_id_shape", "not a business id")
    rest = sum(int(digit) * weight for digit, weight in zip(match[1], _WEIGHTS, strict=True)) % _MODULUS
    if (rest and _MODULUS - rest) != int(match[2]):
        raise PydanticCustomError("business_id_wrong", "the check digit does not fit")
    return text


BusinessId: TypeAlias = Annotated[Line, AfterValidator(_business_id)]


class OrganisationSize(StrEnum):
    """How large an enterprise is, after the recommendation 2003/361/EC."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Registration(Part):
    """An entry in a register that buyers look up, such as EUDAMED."""

    registry: Line = Field(description="The register, for example EUDAMED.")
    number: Line = Field(description="The number there, for example the SRN.")
    url: Url | None = Field(None, description="Where the entry can be read.")


class Organisation(SourcedRecord):
    """An organisation that provides something, hosts or meets. Its id is the address of its page for life."""

    name: SomeTitle = Field(description="The name; of one that the site lists, the same as there.")
    region: RegionId | None = Field(None, description="The county, HUS or Helsinki that it is.")
    member: MemberId | None = Field(None, description="The member that it is.")
    network: NetworkId | None = Field(None, description="The listed network or stakeholder that it is.")
    summary: SomeProse | None = Field(None, description="What it is, when the site does not list it.")
    url: Url | None = Field(None, description="The address of its site, when the site does not list it.")
    business_id: BusinessId | None = Field(None, description="The Finnish business id.")
    size: OrganisationSize | None = Field(None, description="The size of the enterprise.")
    certifications: Annotated[tuple[Certification, ...], Few] = Field((), description="How it is certified.")
    registrations: Annotated[tuple[Registration, ...], Few] = Field((), description="Registers that it stands in.")
    contacts: Annotated[tuple[ContactPoint, ...], Few] = Field((), description="How to reach it.")
    logo: PictureFile | None = Field(None, description="The file of its logo in data/images/.")

    @property
    def listed_as(self) -> tuple[str, str] | None:
        """The collection and the id under which the site lists it; None when it does not."""
        for collection, record_id in (("regions", self.region), ("members", self.member), ("networks", self.network)):
            if record_id:
                return collection, record_id
        return None

    @model_validator(mode="after")
    def _listed_once(self) -> "Organisation":
        if len([one for one in (self.region, self.member, self.network) if one]) > 1:
            raise PydanticCustomError("organisation_shape", "more than one listed organisation")
        return self
