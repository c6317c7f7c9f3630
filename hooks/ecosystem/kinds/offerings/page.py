"""What the page of an offering shows besides it."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.offerings.addresses import organisation_paper_path
from ecosystem.kinds.offerings.assurance import assurance
from ecosystem.kinds.offerings.home_use import home_uses, state_of
from ecosystem.kinds.offerings.listing import stated_fields
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.providers import certifications_of, provider_path, provider_slug
from ecosystem.kinds.offerings.quality import Verification
from ecosystem.kinds.offerings.validity import verification
from ecosystem.pages.edition import Edition


def more(edition: Edition, offering: Offering) -> Mapping[str, Any]:
    """Return its provider's page and paper, how far to rely on it, where it is used at home, and what it states."""
    state = verification(offering, edition.today)
    slug = provider_slug(edition, offering.provider)
    return {
        "assurance": assurance(offering, edition.today),
        "is_old": state is Verification.OLD,
        "is_lapsed": state is Verification.LAPSED,
        "provider_page": provider_path(edition, slug),
        "paper": None if state is Verification.LAPSED else organisation_paper_path(slug, edition.language),
        "home": [(use, state_of(edition, use)) for use in home_uses(edition, offering)],
        "certifications": certifications_of(edition, offering),
        "explained": stated_fields(offering),
    }


def card_line(edition: Edition, offering: Offering) -> str:
    """Return what kind of offering it is, and how ready."""
    level = offering.maturity.trl if offering.maturity else None
    ready = edition.interface.say("offering.trl_short", level=level) if level else None
    return " · ".join(filter(None, [edition.interface.choice(offering.kind), ready]))
