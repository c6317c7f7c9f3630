"""The topics of news as what can be followed."""

from collections.abc import Iterable, Iterator
from typing import Final

from ecosystem.kinds.news.model import NewsItem, Topic
from ecosystem.pages.edition import Content, Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.publishing.feeds.strands import Strand, Strands


def _topics(edition: Edition) -> Iterator[Strand]:
    news = edition.ecosystem.of(NewsItem).values()
    for topic in Topic:
        if any(topic in item.topics for item in news):
            title = edition.interface.say("strand.news.title", title=edition.interface.choice(topic))
            yield Strand(id=topic.value, title=title, page=edition.path("news"))


def _topics_of(_: Content, item: FeedItem) -> Iterable[str]:
    return [topic.value for topic in item.record.topics] if isinstance(item.record, NewsItem) else ()


TOPICS_OF_NEWS: Final = Strands(group="news", place=40, all=_topics, of=_topics_of)
