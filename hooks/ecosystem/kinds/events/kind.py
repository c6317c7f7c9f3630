"""What the kind `events` declares of itself."""

from typing import Final

from ecosystem.editing.attention import Attention
from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.kinds.events.attention import events_without_recording
from ecosystem.kinds.events.calendars import calendars, components
from ecosystem.kinds.events.demonstration import demonstration_records
from ecosystem.kinds.events.feed import feed_items
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.page import card_line, events, links, more, past_pages
from ecosystem.kinds.events.requests import EVENT_REQUESTS
from ecosystem.kinds.events.rhythm import SeriesRhythm
from ecosystem.kinds.events.rules import EVENT_RULES, events_are_of_our_time, events_can_be_found
from ecosystem.kinds.events.strands import LANGUAGES_OF_EVENTS
from ecosystem.kinds.events.structured_data import event_data
from ecosystem.kinds.pictures import IMAGE_URL, Image, pictured, pictures_can_be_shown
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.calendars.listing import InCalendars
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.outline import DAY
from ecosystem.publishing.open_data.shapes import Field, Items
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

_DAYS: Final = Field(
    "days",
    "All days that follow from the rhythm, without those left out; the sessions of the series say what differs.",
    Items(DAY),
    False,
    lambda rhythm, _: rhythm.days(),
)

KIND: Final = Kind(
    name="events",
    model=Event,
    place=60,
    page="events",
    addresses={"fi": "tapahtumat", "sv": "evenemang", "en": "events"},
    roles=(
        EVENT_REQUESTS,
        Rules((*EVENT_RULES, pictures_can_be_shown("events")), of_time=(events_are_of_our_time, events_can_be_found)),
        RecordPage(more=more, scripts=("events.js",), links=links, structured_data=event_data),
        Shows({"events": PageView(values=events, scripts=("filter-bar.js", "events.js"), pages=past_pages)}),
        pictured(),
        OwnCards(card_line),
        Told("events", 20, feed_items),
        InCalendars(10, calendars, components),
        LANGUAGES_OF_EVENTS,
        OpenData(added={SeriesRhythm: (_DAYS,), Image: (IMAGE_URL,)}),
        Attention((("report.recordings", events_without_recording),)),
        Demonstration(place=40, records=demonstration_records),
        Draft(
            command="event",
            required=("id", *in_languages("name", "summary"), "host"),
            optional=(
                *("date", "end_date", "hours.start", "hours.end"),
                *("rhythm.every", "rhythm.interval", "rhythm.weekday", "rhythm.hours.start", "rhythm.hours.end"),
                *("form", *in_languages("place"), "languages", "url", "registration"),
            ),
            lists=("languages",),
        ),
    ),
)
