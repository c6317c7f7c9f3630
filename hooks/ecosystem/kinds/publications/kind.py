"""What the kind `publications` declares of itself."""

from typing import Final

from ecosystem.kinds.publications.charts import charts
from ecosystem.kinds.publications.feed import feed_items
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.publications.page import card_line, more, publication_pages, publications
from ecosystem.kinds.publications.rules import figure_ids_are_unique
from ecosystem.kinds.publications.structured_data import publication_data
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="publications",
    model=Publication,
    place=100,
    page="publications",
    addresses={"fi": "julkaisut", "sv": "publikationer", "en": "publications"},
    roles=(
        HasCharts(charts),
        RecordPage(more=more, structured_data=publication_data),
        Rules((figure_ids_are_unique,)),
        Shows({"publications": PageView(values=publications, scripts=("filter-bar.js",), pages=publication_pages)}),
        ForVisitors(frozenset({Visitor.RESEARCHER, Visitor.ASSOCIATION}), day=lambda one: one.date),
        OwnCards(card_line),
        Told("publications", 50, feed_items),
    ),
)
