"""The chart of the networks: who is related to whom."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from ecosystem.kinds.networks.model import Network
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
from ecosystem.pages.charts.groups import group
from ecosystem.pages.edition import Edition

RELATIONS: Final = "network-relations"


def relations_of(networks: Mapping[str, Network]) -> Mapping[str, frozenset[str]]:
    """Return the networks related to each: a relation named by one side holds for both."""
    related: dict[str, set[str]] = {network_id: set() for network_id in networks}
    for network in networks.values():
        for other in network.related:
            related[network.id].add(other)
            related[other].add(network.id)
    return {network_id: frozenset(others) for network_id, others in related.items()}


def charts(edition: Edition) -> Charts:
    """Return the chart of relations, where there are any."""
    if any(network.related for network in edition.ecosystem.of(Network).values()):
        return {RELATIONS: partial(relations_chart, edition)}
    return {}


def relations_chart(edition: Edition) -> Chart:
    """Return the relations, each once, grouped under those that have most."""
    networks = edition.ecosystem.of(Network)
    related = relations_of(networks)
    drawing = group("networks", edition.by_name(networks.values()), related)
    interface = edition.interface
    most = max(len(others) for others in related.values())
    names = ", ".join(edition.title(one.record) for one in drawing.groups if one.degree == most)
    newest = max(network.updated for network in networks.values() if related[network.id])
    return Chart(
        name=RELATIONS,
        finding=interface.say("networks.finding", count=most, names=names),
        about=about(
            edition, interface.say("networks.figure"), interface.say("chart.number"), edition.formats.date(newest)
        ),
        drawing=drawing,
        table=Table(
            (interface.say("networks.name"), interface.say("networks.related")),
            [(one.record.heading, other.heading) for one in drawing.groups for other in one.others],
        ),
        page=edition.path("networks"),
    )
