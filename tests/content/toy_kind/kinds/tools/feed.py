"""What of tools is told in feeds: that they are listed."""

from collections.abc import Iterator

from ecosystem.kinds.tools.model import Tool

from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield all tools."""
    for tool in ecosystem.of(Tool).values():
        yield TitledItem(collection="tools", record=tool, appeared=history.of("tools", tool).entered, fact=tool.updated)
