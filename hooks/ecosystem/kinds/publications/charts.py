"""The charts of publications: their figures as bars."""

from functools import partial

from ecosystem.kinds.parts import Figure
from ecosystem.kinds.publications.model import Publication
from ecosystem.pages.charts.bars import bars_chart
from ecosystem.pages.charts.chart import Chart, Charts
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
    return bars_chart(
        edition,
        name=figure_name(publication, figure),
        title=figure.title,
        unit=figure.unit.in_language(edition.language).text,
        values=[(row.label, row.value, row.of_all) for row in figure.rows],
        whole=figure.whole,
        dates=[date for source in figure.sources if (date := _date(edition, source.document) or source.date)],
        page=edition.record_path("publications", publication.id),
        sources=figure.sources,
    )


def _date(edition: Edition, document: str | None) -> PartialDate | None:
    return edition.ecosystem.of(Publication)[document].date if document else None
