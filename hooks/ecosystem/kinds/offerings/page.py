"""What the page of an offering shows besides it."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.kinds.offerings.listing import stated_fields
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.providers import provider_path, provider_slug
from ecosystem.pages.edition import Edition


def more(edition: Edition, offering: Offering) -> Mapping[str, Any]:
    """Return the page of its provider, and which fields it states."""
    return {
        "provider_page": provider_path(edition, provider_slug(offering.provider)),
        "explained": stated_fields(offering),
    }


def by_name(edition: Edition) -> Sequence[Offering]:
    """Return all offerings by name."""
    return edition.by_name(edition.ecosystem.of(Offering).values())
