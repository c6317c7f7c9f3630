"""What the pages of the organisers of care show: their map, and what each has to do with the catalogue."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import coming_occurrences
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.providers import provider_page_of
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.tile_map import Count, tiles
from ecosystem.pages.edition import Edition


def regions(edition: Edition) -> Mapping[str, Any]:
    """Return all regions by name with the numbers of their pilots, cases and members, and the map of the first two."""
    pilots = Counter(pilot.organiser for pilot in edition.ecosystem.of(Pilot).values())
    cases = Counter(case.region for case in edition.ecosystem.of(Case).values())

    def count(region: str) -> Count:
        if not pilots[region] + cases[region]:
            return Count(0, "", edition.interface.say("regions.not_known"))
        known = [("regions.pilots", pilots[region]), ("regions.cases", cases[region])]
        return Count(
            pilots[region] + cases[region],
            " + ".join(str(number or "–") for _, number in known),
            ", ".join(edition.interface.count(key, number) for key, number in known if number),
        )

    return {
        "regions": edition.by_name(edition.ecosystem.of(Region).values()),
        "pilots": pilots,
        "in_programme": {
            one for programme in edition.ecosystem.of(PilotProgramme).values() for one in programme.organisers
        },
        "cases": cases,
        "members": Counter(member.region for member in edition.ecosystem.of(Member).values()),
        "tiles": tiles(edition, count),
    }


def more(edition: Edition, region: Region) -> Mapping[str, Any]:
    """Return the region's page as an organisation of the catalogue, and the events to come that concern it."""
    events = [event for event in edition.ecosystem.of(Event).values() if region.id in event.regions]
    return {
        "provider_page": provider_page_of(edition, "regions", region.id),
        "coming": coming_occurrences(events, edition.today),
    }
