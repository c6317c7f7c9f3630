"""All charts of the site, their tables and the pages on which each stands alone, for frames of other sites."""

from collections.abc import Iterator
from functools import partial

from ecosystem.pages.charts.chart import Chart, Charts, HasCharts, chart_frame_path, chart_table, chart_table_path
from ecosystem.pages.edition import Edition
from ecosystem.pages.links import place, way_to_root
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.open_data.collections import LICENCE, LICENCE_NAME
from ecosystem.site.pages.embeds import Embed
from ecosystem.site.pages.situation import charts as situation_charts


def all_charts(edition: Edition) -> Charts:
    """Return the charts of all kinds, and those of the site's own pages."""
    found = dict(situation_charts(edition))
    for _, role in edition.ecosystem.kinds.playing(HasCharts):
        found |= role.charts(edition)
    return found


def chart_tables(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the table of every chart."""
    for name, make in all_charts(edition).items():
        yield chart_table_path(edition, name), chart_table(edition, make())


def chart_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every chart."""
    edition = renderer.edition
    for name in all_charts(edition):
        path = chart_frame_path(edition, name)
        yield Page(path, edition.language, edition.today, {}, partial(_document, renderer, name), listed=False)


def _document(renderer: Renderer, name: str) -> str:
    edition = renderer.edition
    chart: Chart = all_charts(edition)[name]()
    template = renderer.environment.get_template("embed/chart.html")
    document = template.render(
        view=Embed(chart.finding, chart.page, None, {}, "chart"),
        chart=chart,
        assets=renderer.assets,
        licence=LICENCE,
        licence_name=LICENCE_NAME,
    )
    return place(document, way_to_root(chart_frame_path(edition, name)))
