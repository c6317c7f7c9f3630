"""What the kind `news` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.request_form import RequestForm, Requests
from ecosystem.kinds.news.demonstration import demonstration_records
from ecosystem.kinds.news.feed import feed_items
from ecosystem.kinds.news.model import NewsItem
from ecosystem.kinds.news.page import card_line, news, news_pages
from ecosystem.kinds.news.rules import news_is_of_our_time, news_is_told_once
from ecosystem.kinds.news.strands import TOPICS_OF_NEWS
from ecosystem.kinds.news.structured_data import news_data
from ecosystem.kinds.pictures import IMAGE_URL, Image, pictured, pictures_can_be_shown
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.edition import Embargo
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="news",
    model=NewsItem,
    place=70,
    page="news",
    addresses={"fi": "uutiset", "sv": "nyheter", "en": "news"},
    roles=(
        Rules((pictures_can_be_shown("news"), news_is_told_once), of_time=(news_is_of_our_time,)),
        RecordPage(open_graph="article", structured_data=news_data),
        Shows({"news": PageView(values=news, scripts=("filter-bar.js",), pages=news_pages)}),
        Embargo(lambda item, today: item.date <= today),
        pictured(),
        OwnCards(card_line),
        Told("news", 10, feed_items),
        TOPICS_OF_NEWS,
        OpenData(added={Image: (IMAGE_URL,)}),
        Requests(
            (
                RequestForm(
                    name="news",
                    fields=(
                        *("date", *in_languages("title", "summary", "body"), "topics", "url", "pilots", "workgroups"),
                        *("image.file", *in_languages("image.alt"), "image.credit"),
                    ),
                    required=("date", *in_languages("title", "summary"), "topics"),
                ),
            )
        ),
        Draft(
            command="news",
            required=("id", "date", *in_languages("title", "summary"), "topics"),
            optional=("url", "members", "pilots", "workgroups", "events", "publications"),
            lists=("topics", "members", "pilots", "workgroups", "events", "publications"),
        ),
        Demonstration(place=70, records=demonstration_records),
    ),
)
