"""What the pages of networks show: how they hang together, and what each has to do with the catalogue."""

from collections.abc import Mapping
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.networks.charts import charts, relations_of
from ecosystem.kinds.networks.model import Network, NetworkKind, NetworkState
from ecosystem.kinds.offerings.providers import provider_page_of
from ecosystem.kinds.regions.names import region_names
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, choices, facets_of
from ecosystem.pages.list_pages import ListPage, list_pages


def networks(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all networks and stakeholders, and how they hang together."""
    return {"networks": network_pages(edition)[0], "charts": [make() for make in charts(edition).values()]}


@once
def network_pages(edition: Edition) -> tuple[ListPage[Network], ...]:
    """Return all pages of the list of networks, by name, each with those to which it is related."""
    say = edition.interface.say
    listed = edition.by_name(edition.ecosystem.of(Network).values())
    aspects = (
        Aspect("kind", say("networks.kind"), lambda one: [one.kind], choices(edition, NetworkKind)),
        Aspect("state", say("field.state"), lambda one: filter(None, [one.state]), choices(edition, NetworkState)),
        Aspect("region", say("field.region"), lambda one: filter(None, [one.region]), region_names(edition)),
    )
    relations = relations_of(edition.ecosystem.of(Network))
    related = {one.id: edition.named("networks", relations[one.id]) for one in listed}
    return list_pages(edition, "networks", listed, facets_of(listed, aspects), more=related)


def more(edition: Edition, network: Network) -> Mapping[str, Any]:
    """Return the network's page as an organisation of the catalogue."""
    return {"provider_page": provider_page_of(edition, "networks", network.id)}
