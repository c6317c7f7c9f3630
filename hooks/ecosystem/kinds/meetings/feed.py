"""What of international meetings is told in feeds: that one is planned, is at another time, or is cancelled."""

from collections.abc import Iterable, Iterator

from ecosystem.kinds.meetings.model import InternationalMeeting, MeetingStatus
from ecosystem.kinds.meetings.view import country_name
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History


class MeetingFeedItem(FeedItem):
    """A meeting that was announced."""

    kind = "meeting"
    is_dated = False
    record: InternationalMeeting

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.meeting", title=self.name(edition))

    def categories(self, edition: Edition) -> Iterable[str]:
        """Return its kind and its country."""
        return filter(None, (edition.interface.choice(self.record.kind), country_name(edition, self.record)))


class MovedMeetingFeedItem(MeetingFeedItem):
    """A meeting whose first day, or what is known of it, is another."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline; its text says when the meeting is."""
        return edition.interface.say("feed.title.meeting.moved", title=self.name(edition))


class CancelledMeetingFeedItem(MeetingFeedItem):
    """A meeting that was cancelled."""

    is_foldable = False

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.meeting.cancelled", title=self.name(edition))


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the meetings that came after the list began, and what of each has changed since."""
    for record in ecosystem.of(InternationalMeeting).values():
        past = history.of("meetings", record)
        yield MeetingFeedItem(collection="meetings", record=record, appeared=past.entered)
        moves = {change.new: change.day for change in past.turns("start")}
        for start, day in moves.items():
            yield MovedMeetingFeedItem(collection="meetings", record=record, part=f"moved-to-{start}", appeared=day)
        cancelled = past.became("status", record.status) if record.status is MeetingStatus.CANCELLED else None
        if cancelled != past.entered:
            yield CancelledMeetingFeedItem(collection="meetings", record=record, part="cancelled", appeared=cancelled)
