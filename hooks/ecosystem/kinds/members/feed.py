"""What of members is told in feeds: that they joined."""

from collections.abc import Iterator

from ecosystem.kinds.members.model import Member
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem


class MemberFeedItem(FeedItem):
    """A member that joined."""

    kind = "member"


def feed_items(ecosystem: Ecosystem) -> Iterator[FeedItem]:
    """Yield the members of which it is known when they joined: the day of an entry is not that of what it tells."""
    for member in ecosystem.of(Member).values():
        if member.since:
            yield MemberFeedItem(collection="members", record=member, published=member.since.first_day)
