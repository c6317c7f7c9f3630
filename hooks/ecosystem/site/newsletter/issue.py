"""What an issue of the newsletter tells: the feed's items since a day, by topic, and the events to come.

`freeze` turns it into the words that are sent, which the archive keeps.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.kinds.events.hours import Hours
from ecosystem.kinds.events.model import Event, EventState
from ecosystem.kinds.events.occurrences import Occurrence, coming_occurrences
from ecosystem.pages.edition import Edition
from ecosystem.pages.environment import paragraphs
from ecosystem.publishing.feeds.entries import item_address
from ecosystem.publishing.feeds.items import FeedItem, feed_items, feed_topics
from ecosystem.records.texts import Phrase, Text
from ecosystem.site.newsletter.introduction import Introduction
from ecosystem.site.newsletter.sent_issue import SentIssue, SentSection, SentStory

#: As many coming events as an issue lists.
MOST_COMING: Final = 10


@dataclass(frozen=True, slots=True)
class Story:
    """One item: its headline, also without a note on its language, its first words, its day, its page's address.

    An event that was announced has no day here: readers would take that of the announcement for the event's own.
    """

    title: str
    own_title: Phrase
    lead: Text | None
    day: datetime.date | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue in one language: what is new from `since` to `until`, and what comes then."""

    since: datetime.date
    until: datetime.date
    stories: Mapping[str, tuple[Story, ...]]
    coming: tuple[Occurrence, ...]


def make_issue(edition: Edition, since: datetime.date) -> Issue:
    """Return the issue of *edition* with everything that is new from the day *since* on."""
    told = feed_items(edition.ecosystem, edition.content.history, edition.today)
    items = [item for item in told if item.published >= since]
    groups = {
        topic: tuple(_story(edition, item) for item in items if item.topic == topic)
        for topic in feed_topics(edition.ecosystem.kinds)
        if any(item.topic == topic for item in items)
    }
    events = edition.ecosystem.of(Event).values()
    coming = [
        one
        for one in coming_occurrences(events, edition.today)
        if one.is_dated and one.state is not EventState.CANCELLED
    ]
    return Issue(since=since, until=edition.today, stories=groups, coming=tuple(coming[:MOST_COMING]))


def _story(edition: Edition, item: FeedItem) -> Story:
    day = item.published if item.is_dated else None
    return Story(item.title(edition), item.own_title(edition), item.lead, day, item_address(edition, item))


def issue_title(edition: Edition, issue: Issue) -> str:
    """Return the subject of *issue*."""
    say = edition.interface.say
    return say("newsletter.title", site=say("site.name"), date=edition.formats.date(issue.until))


def freeze(edition: Edition, issue: Issue, introduction: Introduction | None) -> SentIssue:
    """Return *issue* as it is sent: every word in the reader's language, or marked with its own."""
    sections = [
        SentSection(
            heading=edition.interface.say(f"feed.{topic}"), stories=tuple(_sent_story(edition, one) for one in stories)
        )
        for topic, stories in issue.stories.items()
    ]
    if issue.coming:
        coming = tuple(_sent_occurrence(edition, one) for one in issue.coming)
        sections.append(SentSection(heading=edition.interface.say("events.coming"), stories=coming))
    return SentIssue(
        date=issue.until,
        language=edition.language,
        title=issue_title(edition, issue),
        introduction=introduction.source if introduction else None,
        sections=tuple(sections),
    )


def _sent_story(edition: Edition, story: Story) -> SentStory:
    lead = story.lead.in_language(edition.language) if story.lead else None
    return SentStory(
        title=story.own_title.text,
        title_language=_foreign(edition, story.own_title.language),
        date=story.day,
        url=story.address,
        text="\n\n".join(paragraphs(lead.text)) if lead else None,
        text_language=_foreign(edition, lead.language) if lead else None,
    )


def _sent_occurrence(edition: Edition, one: Occurrence) -> SentStory:
    """Return *one* with its first day and the hours of that day, as the clocks of Finland have them."""
    name = one.event.name.in_language(edition.language)
    stretch = one.at_home[0]
    hours = Hours(start=stretch.hours.start) if stretch.hours and stretch.first != stretch.last else stretch.hours
    return SentStory(
        title=name.text,
        title_language=_foreign(edition, name.language),
        date=stretch.first,
        hours=hours,
        url=edition.address("events", one.event.id),
    )


def _foreign(edition: Edition, language: Language) -> Language | None:
    return None if language == edition.language else language
