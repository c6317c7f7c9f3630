"""What the kind `pilots` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.request_form import RequestForm, Requests, all_of
from ecosystem.kinds.events.calendars import components
from ecosystem.kinds.pictures import IMAGE_URL, Image, pictured, pictures_can_be_shown
from ecosystem.kinds.pilots.calendars import calendars, links
from ecosystem.kinds.pilots.demonstration import demonstration_records
from ecosystem.kinds.pilots.feed import feed_items
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.pilots.page import card_line, more, pilot_pages, pilots
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.calendars.listing import InCalendars
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.feeds.strands import strands_of_records
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="pilots",
    model=Pilot,
    place=30,
    page="pilots",
    addresses={"fi": "kokeilut", "sv": "forsoksprojekt", "en": "pilots"},
    roles=(
        RecordPage(more=more, links=links),
        Shows({"pilots": PageView(values=pilots, scripts=("filter-bar.js",), pages=pilot_pages)}),
        ForVisitors(frozenset({Visitor.COUNTY, Visitor.RESEARCHER})),
        Rules((pictures_can_be_shown("pilots"),)),
        pictured(),
        OpenData(added={Image: (IMAGE_URL,)}),
        OwnCards(card_line),
        Told("pilots", 30, feed_items),
        InCalendars(24, calendars, components),
        strands_of_records("pilot", 30, "pilots"),
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
        Demonstration(place=50, records=demonstration_records),
    ),
)
