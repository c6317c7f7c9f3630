"""What of members is told in feeds: that they joined."""

from collections.abc import Iterator

from ecosystem.kinds.members.model import Member
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem


class MemberFeedItem(FeedItem):
    """A member that joined."""

    kind = "member"


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield all members."""
    for member in ecosystem.of(Member).values():
        day = member.since.first_day if member.since else member.updated
        yield MemberFeedItem(collection="members", record=member, published=day)
