"""How related networks hang together, as a figure: names in a column, an arc for each relation.

The drawing repeats what the table of networks says in its column of relations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ecosystem.kinds.networks.model import Network
from ecosystem.pages.edition import Edition

#: The height of a row and the width of the whole drawing; names end where the arcs begin.
ROW: Final = 24
WIDTH: Final = 560
NAMES: Final = 340


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation: from one row's middle to another's, and how far the curve reaches to the right."""

    upper: float
    lower: float
    reach: float


@dataclass(frozen=True, slots=True)
class NetworkFigure:
    """The networks that have relations, from the top (name, middle of the row), and their relations."""

    rows: Sequence[tuple[Network, float]]
    arcs: Sequence[Arc]
    width: int = WIDTH
    names: int = NAMES

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return ROW * len(self.rows)


def relations_of(networks: Mapping[str, Network]) -> Mapping[str, frozenset[str]]:
    """Return the networks related to each: a relation named by one side holds for both."""
    related: dict[str, set[str]] = {network_id: set() for network_id in networks}
    for network in networks.values():
        for other in network.related:
            related[network.id].add(other)
            related[other].add(network.id)
    return {network_id: frozenset(others) for network_id, others in related.items()}


def network_figure(edition: Edition) -> NetworkFigure | None:
    """Return the figure of all networks that have relations; None when none has."""
    networks = edition.ecosystem.of(Network)
    related = relations_of(networks)
    order = _neighbours_together(edition, networks, related)
    if not order:
        return None
    place = {network.id: ROW * index + ROW / 2 for index, network in enumerate(order)}
    pairs = {tuple(sorted((here, other), key=lambda one: place[one])) for here in place for other in related[here]}
    furthest = max(place[lower] - place[upper] for upper, lower in pairs)
    arcs = [_arc(place[upper], place[lower], furthest) for upper, lower in sorted(pairs)]
    return NetworkFigure([(network, place[network.id]) for network in order], arcs)


def _arc(upper: float, lower: float, furthest: float) -> Arc:
    """Return the arc between two rows: the further they are apart, the further it reaches."""
    return Arc(upper, lower, round(NAMES + 8 + (WIDTH - NAMES - 16) * (lower - upper) / furthest, 1))


def _neighbours_together(
    edition: Edition, networks: Mapping[str, Network], related: Mapping[str, frozenset[str]]
) -> list[Network]:
    """Return the networks with relations, so that those of one web stand together, the best connected first."""
    waiting = sorted(
        edition.by_name(networks[one] for one in networks if related[one]), key=lambda one: -len(related[one.id])
    )
    order: dict[str, Network] = {}
    for first in waiting:
        pending = [first]
        while pending:
            network = pending.pop()
            if network.id not in order:
                order[network.id] = network
                pending += [other for other in reversed(waiting) if other.id in related[network.id]]
    return list(order.values())
