"""What of working groups is told in feeds: that a group was set up, and that its term has ended."""

import datetime
from collections.abc import Iterator

from ecosystem.kinds.workgroups.model import Workgroup, WorkgroupStatus
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


class GroupFeedItem(FeedItem):
    """A new group."""

    kind = "workgroup"


class EndedFeedItem(FeedItem):
    """A group whose term has ended, or that has ended its work."""

    kind = "workgroup"
    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.workgroup.ended", title=self.name(edition))


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the groups that appeared since the list began, and those that have ended: each once, whatever ended it."""
    for group in ecosystem.of(Workgroup).values():
        past = history.of("workgroups", group)
        yield GroupFeedItem(collection="workgroups", record=group, appeared=past.entered)
        over = group.term.end.last_day + datetime.timedelta(1) if group.term and group.term.end else None
        ended = past.became("status", group.status) if group.status is WorkgroupStatus.ENDED else None
        ended = ended if ended != past.entered else None
        if ended is not None and over is not None and over <= ended:
            ended = None  # told when the term was over
        yield EndedFeedItem(
            collection="workgroups",
            record=group,
            part="ended",
            appeared=ended,
            fact=over if ended is None else None,
        )
