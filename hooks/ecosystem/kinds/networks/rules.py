"""The rules of networks."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem
from ecosystem.kinds.networks.model import Network
from ecosystem.records.load import LoadedData


def states_have_dates(data: LoadedData) -> Iterator[Problem]:
    """A state is true on a day: neither is given without the other."""
    for entry in data["networks"].entries:
        network: Network = entry.record
        if (network.state is None) != (network.state_date is None):
            given, missing = ("state", "state_date") if network.state else ("state_date", "state")
            yield Problem(entry.place(given), "field_needs_another", {"field": given, "other": missing})
