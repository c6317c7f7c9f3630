"""What the kind `cases` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.request_form import RequestForm, Requests
from ecosystem.kinds.cases.demonstration import demonstration_records
from ecosystem.kinds.cases.feed import feed_items
from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.cases.page import card_line, case_pages, cases
from ecosystem.kinds.pictures import IMAGE_URL, Image, pictured, pictures_can_be_shown
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="cases",
    model=Case,
    place=35,
    page="cases",
    addresses={"fi": "tekoaly-alueilla", "sv": "ai-i-omradena", "en": "ai-in-the-counties"},
    optional=True,
    roles=(
        Shows({"cases": PageView(values=cases, scripts=("filter-bar.js",), pages=case_pages)}),
        ForVisitors(frozenset({Visitor.COUNTY, Visitor.COMPANY}), day=lambda case: case.stage_date),
        Rules((pictures_can_be_shown("cases"),)),
        pictured(),
        OpenData(added={Image: (IMAGE_URL,)}),
        OwnCards(card_line),
        Told("cases", 35, feed_items),
        Requests(
            (
                RequestForm(
                    name="case",
                    fields=(
                        *in_languages("name"),
                        "region",
                        *in_languages("summary"),
                        "stage",
                        "stage_date",
                        "use_cases",
                    ),
                    required=(*in_languages("name"), "region", *in_languages("summary"), "stage"),
                ),
            )
        ),
        Draft(
            command="case",
            required=("id", *in_languages("name"), "region", *in_languages("summary"), "stage"),
            optional=("stage_date", "use_cases", "pilots"),
            lists=("use_cases", "pilots"),
        ),
        Demonstration(place=60, records=demonstration_records),
    ),
)
