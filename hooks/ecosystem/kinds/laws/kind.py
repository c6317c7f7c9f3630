"""What the kind `laws` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.kinds.laws.demonstration import demonstration_records
from ecosystem.kinds.laws.feed import feed_items
from ecosystem.kinds.laws.model import Law
from ecosystem.kinds.laws.page import card_line, law_pages, laws, more
from ecosystem.kinds.laws.rules import measures_exist
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="laws",
    model=Law,
    place=122,
    page="laws",
    addresses={"fi": "lait", "sv": "lagar", "en": "laws"},
    optional=True,
    roles=(
        Rules((measures_exist,)),
        RecordPage(more=more),
        Shows({"laws": PageView(values=laws, scripts=("filter-bar.js",), pages=law_pages)}),
        ForVisitors(frozenset({Visitor.COUNTY, Visitor.COMPANY, Visitor.ASSOCIATION}), day=lambda law: law.stage_date),
        OwnCards(card_line),
        Told("laws", 70, feed_items),
        Draft(
            command="law",
            required=("id", *in_languages("name"), "kind", "stage", "stage_date", *in_languages("summary")),
            optional=(*in_languages("short_name", "identifier"), "affects", "measures"),
            lists=("affects", "measures"),
        ),
        Demonstration(place=80, records=demonstration_records),
    ),
)
