"""What the pages of laws show: all of them with a timeline, and one with its measures."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.laws.measures import measures_of
from ecosystem.kinds.laws.model import Law, LawKind
from ecosystem.kinds.laws.timeline import moments
from ecosystem.pages.edition import Edition


def laws(edition: Edition) -> Mapping[str, Any]:
    """Return all laws by kind, then by name, what is to come for them, soonest first, and what was, latest first."""
    listed = edition.by_name(edition.ecosystem.of(Law).values())
    kinds = [(kind, [law for law in listed if law.kind is kind]) for kind in LawKind]
    all_moments = moments(edition, listed)
    return {
        "kinds": [(kind, some) for kind, some in kinds if some],
        "coming": [moment for moment in all_moments if moment.is_to_come],
        "past": [moment for moment in reversed(all_moments) if not moment.is_to_come],
    }


def more(edition: Edition, law: Law) -> Mapping[str, Any]:
    """Return the timeline of *law*, and the measures that it concerns with their plans."""
    return {"moments": moments(edition, [law]), "measures": measures_of(edition, law)}
