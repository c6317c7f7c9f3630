"""What the small pages show that other sites put into a frame: members, figures, coming events."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.kinds.action_plan.indicators import declared_members
from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import coming_occurrences
from ecosystem.kinds.members.model import Member
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


def embeds(edition: Edition) -> dict[str, Embed]:
    """Return the pages for frames by their names in addresses."""
    return {name: show(edition) for name, show in _EMBEDS.items()}


def _members(edition: Edition) -> Embed:
    members = edition.by_name(edition.ecosystem.of(Member).values())
    title = edition.interface.say("embed.members")
    return Embed(title, edition.path("members"), _newest(members), {"members": members})


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
    return Embed(edition.interface.say("embed.figures"), edition.path(HOME), newest, values)


def _events(edition: Edition) -> Embed:
    events = edition.ecosystem.of(Event).values()
    soonest = coming_occurrences(events, edition.today)[:MOST_OCCURRENCES]
    title = edition.interface.say("embed.events")
    return Embed(title, edition.path("events"), _newest(events), {"coming": soonest})


def _newest(records: Iterable[Record]) -> datetime.date | None:
    return max((record.updated for record in records), default=None)


_EMBEDS: Final[Mapping[str, Callable[[Edition], Embed]]] = {
    "members": _members,
    "figures": _figures,
    "events": _events,
}
