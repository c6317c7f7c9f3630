"""What of news is told in feeds."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.news.model import NewsItem
from ecosystem.pages.edition import Edition
from ecosystem.pages.pictures import Picture
from ecosystem.publishing.feeds.items import TitledItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


class NewsFeedItem(TitledItem):
    """A news item."""

    kind = "news"
    record: NewsItem

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return its topics."""
        return [edition.interface.choice(topic) for topic in self.record.topics]

    def picture(self, edition: Edition) -> Picture | None:
        """Return its picture."""
        return edition.pictures[self.record.image.file] if self.record.image else None


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[NewsFeedItem]:
    """Yield all news, each on its day, or when it appeared after that."""
    for record in ecosystem.of(NewsItem).values():
        entered = history.of("news", record).entered
        yield NewsFeedItem(collection="news", record=record, appeared=entered, fact=record.date)
