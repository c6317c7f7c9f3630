"""The charts of publications: their figures as bars."""

from functools import partial

from ecosystem.kinds.parts import Figure
from ecosystem.kinds.publications.model import Publication
from ecosystem.pages.charts.bars import draw_bars, largest_of
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
from ecosystem.pages.edition import Edition
from ecosystem.records.partial_date import PartialDate


def charts(edition: Edition) -> Charts:
    """Return the charts of all publications."""
    return {
        figure_name(publication, figure): partial(figure_chart, edition, publication, figure)
        for publication in edition.ecosystem.of(Publication).values()
        for figure in publication.figures
    }


def figure_name(publication: Publication, figure: Figure) -> str:
    """Return the name of the chart of a *figure* of *publication*."""
    return f"{publication.id}-{figure.id}"


def figure_chart(edition: Edition, publication: Publication, figure: Figure) -> Chart:
    """Return the chart of a *figure* of *publication*."""
    say, language = edition.interface.say, edition.language
    unit = figure.unit.in_language(language).text
    drawing = draw_bars(
        [(row.label, row.value, row.of_all) for row in figure.rows], figure.whole, say("figure.what"), unit
    )
    dates = [date for source in figure.sources if (date := _date(edition, source.document) or source.date)]
    return Chart(
        name=figure_name(publication, figure),
        finding=largest_of(edition, drawing),
        about=about(
            edition,
            figure.title.in_language(language).text,
            unit,
            edition.formats.partial_date(max(dates, key=lambda date: date.last_day)) if dates else None,
        ),
        drawing=drawing,
        table=Table((say("figure.what"), unit), [(row.label, row.value) for row in figure.rows]),
        page=edition.record_path("publications", publication.id),
        sources=figure.sources,
    )


def _date(edition: Edition, document: str | None) -> PartialDate | None:
    return edition.ecosystem.of(Publication)[document].date if document else None
