"""What the page of a member shows besides it."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.members.similarity import similar
from ecosystem.kinds.offerings.providers import provider_page_of
from ecosystem.pages.edition import Edition


def more(edition: Edition, member: Member) -> Mapping[str, Any]:
    """Return the members most like it, and its page as an organisation of the catalogue."""
    return {
        "similar": similar(edition, member.id),
        "provider_page": provider_page_of(edition, "members", member.id),
    }
