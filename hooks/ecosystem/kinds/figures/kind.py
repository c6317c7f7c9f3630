"""What the kind `figures` declares of itself."""

from typing import Final

from ecosystem.kinds.figures.charts import charts
from ecosystem.kinds.figures.model import FigureSet
from ecosystem.kinds.figures.page import figures, in_order, more
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="figures",
    model=FigureSet,
    place=190,
    page="figures",
    addresses={"fi": "lukuina", "sv": "i-siffror", "en": "in-figures"},
    optional=True,
    roles=(
        HasCharts(charts),
        RecordPage(more=more),
        Shows({"figures": PageView(values=figures)}),
        ForVisitors(frozenset({Visitor.RESEARCHER, Visitor.PARTNER}), chosen=in_order),
    ),
)
