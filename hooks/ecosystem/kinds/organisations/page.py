"""What the page of an organisation shows besides it."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.offerings.provider_pages import shown_provider
from ecosystem.kinds.offerings.providers import provider_of_organisation
from ecosystem.kinds.offerings.structured_data import provider_data
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd


def more(edition: Edition, record: Organisation) -> Mapping[str, Any]:
    """Return the organisation with all that it offers."""
    return shown_provider(edition, provider_of_organisation(edition, record))


def organisation_structured_data(edition: Edition, record: Organisation, _address: str) -> JsonLd:
    """Return the organisation with all that it offers, for machines."""
    return provider_data(edition, provider_of_organisation(edition, record))
