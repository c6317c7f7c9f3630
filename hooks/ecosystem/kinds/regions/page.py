"""What the pages of the organisers of care show: their map, and what each has to do with the catalogue."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.events.occurrences import coming_occurrences
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.providers import provider_page_of
from ecosystem.kinds.regions.calendars import region_events
from ecosystem.kinds.regions.charts import charts, tried_by_region
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition


def regions(edition: Edition) -> Mapping[str, Any]:
    """Return all regions by name with the numbers of their pilots, cases and members, and the map of the first two."""
    return {
        "regions": edition.by_name(edition.ecosystem.of(Region).values()),
        "tried": tried_by_region(edition),
        "members": Counter(member.region for member in edition.ecosystem.of(Member).values()),
        "charts": [make() for make in charts(edition).values()],
    }


def more(edition: Edition, region: Region) -> Mapping[str, Any]:
    """Return the region's page as an organisation of the catalogue, the events to come that concern it, and
    whether anything is known of what it does with AI.
    """
    tried = tried_by_region(edition)
    return {
        "is_known": bool(tried.pilots[region.id] or tried.cases[region.id]),
        "provider_page": provider_page_of(edition, "regions", region.id),
        "coming": coming_occurrences(region_events(edition, region), edition.today),
    }
