"""What the small pages show that other sites put into a frame: members, figures, coming events, the offering."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.kinds.action_plan.indicators import declared_members
from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import coming_occurrences
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.listing import found_in
from ecosystem.kinds.offerings.model import Offering, OfferingCategory
from ecosystem.kinds.offerings.providers import listed_offerings
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.workgroups.model import Workgroup
from ecosystem.pages.addresses import HOME
from ecosystem.pages.edition import Edition
from ecosystem.records.record import Record

#: As many events as fit into a small frame.
MOST_OCCURRENCES: Final = 10


@dataclass(frozen=True, slots=True)
class Embed:
    """A page for a frame: its title, the page of the site that says more, when its data changed, and what it shows."""

    title: str
    page: str
    updated: datetime.date | None
    values: Mapping[str, Any]
    #: The name of its template; several pages may share one.
    template: str


def embed_of(edition: Edition, name: str) -> Embed:
    """Return the page for frames that is called *name* in addresses."""
    return WHOLE[name](edition) if name in WHOLE else offering_parts(edition)[name].shown(edition)


def _members(edition: Edition) -> Embed:
    members = edition.by_name(edition.ecosystem.of(Member).values())
    title = edition.interface.say("embed.members")
    return Embed(title, edition.path("members"), _newest(members), {"members": members}, "members")


def _figures(edition: Edition) -> Embed:
    ecosystem = edition.ecosystem
    counted = (ecosystem.of(model) for model in (ActionPlan, PilotProgramme, Workgroup, Publication))
    values = {
        "declared": declared_members(ecosystem),
        "programmes": tuple(ecosystem.of(PilotProgramme).values()),
        "workgroups": len(ecosystem.of(Workgroup)),
        "publications": len(ecosystem.of(Publication)),
    }
    newest = _newest(record for records in counted for record in records.values())
    return Embed(edition.interface.say("embed.figures"), edition.path(HOME), newest, values, "figures")


def _events(edition: Edition) -> Embed:
    events = edition.ecosystem.of(Event).values()
    soonest = coming_occurrences(events, edition.today)[:MOST_OCCURRENCES]
    title = edition.interface.say("embed.events")
    return Embed(title, edition.path("events"), _newest(events), {"coming": soonest}, "events")


def _offerings(edition: Edition) -> Embed:
    return _catalogue(edition, edition.interface.say("embed.offering"), "", listed_offerings(edition))


@dataclass(frozen=True, slots=True)
class OfferingPart:
    """A part of the catalogue: what it is called, the filter that shows it on the site, and what is in it."""

    name: str
    query: str
    offerings: tuple[Offering, ...]

    def shown(self, edition: Edition) -> Embed:
        """Return the page for frames that shows it."""
        title = edition.interface.say("embed.offering_of", part=self.name)
        return _catalogue(edition, title, f"?{self.query}#list", self.offerings)


def offering_parts(edition: Edition) -> Mapping[str, OfferingPart]:
    """Return the part of each category and each market by name: a frame has no script that filters."""
    listed = listed_offerings(edition)
    parts = {
        f"offering-{category}": OfferingPart(
            edition.interface.choice(category),
            f"category={category}",
            tuple(one for one in listed if one.category is category),
        )
        for category in OfferingCategory
    } | {
        f"offering-in-{code.lower()}": OfferingPart(
            edition.formats.country(code),
            f"market={code}",
            tuple(one for one in listed if code in found_in([code], one.markets)),
        )
        for code in sorted({code for one in listed for code in one.markets})
    }
    return {name: part for name, part in parts.items() if part.offerings}


def _catalogue(edition: Edition, title: str, query: str, offerings: tuple[Offering, ...]) -> Embed:
    values = {"offerings": offerings}
    return Embed(title, edition.path("offering") + query, _newest(offerings), values, "offering")


def _newest(records: Iterable[Record]) -> datetime.date | None:
    return max((record.updated for record in records), default=None)


#: The pages that every site has, by their names in addresses.
WHOLE: Final[Mapping[str, Callable[[Edition], Embed]]] = {
    "members": _members,
    "figures": _figures,
    "events": _events,
    "offering": _offerings,
}
