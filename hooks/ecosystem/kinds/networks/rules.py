"""The rules of networks."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem
from ecosystem.kinds.networks.model import Network
from ecosystem.records.load import LoadedData


def states_have_dates(data: LoadedData) -> Iterator[Problem]:
    """A state is true on a day."""
    for entry in data["networks"].entries:
        network: Network = entry.record
        if network.state is not None and network.state_date is None:
            details = {"field": "state", "other": "state_date"}
            yield Problem(entry.place("state"), "field_needs_another", details)
