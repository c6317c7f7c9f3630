"""The charts of the figures: of each set whose numbers can be compared."""

from functools import partial

from ecosystem.kinds.figures.model import FigureSet
from ecosystem.kinds.parts import Source
from ecosystem.pages.charts.bars import bars_chart
from ecosystem.pages.charts.chart import Chart, Charts
from ecosystem.pages.edition import Edition


def charts(edition: Edition) -> Charts:
    """Return the chart of every set that has a scale."""
    return {
        set_name(one): partial(set_chart, edition, one)
        for one in edition.ecosystem.of(FigureSet).values()
        if _can_be_compared(one)
    }


def chart_of(edition: Edition, figures: FigureSet) -> Chart | None:
    """Return the chart of *figures*; None where they have no scale."""
    return set_chart(edition, figures) if _can_be_compared(figures) else None


def _can_be_compared(figures: FigureSet) -> bool:
    return figures.scale is not None and bool(figures.values)


def set_name(figures: FigureSet) -> str:
    """Return the name of the chart of *figures*."""
    return f"figures-{figures.id}"


def set_chart(edition: Edition, figures: FigureSet) -> Chart:
    """Return the chart of *figures*, which have a scale: all in one unit."""
    sources: list[Source] = []
    for one in figures.values:
        sources += [source for source in one.sources if source not in sources]
    return bars_chart(
        edition,
        name=set_name(figures),
        title=figures.name,
        unit=figures.values[0].unit.in_language(edition.language).text,
        values=[(one.label, one.value, one.of_all) for one in figures.values],
        whole=figures.scale,
        dates=[one.date for one in figures.values if one.date],
        page=edition.path("figures"),
        sources=sources,
    )
