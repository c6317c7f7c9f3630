"""What the page of a member shows besides it."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.members.similarity import similar
from ecosystem.kinds.offerings.providers import provider_page_of
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition


def more(edition: Edition, member: Member) -> Mapping[str, Any]:
    """Return the members most like it, and its page as an organisation of the catalogue."""
    return {
        "similar": similar(edition, member.id),
        "provider_page": provider_page_of(edition, "members", member.id),
    }


def card_line(edition: Edition, member: Member) -> str:
    """Return what kind of organisation *member* is, and where it works."""
    if member.region is None:
        return edition.interface.choice(member.kind)
    where = edition.ecosystem.of(Region)[member.region].short_title.in_language(edition.language).text
    return f"{edition.interface.choice(member.kind)} · {where}"
