"""What of members is told in feeds: that they joined, and that they left."""

from collections.abc import Iterator

from ecosystem.kinds.members.model import Member
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import GoneRecord, History


class MemberFeedItem(FeedItem):
    """A member that joined."""

    kind = "member"
    names_topic = True


class LeftFeedItem(FeedItem):
    """A member that is no longer listed."""

    kind = "left"
    is_foldable = False
    record: GoneRecord

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.member.left", title=self.name(edition))


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the members that came after the list began, or are known to have joined on a day, and those that left."""
    members = ecosystem.of(Member).values()
    for member in members:
        joined = member.since.first_day if member.since else None
        entered = history.of("members", member).entered
        yield MemberFeedItem(collection="members", record=member, appeared=entered, fact=joined)
    for gone in history.gone("members", members):
        yield LeftFeedItem(collection="members", record=gone, part="left", appeared=gone.updated)
