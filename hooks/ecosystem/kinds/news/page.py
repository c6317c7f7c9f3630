"""What the page of news shows."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from ecosystem.kinds.news.model import NewsItem, Topic
from ecosystem.pages.edition import Edition


def news_newest_first(edition: Edition) -> tuple[NewsItem, ...]:
    """Return all news, newest first."""
    return tuple(sorted(edition.ecosystem.of(NewsItem).values(), key=lambda item: (item.date, item.id), reverse=True))


def news(edition: Edition) -> Mapping[str, Any]:
    """Return all news by year, newest first, and by topic."""
    listed = news_newest_first(edition)
    topics = {topic: [item for item in listed if topic in item.topics] for topic in Topic}
    return {
        "years": [(year, tuple(items)) for year, items in groupby(listed, key=lambda item: item.date.year)],
        "topics": {topic: items for topic, items in topics.items() if items},
    }
