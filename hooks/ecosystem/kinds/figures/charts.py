"""The charts of the figures: of each set whose numbers can be compared."""

from functools import partial

from ecosystem.kinds.figures.model import FigureSet
from ecosystem.kinds.parts import Source
from ecosystem.pages.charts.bars import draw_bars, largest_of
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
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
    say, language = edition.interface.say, edition.language
    unit = figures.values[0].unit.in_language(language).text
    drawing = draw_bars(
        [(one.label, one.value, one.of_all) for one in figures.values], figures.scale, say("figure.what"), unit
    )
    dates = [one.date for one in figures.values if one.date]
    sources: list[Source] = []
    for one in figures.values:
        sources += [source for source in one.sources if source not in sources]
    return Chart(
        name=set_name(figures),
        finding=largest_of(edition, drawing),
        about=about(
            edition,
            figures.name.in_language(language).text,
            unit,
            edition.formats.partial_date(max(dates, key=lambda date: date.last_day)) if dates else None,
        ),
        drawing=drawing,
        table=Table((say("figure.what"), unit), [(one.label, one.value) for one in figures.values]),
        page=edition.path("figures"),
        sources=sources,
    )
