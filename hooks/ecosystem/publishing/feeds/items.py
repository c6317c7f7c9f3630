"""What counts as an item of the feeds, and when it was news. Each kind says what of it is told.

Items are the same in all languages. Nothing about them is typed twice: a change of the data makes the item.
Dates are days, as the data knows no times. A date known only to its month or year counts from its first
day; where no day is known, the day on which the entry last changed stands in. An item of a later day than
today waits for it.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from ecosystem.ground.languages import Language
from ecosystem.pages.edition import Edition
from ecosystem.pages.pictures import Picture
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.kind import Kinds
from ecosystem.records.texts import Phrase, Text


@dataclass(frozen=True, kw_only=True)
class FeedItem:
    """Something worth telling subscribers. A kind that says it in its own way has a class of its own.

    `kind` names the template `feeds/<kind>.html` and the words of the headline. `part` tells items of one record apart
    and is permanent like the record's id. `detail` is what the item is about besides the record. `published` is the day
    of the fact, `updated` the day on which its telling last changed, and `newest` the day by which items are sorted.
    """

    kind: ClassVar[str]
    #: Whether readers of a newsletter would take the day of the item for that of the fact.
    is_dated: ClassVar[bool] = True

    collection: str
    record: Any
    published: datetime.date
    updated: datetime.date = datetime.date.min
    topic: str = ""
    part: str = ""
    detail: Any = None
    told_again: bool = False

    @property
    def key(self) -> str:
        """The item's permanent name, the same in all languages: `pilots/kanta-hame/active`."""
        return "/".join(filter(None, (self.collection, self.record.id, self.part)))

    @property
    def newest(self) -> datetime.date:
        """The day of the fact, or of the change when the item is told again under its old name."""
        return self.updated if self.told_again else self.published

    @property
    def anchor(self) -> str:
        """The part of the record's page that the item is about."""
        return ""

    @property
    def lead(self) -> Text | None:
        """Its first words."""
        short: Text | None = self.record.in_short
        return short

    @property
    def own_words(self) -> Text:
        """The words of the record by whose language that of the item is known."""
        words: Text = self.record.in_short or self.record.heading
        return words

    def name(self, edition: Edition) -> str:
        """Return what the item is about in the reader's language; a name that lacks it is followed by a note."""
        return with_note(edition, self.record.heading)

    def title(self, edition: Edition) -> str:
        """Return the headline in the reader's language."""
        return edition.interface.say(f"feed.title.{self.kind}", title=self.name(edition))

    def own_title(self, edition: Edition) -> Phrase:
        """Return the headline with its language: that of its name, without a note, where it says no more."""
        return Phrase(self.title(edition), edition.language)

    def language(self, edition: Edition) -> Language:
        """Return the language of the record's own words."""
        return self.own_words.in_language(edition.language).language

    def categories(self, _edition: Edition) -> Iterable[str]:
        """Return what the item is about, besides its topic."""
        return ()

    def picture(self, _edition: Edition) -> Picture | None:
        """Return the picture that the item shows."""
        return None


class TitledItem(FeedItem):
    """An item whose own title says enough: it stands alone, so that its language can be marked.

    A kind that has no more to tell than the title and what the record is in short needs no class of its own.
    """

    kind = "record"

    def title(self, edition: Edition) -> str:
        """Return the headline in the reader's language."""
        return self.name(edition)

    def own_title(self, edition: Edition) -> Phrase:
        """Return the headline with its language."""
        heading: Text = self.record.heading
        return heading.in_language(edition.language)


def with_note(edition: Edition, text: Text) -> str:
    """Return *text* in the reader's language, or in another with what it means or a note that says so."""
    phrase = text.in_language(edition.language)
    if phrase.language == edition.language:
        return phrase.text
    if meaning := text.gloss(edition.language):
        return f"{phrase.text} ({meaning})"
    return f"{phrase.text} ({edition.interface.say(f'language.{phrase.language}.in')})"


@dataclass(frozen=True, slots=True)
class Told:
    """The role of a kind that is told of in feeds: its topic, the topic's place among the others, and its items.

    The topic is the page that the feed belongs to, too.
    """

    topic: str
    place: int
    items: Callable[[Ecosystem], Iterator[FeedItem]]


def feed_topics(kinds: Kinds) -> tuple[str, ...]:
    """Return the topics of the feeds in their order."""
    told = sorted((told for _, told in kinds.playing(Told)), key=lambda one: one.place)
    return tuple(dict.fromkeys(one.topic for one in told))


def feed_items(ecosystem: Ecosystem, today: datetime.date) -> tuple[FeedItem, ...]:
    """Return all items that the public may see on the day *today*, newest first."""
    items = (
        # An entry whose change is dated ahead has not changed yet, as far as readers are concerned.
        replace(item, topic=told.topic, updated=max(item.published, min(item.record.updated, today)))
        for _, told in ecosystem.kinds.playing(Told)
        for item in told.items(ecosystem)
        if item.published <= today
    )
    return tuple(sorted(items, key=lambda item: (item.newest, item.key), reverse=True))
