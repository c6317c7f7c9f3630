"""What the kind `networks` declares of itself."""

import datetime
from typing import Final

from ecosystem.kinds.networks.charts import charts
from ecosystem.kinds.networks.model import Network, NetworkState
from ecosystem.kinds.networks.page import more, network_pages, networks
from ecosystem.kinds.networks.rules import states_have_dates
from ecosystem.kinds.organisation_data import organisation_data
from ecosystem.kinds.publications.model import Publication
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.open_data.outline import DAY
from ecosystem.publishing.open_data.shapes import Context, Field, Scalar
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.names import KnowsNames
from ecosystem.records.rules import Rules

#: Programs know these two as always there: what the site does not know was once a state of its own.
_NOT_CONFIRMED: Final = "not-confirmed"


def _state(network: Network, _: Context) -> str:
    return network.state.value if network.state else _NOT_CONFIRMED


def _state_date(network: Network, context: Context) -> datetime.date:
    """Return the date of the state; without a state, that of the source that names the network, as far as known."""
    if network.state_date:
        return network.state_date
    mention = network.named_in
    if mention is None:
        return network.updated
    publication = context.ecosystem.of(Publication).get(mention.document) if mention.document else None
    named = mention.date or (publication.date if publication else None)
    return named.last_day if named else network.updated


_STATE: Final = Field(
    "state",
    "What is known of the network, programme or project itself; not-confirmed when nothing is, and of a body.",
    Scalar({"type": "string", "enum": [*(one.value for one in NetworkState), _NOT_CONFIRMED]}, str),
    False,
    _state,
)
_STATE_DATE: Final = Field(
    "state_date",
    "The date of the source for the state; without a state, of the source that names it, else of the entry.",
    DAY,
    False,
    _state_date,
)

KIND: Final = Kind(
    name="networks",
    model=Network,
    place=110,
    page="networks",
    addresses={"fi": "verkostot", "sv": "natverk", "en": "networks"},
    roles=(
        HasCharts(charts),
        KnowsNames(),
        RecordPage(more=more, structured_data=organisation_data),
        Shows({"networks": PageView(values=networks, scripts=("filter-bar.js",), pages=network_pages)}),
        Rules((states_have_dates,)),
        OpenData(left_out={Network: ("state", "state_date")}, added={Network: (_STATE, _STATE_DATE)}),
    ),
)
