"""What the pages of networks show: how they hang together, and what each has to do with the catalogue."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.networks.charts import charts
from ecosystem.kinds.networks.model import Network
from ecosystem.kinds.offerings.providers import provider_page_of
from ecosystem.pages.edition import Edition


def networks(edition: Edition) -> Mapping[str, Any]:
    """Return all networks and stakeholders by name, and the chart of their relations."""
    return {
        "networks": edition.by_name(edition.ecosystem.of(Network).values()),
        "charts": [make() for make in charts(edition).values()],
    }


def more(edition: Edition, network: Network) -> Mapping[str, Any]:
    """Return the network's page as an organisation of the catalogue."""
    return {"provider_page": provider_page_of(edition, "networks", network.id)}
