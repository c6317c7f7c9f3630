"""What of publications is told in feeds: that they came out."""

from collections.abc import Iterator

from ecosystem.kinds.publications.model import Publication
from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.texts import Text


class PublicationFeedItem(TitledItem):
    """A publication that came out."""

    kind = "publication"
    record: Publication

    @property
    def own_words(self) -> Text:
        """Its title."""
        return self.record.heading


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the publications that appeared since the list began, or that have a date."""
    for record in ecosystem.of(Publication).values():
        entered, date = history.of("publications", record).entered, record.date.first_day if record.date else None
        yield PublicationFeedItem(collection="publications", record=record, appeared=entered, fact=date)
