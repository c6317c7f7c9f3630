"""What the kind `members` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.form import Form
from ecosystem.editing.forms.request_form import RequestForm, Requests, all_of
from ecosystem.editing.tables.record_table import AsTable
from ecosystem.kinds.members.charts import charts
from ecosystem.kinds.members.demonstration import demonstration_records
from ecosystem.kinds.members.directory import directory, directory_pages
from ecosystem.kinds.members.feed import feed_items
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.members.page import card_line, more
from ecosystem.kinds.members.rules import members_are_listed_once, members_come_after_the_beginning
from ecosystem.kinds.members.similarity import SIMILAR
from ecosystem.kinds.organisation_data import organisation_data
from ecosystem.kinds.pictures import IMAGE_URL, Image, pictured, pictures_can_be_shown
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.edition import Answers
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.names import KnowsNames
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="members",
    model=Member,
    place=10,
    page="members",
    addresses={"fi": "jasenet", "sv": "medlemmar", "en": "members"},
    roles=(
        HasCharts(charts),
        Rules((members_are_listed_once, members_come_after_the_beginning, pictures_can_be_shown("members", "logo"))),
        KnowsNames(),
        RecordPage(more=more, structured_data=organisation_data),
        Shows({"members": PageView(values=directory, scripts=("filter-bar.js",), pages=directory_pages)}),
        Answers((SIMILAR,)),
        pictured("logo"),
        OpenData(added={Image: (IMAGE_URL,)}),
        OwnCards(card_line),
        Told("members", 40, feed_items),
        Draft(
            command="member",
            required=("id", *in_languages("name"), "kind"),
            optional=(
                *("short_name", "region", "url", "since", *in_languages("summary")),
                *("offers", "looks_for", "interests"),
            ),
            lists=("offers", "looks_for", "interests"),
        ),
        Form(
            name="join",
            fields=(
                *(*in_languages("name"), "short_name", "kind", "region", "url", *in_languages("summary")),
                *("interests", "looks_for", "offers"),
            ),
            required=("name.fi", "kind", "url"),
            consents=("represent", "publish"),
        ),
        Requests(
            (
                RequestForm(
                    name="member",
                    targets=all_of("members"),
                    fields=(
                        *(*in_languages("name"), "short_name", "kind", "region", "url", *in_languages("summary")),
                        *("interests", "looks_for", "offers"),
                    ),
                    consents=("represent", "publish"),
                    needs_source=False,
                ),
            )
        ),
        AsTable(),
        Demonstration(place=30, records=demonstration_records),
    ),
)
