"""What the page of figures shows."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.figures.model import FigureSet
from ecosystem.pages.edition import Edition


def figures(edition: Edition) -> Mapping[str, Any]:
    """Return all sets of figures, in the order of their places."""
    return {"sets": sorted(edition.ecosystem.of(FigureSet).values(), key=lambda one: one.place)}
