"""What of pilots is told in feeds: when one gets a state, and when it has results."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.pilots.model import Pilot
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.texts import Text


class PilotFeedItem(FeedItem):
    """A pilot that got a state."""

    kind = "pilot"
    record: Pilot

    def title(self, edition: Edition) -> str:
        """Return the headline, which says the state."""
        return edition.interface.say(f"feed.title.pilot.{self.record.status.value}", title=self.name(edition))

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return what AI is used for."""
        return [edition.interface.choice(use) for use in self.record.use_cases]


class ResultsFeedItem(FeedItem):
    """A pilot that has results."""

    kind = "results"
    record: Pilot

    @property
    def lead(self) -> Text | None:
        """The results."""
        return self.record.results

    @property
    def own_words(self) -> Text:
        """The results."""
        return self.record.results or super().own_words

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return what AI is used for."""
        return [edition.interface.choice(use) for use in self.record.use_cases]


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield two items of a pilot, with names of their own: its state, and its results when it has any."""
    for pilot in ecosystem.of(Pilot).values():
        past = history.of("pilots", pilot)
        yield PilotFeedItem(
            collection="pilots",
            record=pilot,
            part=pilot.status.value,
            appeared=past.became("status", pilot.status),
            fact=pilot.status_date,
        )
        if pilot.results is not None:
            # Of what nothing is remembered the entry's last change is the only day that is known.
            known = None if past.seen else pilot.updated
            yield ResultsFeedItem(
                collection="pilots", record=pilot, part="results", appeared=past.appeared("results"), fact=known
            )
