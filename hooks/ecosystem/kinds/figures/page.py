"""What the page of figures shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.kinds.figures.model import FigureSet
from ecosystem.pages.edition import Edition


def figures(edition: Edition) -> Mapping[str, Any]:
    """Return all sets of figures, in the order of their places."""
    return {"sets": in_order(edition)}


def in_order(edition: Edition) -> Sequence[FigureSet]:
    """Return all sets of figures, in the order of their places."""
    return sorted(edition.ecosystem.of(FigureSet).values(), key=lambda one: one.place)
