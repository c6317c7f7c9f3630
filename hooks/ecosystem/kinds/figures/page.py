"""What the page of figures shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.kinds.figures.charts import chart_of
from ecosystem.kinds.figures.model import FigureSet
from ecosystem.pages.edition import Edition


def figures(edition: Edition) -> Mapping[str, Any]:
    """Return all sets of figures, in the order of their places, and the charts of those that have one."""
    sets = in_order(edition)
    return {"sets": sets, "charts": {one.id: chart_of(edition, one) for one in sets}}


def more(edition: Edition, figures: FigureSet) -> Mapping[str, Any]:
    """Return the chart of *figures*; None where its numbers cannot be compared."""
    return {"chart": chart_of(edition, figures)}


def in_order(edition: Edition) -> Sequence[FigureSet]:
    """Return all sets of figures, in the order of their places."""
    return sorted(edition.ecosystem.of(FigureSet).values(), key=lambda one: one.place)
