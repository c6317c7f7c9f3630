"""What the kind `pilots` declares of itself."""

from typing import Final

from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.request_form import RequestForm, Requests, all_of
from ecosystem.kinds.pilots.feed import feed_items
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.pilots.page import more, pilots
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="pilots",
    model=Pilot,
    place=30,
    page="pilots",
    addresses={"fi": "kokeilut", "sv": "forsoksprojekt", "en": "pilots"},
    roles=(
        RecordPage(more=more),
        Shows({"pilots": PageView(values=pilots)}),
        ForVisitors(frozenset({Visitor.COUNTY, Visitor.RESEARCHER})),
        OwnCards(),
        Told("pilots", 30, feed_items),
        Requests(
            (
                RequestForm(
                    name="pilot",
                    targets=all_of("pilots"),
                    fields=(
                        *("status", "status_date", "period.start", "period.end"),
                        *in_languages("results", "scaling"),
                    ),
                ),
            )
        ),
        Draft(
            command="pilot",
            required=("id", *in_languages("name"), "organiser", *in_languages("summary"), "status", "status_date"),
            optional=("programme", "use_cases", "themes", "period.start", "period.end"),
            lists=("use_cases", "themes"),
        ),
    ),
)
