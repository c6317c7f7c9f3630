"""What the kind `meetings` declares of itself."""

from typing import Final

from ecosystem.editing.attention import Attention
from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.kinds.meetings.attention import meetings_without_outcome
from ecosystem.kinds.meetings.demonstration import demonstration_records
from ecosystem.kinds.meetings.feed import feed_items
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.packs import packs
from ecosystem.kinds.meetings.page import coming_meetings, links, meetings, more
from ecosystem.kinds.meetings.rules import MEETING_RULES
from ecosystem.kinds.meetings.structured_data import meeting_data
from ecosystem.kinds.meetings.view import calendars, components
from ecosystem.kinds.paper_letters import letters_can_be_set
from ecosystem.pages.addresses import ForAbroad
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.shelf import MakesPapers
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.calendars.listing import InCalendars
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="meetings",
    model=InternationalMeeting,
    place=140,
    page="meetings",
    addresses={"fi": "tapaamiset", "sv": "moten", "en": "meetings"},
    roles=(
        ForAbroad(("meetings",)),
        Rules((*MEETING_RULES, letters_can_be_set("meetings"))),
        RecordPage(links=links, more=more, structured_data=meeting_data),
        Shows({"meetings": PageView(values=meetings)}),
        ForVisitors(frozenset({Visitor.PARTNER}), chosen=coming_meetings),
        Told("meetings", 25, feed_items),
        InCalendars(30, calendars, components),
        MakesPapers(packs),
        OpenData(left_out={InternationalMeeting: ("one_to_ones", "publish_pack")}),
        Attention((("report.meetings", meetings_without_outcome),)),
        Draft(
            command="meeting",
            required=("id", *in_languages("name"), "kind", "status", *in_languages("summary"), "start"),
            optional=("end", "country", *in_languages("place"), "time_zone", "url"),
        ),
        Demonstration(place=20, records=demonstration_records, alone=True),
    ),
)
