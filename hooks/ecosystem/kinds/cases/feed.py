"""What of cases is told in feeds: the last known stage."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.cases.model import Case
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


class CaseFeedItem(TitledItem):
    """A case that has reached a stage."""

    record: Case

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return the stage and what AI is used for."""
        return [edition.interface.choice(value) for value in (self.record.stage, *self.record.use_cases)]


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the cases whose stage has become known since the list began, or is dated: a month or a year is no day."""
    for case in ecosystem.of(Case).values():
        dated = case.stage_date is not None and case.stage_date.day is not None
        yield CaseFeedItem(
            collection="cases",
            record=case,
            part=case.stage.value,
            appeared=history.of("cases", case).became("stage", case.stage),
            fact=case.stage_date.first_day if case.stage_date and dated else None,
        )
