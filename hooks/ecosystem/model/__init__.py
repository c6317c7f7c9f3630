"""The data as types: one module per kind of record, and what they share.

`COLLECTIONS` names the collections; each is the file `data/<collection>.yaml`, a list of its records.
`Ecosystem` holds them all once they have passed every check.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.model.action_plan import ActionPlan
from ecosystem.model.event import Event
from ecosystem.model.glossary import Term
from ecosystem.model.meeting import InternationalMeeting
from ecosystem.model.member import Member
from ecosystem.model.network import Network
from ecosystem.model.news import NewsItem
from ecosystem.model.offering import Offering
from ecosystem.model.operating_model import OperatingModel
from ecosystem.model.pilot import Pilot, PilotProgramme
from ecosystem.model.publication import Publication
from ecosystem.model.record import CollectionName, Record
from ecosystem.model.region import Region
from ecosystem.model.workgroup import Workgroup

COLLECTIONS: Final[Mapping[CollectionName, type[Record]]] = {
    "members": Member,
    "regions": Region,
    "pilots": Pilot,
    "pilot_programmes": PilotProgramme,
    "workgroups": Workgroup,
    "events": Event,
    "news": NewsItem,
    "action_plan": ActionPlan,
    "offerings": Offering,
    "publications": Publication,
    "networks": Network,
    "operating_models": OperatingModel,
    "glossary": Term,
    "meetings": InternationalMeeting,
}


@dataclass(frozen=True, kw_only=True)
class Ecosystem:
    """All collections, each by id in the order of its file. References between them are known to hold."""

    members: Mapping[str, Member]
    regions: Mapping[str, Region]
    pilots: Mapping[str, Pilot]
    pilot_programmes: Mapping[str, PilotProgramme]
    workgroups: Mapping[str, Workgroup]
    events: Mapping[str, Event]
    news: Mapping[str, NewsItem]
    action_plan: Mapping[str, ActionPlan]
    offerings: Mapping[str, Offering]
    publications: Mapping[str, Publication]
    networks: Mapping[str, Network]
    operating_models: Mapping[str, OperatingModel]
    glossary: Mapping[str, Term]
    meetings: Mapping[str, InternationalMeeting]

    def collection(self, name: CollectionName) -> Mapping[str, Record]:
        """Return the records of the collection called *name*."""
        records: Mapping[str, Record] = getattr(self, name)
        return records

    def collections(self) -> dict[CollectionName, Mapping[str, Record]]:
        """Return all collections by name."""
        return {name: self.collection(name) for name in COLLECTIONS}
