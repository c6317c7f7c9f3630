"""What organisations and their offerings state alike: certificates, and how to reach somebody."""

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.records.record import Part
from ecosystem.records.texts import SomeTitle
from ecosystem.records.values import Day, Email, Line, Phone, Url


class CertificationName(StrEnum):
    """Certified management systems."""

    ISO_13485 = "iso-13485"
    ISO_27001 = "iso-27001"
    ISO_42001 = "iso-42001"
    ISO_9001 = "iso-9001"


class Certification(Part):
    """A certificate of how the provider works."""

    name: CertificationName = Field(description="The standard by which the provider is certified.")
    url: Url | None = Field(None, description="Where the certificate can be read.")
    valid_until: Day | None = Field(None, description="The last day on which it is in force.")


class ContactPoint(Part):
    """How the provider wants to be reached. A person is named only with the person's consent."""

    name: Line | None = Field(None, description="A person or a desk.")
    role: SomeTitle | None = Field(None, description="The role of the person.")
    email: Email | None = Field(None, description="The public e-mail address.")
    phone: Phone | None = Field(None, description="The public phone number.")
    url: Url | None = Field(None, description="The address of a contact page.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> "ContactPoint":
        if self.email is None and self.phone is None and self.url is None:
            raise PydanticCustomError("contact_point_shape", "no way to reach it")
        return self
