"""What an issue of the newsletter tells: the feed's items since a day, by topic, and the events to come."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.feeds.entries import item_address, item_title
from ecosystem.model.event import EventState
from ecosystem.model.pilot import Pilot
from ecosystem.model.texts import Text
from ecosystem.views.edition import Edition
from ecosystem.views.feed_items import FEED_TOPICS, FeedItem, FeedTopic, feed_items
from ecosystem.views.meetings import Meeting, meetings

#: As many coming meetings as an issue lists.
MOST_COMING: Final = 10


@dataclass(frozen=True, slots=True)
class Story:
    """One item: its headline, its first words where it has any, its day and the address of its page."""

    title: str
    lead: Text | None
    day: datetime.date
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue in one language: what is new from `since` to `until`, and what comes then."""

    since: datetime.date
    until: datetime.date
    stories: Mapping[FeedTopic, tuple[Story, ...]]
    coming: tuple[Meeting, ...]


def make_issue(edition: Edition, since: datetime.date) -> Issue:
    """Return the issue of *edition* with everything that is new from the day *since* on."""
    items = [item for item in feed_items(edition.ecosystem, edition.today) if item.newest >= since]
    groups = {
        topic: tuple(_story(edition, item) for item in items if item.topic == topic)
        for topic in FEED_TOPICS
        if any(item.topic == topic for item in items)
    }
    coming = [
        meeting
        for event in edition.ecosystem.events.values()
        for meeting in meetings(event)
        if meeting.last_day >= edition.today and meeting.state is not EventState.CANCELLED
    ]
    soonest = sorted(coming, key=lambda meeting: (meeting.date, meeting.event.id))[:MOST_COMING]
    return Issue(since=since, until=edition.today, stories=groups, coming=tuple(soonest))


def _story(edition: Edition, item: FeedItem) -> Story:
    lead: Text | None = item.record.in_short if item.kind != "reading" else item.detail[1].note
    if item.kind == "results" and isinstance(item.record, Pilot):
        lead = item.record.results
    return Story(item_title(edition, item), lead, item.newest, item_address(edition, item))
