"""What the small pages show that other sites put into a frame: members, figures, coming events."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.addresses import EMBEDDED, page_path
from ecosystem.model.record import Record
from ecosystem.views.edition import Edition
from ecosystem.views.meetings import meetings
from ecosystem.views.plan import declared_members

#: As many meetings as fit into a small frame.
MOST_MEETINGS: Final = 10


@dataclass(frozen=True, slots=True)
class Embed:
    """A page for a frame: its title, the page of the site that says more, when its data changed, and what it shows."""

    title: str
    page: str
    updated: datetime.date | None
    values: Mapping[str, Any]


def embeds(edition: Edition) -> dict[str, Embed]:
    """Return the pages for frames by their names in addresses."""
    return {name: _EMBEDS[name](edition) for name in EMBEDDED}


def _members(edition: Edition) -> Embed:
    members = edition.by_name(edition.ecosystem.members.values())
    title = edition.interface.say("embed.members")
    return Embed(title, page_path("members", edition.language), _newest(members), {"members": members})


def _figures(edition: Edition) -> Embed:
    ecosystem = edition.ecosystem
    counted = (ecosystem.action_plan, ecosystem.pilot_programmes, ecosystem.workgroups, ecosystem.publications)
    values = {
        "declared": declared_members(ecosystem),
        "programmes": tuple(ecosystem.pilot_programmes.values()),
        "workgroups": len(ecosystem.workgroups),
        "publications": len(ecosystem.publications),
    }
    newest = _newest(record for records in counted for record in records.values())
    return Embed(edition.interface.say("embed.figures"), page_path("index", edition.language), newest, values)


def _events(edition: Edition) -> Embed:
    events = edition.ecosystem.events.values()
    coming = [one for event in events for one in meetings(event) if one.last_day >= edition.today]
    soonest = sorted(coming, key=lambda one: (one.date, one.event.id))[:MOST_MEETINGS]
    title = edition.interface.say("embed.events")
    return Embed(title, page_path("events", edition.language), _newest(events), {"meetings": soonest})


def _newest(records: Iterable[Record]) -> datetime.date | None:
    return max((record.updated for record in records), default=None)


_EMBEDS: Final[Mapping[str, Callable[[Edition], Embed]]] = {
    "members": _members,
    "figures": _figures,
    "events": _events,
}
