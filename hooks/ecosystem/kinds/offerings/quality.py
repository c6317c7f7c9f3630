"""What shows that an offering can be trusted: maturity, standards, certifications, assessments, references."""

import datetime
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from ecosystem.kinds.parts import Actor
from ecosystem.records.age import years_later
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.places import Country
from ecosystem.records.record import Part
from ecosystem.records.texts import SomeProse, SomeTitle
from ecosystem.records.values import Count, Flag, Line, Url

#: FinCCHTA gives a recommendation for so many years: https://oys.fi/fincchta/digi-hta/digi-hta-menetelma/
_DIGIHTA_YEARS: Final = 3


class Maturity(Part):
    """How ready an offering is for use."""

    trl: Annotated[Count, Field(ge=1, le=9)] | None = Field(None, description="Technology readiness level, 1 to 9.")
    live_deployments: Count | None = Field(None, description="In how many organisations it is in daily use.")


class StandardName(StrEnum):
    """Standards of health and social care data that an offering can follow."""

    FHIR = "fhir"
    IHE = "ihe"
    OPENEHR = "openehr"
    KANTA = "kanta"
    SNOMED_CT = "snomed-ct"
    HL7_V2 = "hl7-v2"
    CDA = "cda"
    DICOM = "dicom"
    LOINC = "loinc"
    ICD = "icd"
    OMOP = "omop"


class Standard(Part):
    """A standard that an offering follows."""

    name: StandardName = Field(description="The standard.")
    version: Line | None = Field(None, description="Its version or profile, for example R4; FHIR needs one.")


class DigiHtaResult(StrEnum):
    """Where a DigiHTA assessment of the product stands."""

    RECOMMENDED = "recommended"
    WITH_RESERVATIONS = "with-reservations"
    NOT_RECOMMENDED = "not-recommended"
    UNDER_WAY = "under-way"


class DigiHta(Part):
    """The DigiHTA assessment of a digital health product."""

    result: DigiHtaResult = Field(description="Its result.")
    date: PartialDate = Field(description="When the result was given.")
    url: Url | None = Field(None, description="Where it can be read.")

    @property
    def valid_until(self) -> datetime.date | None:
        """The last day on which the result is in force; None while there is none yet."""
        is_given = self.result is not DigiHtaResult.UNDER_WAY
        return years_later(self.date.last_day, _DIGIHTA_YEARS) if is_given else None


class Evidence(Part):
    """A study or another proof of what an offering does."""

    title: SomeTitle = Field(description="What it is called.")
    url: Url = Field(description="Where it can be read.")
    date: PartialDate | None = Field(None, description="When it came out.")


class CustomerReference(Part):
    """An organisation that uses or has used the offering, and has agreed to be named."""

    customer: Actor = Field(description="Who uses it.")
    country: Country | None = Field(None, description="In which country.")
    summary: SomeProse | None = Field(None, description="How it is used.")
    consent: Flag = Field(description="Whether the customer has agreed to be named; without that, leave it out.")


class Verification(StrEnum):
    """How far the check of an entry against its source can still be relied on."""

    CURRENT = "current"
    OLD = "old"
    LAPSED = "lapsed"


class Assurance(StrEnum):
    """The level of assurance of an entry, the lowest first."""

    DECLARED = "declared"
    EVIDENCE_LINKED = "evidence-linked"
    ASSESSED = "assessed"
