"""What of the offering is told in feeds: that something has come into it."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.offerings.model import Offering
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


class OfferingFeedItem(FeedItem):
    """Something new in the offering."""

    kind = "record"
    record: Offering

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.offering", title=self.name(edition))

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return its category and what AI is used for."""
        return [edition.interface.choice(value) for value in (self.record.category, *self.record.use_cases)]


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the offerings that came after the list began: no entry has another day on which it would be news."""
    for record in ecosystem.of(Offering).values():
        entered = history.of("offerings", record).entered
        yield OfferingFeedItem(collection="offerings", record=record, appeared=entered)
