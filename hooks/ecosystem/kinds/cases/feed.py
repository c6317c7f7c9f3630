"""What of cases is told in feeds: the last known stage, if its day is known."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.cases.model import Case
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem


class CaseFeedItem(TitledItem):
    """A case that has reached a stage."""

    record: Case

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return the stage and what AI is used for."""
        return [edition.interface.choice(value) for value in (self.record.stage, *self.record.use_cases)]


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield the cases of whose stage a day is known: a month or a year is none, and no other day stands in for it."""
    for case in ecosystem.of(Case).values():
        if case.stage_date is not None and case.stage_date.day is not None:
            day = case.stage_date.first_day
            yield CaseFeedItem(collection="cases", record=case, part=case.stage.value, published=day)
