"""What of tools is told in feeds: that they are listed."""

from collections.abc import Iterator

from ecosystem.kinds.tools.model import Tool

from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield all tools."""
    for tool in ecosystem.of(Tool).values():
        yield TitledItem(collection="tools", record=tool, published=tool.updated)
