"""What the kind `organisations` declares of itself."""

from typing import Final

from ecosystem.editing.drafts import Draft
from ecosystem.kinds.offerings.addresses import PROVIDERS
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.kinds.organisations.page import more, organisation_structured_data
from ecosystem.kinds.organisations.parts import ContactPoint
from ecosystem.kinds.organisations.rules import (
    certificates_agree,
    certificates_are_in_force,
    names_agree,
    organisations_are_entered_once,
)
from ecosystem.kinds.pictures import pictured, pictures_can_be_shown
from ecosystem.pages.addresses import ForAbroad
from ecosystem.pages.record_pages import RecordPage
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="organisations",
    model=Organisation,
    place=92,
    page=PROVIDERS,
    addresses={"fi": "tarjoajat", "sv": "leverantorer", "en": "providers"},
    optional=True,
    roles=(
        ForAbroad((PROVIDERS,)),
        Rules(
            (
                organisations_are_entered_once,
                names_agree,
                certificates_agree,
                pictures_can_be_shown("organisations", "logo"),
            ),
            of_time=(certificates_are_in_force,),
        ),
        RecordPage(more=more, scripts=("selection.js",), structured_data=organisation_structured_data),
        pictured("logo"),
        OpenData(left_out={ContactPoint: ("name", "role", "email", "phone")}),
        Draft(
            command="organisation",
            required=("id", "name.fi"),
            optional=("name.sv", "name.en", "region", "member", "network", "business_id", "size", "url"),
        ),
    ),
)
