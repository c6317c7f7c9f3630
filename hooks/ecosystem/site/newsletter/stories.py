"""What an issue tells of the data: the items of the feeds, by topic, and the events to come."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jinja2 import Environment

from ecosystem.ground.languages import Language
from ecosystem.ground.uses import once
from ecosystem.kinds.events.feed import EventFeedItem
from ecosystem.kinds.events.model import Event, EventState
from ecosystem.kinds.events.occurrences import Occurrence, coming_occurrences
from ecosystem.pages.edition import Content, Edition
from ecosystem.pages.environment import paragraphs
from ecosystem.publishing.feeds.entries import item_address
from ecosystem.publishing.feeds.items import FeedItem, feed_items, feed_topics, with_note
from ecosystem.records.texts import Phrase, Text
from ecosystem.site.newsletter.issue import Section, Story

#: As many coming events as an issue lists.
MOST_COMING: Final = 10


@once
def told_items(content: Content) -> tuple[FeedItem, ...]:
    """Return all that was told of the data, the newest first."""
    return feed_items(content.ecosystem, content.history, content.today)


class Stories:
    """Words what is told of the data as stories for the readers of *edition*.

    They are made unchecked, as their address may be that of a preview: the file of an issue is checked when it is read.
    """

    def __init__(self, edition: Edition, environment: Environment) -> None:
        self._edition = edition
        self._when = environment.get_template("newsletter/when.txt")

    def of(self, items: Iterable[FeedItem]) -> Iterator[Section]:
        """Yield the stories of *items* by topic."""
        of_topic: dict[str, list[Story]] = {topic: [] for topic in feed_topics(self._edition.ecosystem.kinds)}
        for item in items:
            of_topic[item.topic].append(self._of_item(item))
        for topic, stories in of_topic.items():
            if stories:
                yield _section(self._edition.interface.say(f"feed.{topic}"), stories)

    def since(self, first: datetime.date, day: datetime.date, told: Collection[str] = ()) -> Iterator[Section]:
        """Yield what is new from the day *first* on and what takes place from *day* on, without what is over by then.

        Of what is new on the *first* day itself that is left out whose address was *told* already.
        """
        edition = self._edition
        new = [item for item in told_items(edition.content) if item.published >= first and not _is_over(item, day)]
        new = [item for item in new if item.published > first or item_address(edition, item) not in told]
        yield from self.of(new)
        named = {_name(item.occurrence) for item in new if isinstance(item, EventFeedItem) and item.occurrence}
        coming = [
            one
            for one in coming_occurrences(edition.ecosystem.of(Event).values(), day)
            if one.is_dated and one.state is not EventState.CANCELLED and _name(one) not in named
        ]
        if coming:
            stories = (self._of_occurrence(one) for one in coming[:MOST_COMING])
            yield _section(edition.interface.say("events.coming"), stories)

    def _of_item(self, item: FeedItem) -> Story:
        headline, address = item.headline(self._edition), item_address(self._edition, item)
        if isinstance(item, EventFeedItem):
            return self._of_event(headline, address, item.record, item.occurrence, item.lead)
        return self._story(headline, address, item.lead, date=item.published)

    def _of_occurrence(self, one: Occurrence) -> Story:
        edition = self._edition
        name = one.event.name.in_language(edition.language)
        if one.session is not None and one.session.title is not None:
            name = Phrase(f"{name.text}: {with_note(edition, one.session.title)}", edition.language)
        return self._of_event(name, edition.address("events", one.event.id), one.event, one, None)

    def _of_event(self, title: Phrase, address: str, event: Event, one: Occurrence | None, lead: Text | None) -> Story:
        place = one.place if one else event.place
        return self._story(
            title,
            address,
            lead,
            date=one.until if one else None,
            when=" ".join(self._when.render(event=event, one=one).split()) or None,
            place=place.in_language(self._edition.language).text if place else None,
        )

    def _story(
        self,
        title: Phrase,
        address: str,
        lead: Text | None,
        *,
        date: datetime.date | None,
        when: str | None = None,
        place: str | None = None,
    ) -> Story:
        phrase = lead.in_language(self._edition.language) if lead else None
        return Story.model_construct(
            title=title.text,
            title_language=self._foreign(title.language),
            date=date,
            when=when,
            place=place,
            url=address,
            text="\n\n".join(paragraphs(phrase.text)) if phrase else None,
            text_language=self._foreign(phrase.language) if phrase else None,
        )

    def _foreign(self, language: Language) -> Language | None:
        return None if language == self._edition.language else language


def _section(heading: str, stories: Iterable[Story]) -> Section:
    return Section.model_construct(heading=heading, stories=tuple(stories))


def _name(one: Occurrence) -> tuple[str, str]:
    """Return what tells *one* from all others."""
    return one.event.id, one.name


def _is_over(item: FeedItem, day: datetime.date) -> bool:
    """Tell whether *item* tells of an event that is over on *day*."""
    return isinstance(item, EventFeedItem) and item.occurrence is not None and item.occurrence.until < day
