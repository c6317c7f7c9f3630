"""What of publications is told in feeds: that they came out."""

from collections.abc import Iterator

from ecosystem.kinds.publications.model import Publication
from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.texts import Text


class PublicationFeedItem(TitledItem):
    """A publication that came out."""

    kind = "publication"
    record: Publication

    @property
    def own_words(self) -> Text:
        """Its title."""
        return self.record.heading


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield the publications that have a date: the day of an entry is not that on which they came out."""
    for record in ecosystem.of(Publication).values():
        if record.date:
            yield PublicationFeedItem(collection="publications", record=record, published=record.date.first_day)
