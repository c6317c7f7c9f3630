"""What of laws is told in feeds: that a milestone has been reached, and that the stage is another."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.laws.model import Law, Milestone
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


class MilestoneFeedItem(FeedItem):
    """A milestone of a law."""

    kind = "milestone"
    record: Law
    detail: Milestone

    @property
    def anchor(self) -> str:
        """The timeline of the law."""
        return "milestones"

    def title(self, edition: Edition) -> str:
        """Return the headline, which says what has happened."""
        reached = self.detail.title.in_language(edition.language).text
        return edition.interface.say("feed.title.milestone", title=self.name(edition), value=reached)

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return what kind of rule it is and whom it concerns."""
        return [edition.interface.choice(value) for value in (self.record.kind, *self.record.affects)]


class StageFeedItem(MilestoneFeedItem):
    """A law that has reached a stage."""

    is_foldable = False

    kind = "stage"

    def title(self, edition: Edition) -> str:
        """Return the headline, which says the stage."""
        stage = edition.interface.choice(self.record.stage)
        return edition.interface.say("feed.title.milestone", title=self.name(edition), value=stage)


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the milestones of which the day is known, and the stage when it has changed and is none of them.

    Where what came after the last known stage is unknown, a day after it was only planned: it is no news when it comes.
    """
    for law in ecosystem.of(Law).values():
        past = history.of("laws", law)
        turn = past.became("stage", law.stage)
        if turn != past.entered and all(str(one.date) != str(law.stage_date) for one in law.milestones):
            yield StageFeedItem(collection="laws", record=law, part=law.stage.value, appeared=turn)
        for milestone in law.milestones:
            only_planned = law.later_unknown and milestone.date.first_day > law.stage_date.last_day
            if milestone.date.day is not None and not only_planned:
                yield MilestoneFeedItem(
                    collection="laws",
                    record=law,
                    detail=milestone,
                    part=str(milestone.date),
                    appeared=past.appeared("milestones", str(milestone.date)),
                    fact=milestone.date.first_day,
                )
