"""What of laws is told in feeds: that a milestone has been reached."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.laws.model import Law, Milestone
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem


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


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield the milestones of which the day is known.

    Where what came after the last known stage is unknown, a day after it was only planned: it is no news when it comes.
    """
    for law in ecosystem.of(Law).values():
        for milestone in law.milestones:
            only_planned = law.later_unknown and milestone.date.first_day > law.stage_date.last_day
            if milestone.date.day is not None and not only_planned:
                day = milestone.date.first_day
                yield MilestoneFeedItem(
                    collection="laws", record=law, detail=milestone, part=str(milestone.date), published=day
                )
