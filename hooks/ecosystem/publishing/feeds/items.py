"""What counts as an item of the feeds, and when it was news. Each kind says what of it is told.

Items are the same in all languages. Nothing about them is typed twice: a change of the data makes the item.
Dates are days, as the data knows no times. An item is told on the day on which what it tells appeared in the data, as
the history of the data knows; what has always been there counts as told on the day of the fact, of which a month or
a year counts from its first day. An item of a later day than today waits for it, and one without any day is no news.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from ecosystem.ground.languages import Language
from ecosystem.ground.uses import once
from ecosystem.pages.edition import Content, Edition
from ecosystem.pages.pictures import Picture
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History, told_on
from ecosystem.records.kind import Kinds
from ecosystem.records.texts import Phrase, Text

#: Of more that appear on one day the reader is told at once.
MOST_ALONE: Final = 5


@dataclass(frozen=True, kw_only=True)
class FeedItem:
    """Something worth telling subscribers. A kind that says it in its own way has a class of its own.

    `kind` names the template `feeds/<kind>.html` and the words of the headline. `part` tells items of one record apart
    and is permanent like the record's id. `detail` is what the item is about besides the record. `appeared` is the day
    on which that stood in the data for the first time, `fact` the day of what it tells, `updated` the one on which its
    telling last changed, and `lasting_id` the id under which the record was first told of.
    """

    kind: ClassVar[str]
    #: Whether many of one day are told together. What changes is told by itself.
    is_foldable: ClassVar[bool] = True
    #: Whether the headline of what is new puts no more than the topic before the name.
    names_topic: ClassVar[bool] = False

    collection: str
    record: Any
    appeared: datetime.date | None = None
    fact: datetime.date | None = None
    updated: datetime.date = datetime.date.min
    lasting_id: str = ""
    topic: str = ""
    part: str = ""
    detail: Any = None

    @property
    def key(self) -> str:
        """The item's permanent name, the same in all languages: `pilots/kanta-hame/active`."""
        return "/".join(filter(None, (self.collection, self.lasting_id or self.record.id, self.part)))

    @property
    def published(self) -> datetime.date:
        """The day on which the item is told: the last of all where it has none."""
        return told_on(self.appeared, self.fact) or datetime.date.max

    def path(self, edition: Edition) -> str:
        """Return the path of the page, or the part of it, that the item is about."""
        path = edition.record_path(self.collection, self.record.id)
        return f"{path}#{self.anchor}" if self.anchor else path

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

    def headline(self, edition: Edition) -> Phrase:
        """Return the headline below a heading that is the topic, which need not be said twice."""
        if self.names_topic and self.is_foldable:
            return Phrase(self.name(edition), edition.language)
        return self.own_title(edition)

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


class Folded(FeedItem):
    """Many items of a kind that appeared on one day, `detail`: one item."""

    kind = "folded"
    detail: tuple[FeedItem, ...]

    @property
    def key(self) -> str:
        """The permanent name of all that appeared on the day."""
        return "/".join((self.collection, self.detail[0].kind, str(self.published)))

    @property
    def lead(self) -> Text | None:
        """It has no words of its own."""
        return None

    def path(self, edition: Edition) -> str:
        """Return the path of the page that lists them."""
        return edition.path(self.topic)

    def title(self, edition: Edition) -> str:
        """Return the headline: what they are, and how many."""
        say = edition.interface.say
        return say("feed.title.folded", title=say(f"feed.{self.topic}"), number=edition.formats.number(self.number))

    def language(self, edition: Edition) -> Language:
        """Return the reader's own: each line below says it where another is."""
        return edition.language

    @property
    def number(self) -> int:
        """How many they are."""
        return len(self.detail)


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
    items: Callable[[Ecosystem, History], Iterator[FeedItem]]


def feed_topics(kinds: Kinds) -> tuple[str, ...]:
    """Return the topics of the feeds in their order."""
    told = sorted((told for _, told in kinds.playing(Told)), key=lambda one: one.place)
    return tuple(dict.fromkeys(one.topic for one in told))


def feed_items(ecosystem: Ecosystem, history: History, today: datetime.date) -> tuple[FeedItem, ...]:
    """Return all items that the public may see on the day *today*, many of one day told together, newest first."""
    return _newest_first(_folded(_single_items(ecosystem, history, today), history))


@once
def told_items(content: Content) -> tuple[FeedItem, ...]:
    """Return all items of *content*, many of one day told together, newest first."""
    return _newest_first(_folded(single_items(content), content.history))


@once
def single_items(content: Content) -> tuple[FeedItem, ...]:
    """Return all items of *content*, each by itself, newest first."""
    return _single_items(content.ecosystem, content.history, content.today)


def _single_items(ecosystem: Ecosystem, history: History, today: datetime.date) -> tuple[FeedItem, ...]:
    return _newest_first(
        _dated(item, told.topic, history, today)
        for _, told in ecosystem.kinds.playing(Told)
        for item in told.items(ecosystem, history)
        if item.published <= today
    )


def _newest_first(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    return tuple(sorted(items, key=lambda item: (item.published, item.key), reverse=True))


def _dated(item: FeedItem, topic: str, history: History, today: datetime.date) -> FeedItem:
    """Return *item* of *topic* with the day of its last change; one that is dated ahead is none yet."""
    changed = history.of(item.collection, item.record).changed or item.record.updated
    name = history.lasting_id(item.collection, item.record)
    updated = max(item.published, min(changed, today))
    return replace(item, topic=topic, updated=updated, lasting_id=name)


def _folded(items: Iterable[FeedItem], history: History) -> Iterator[FeedItem]:
    """Yield *items*; where many of a kind appeared on one day, one stands for them, also when some have left since."""
    groups: dict[tuple[object, ...], list[FeedItem]] = {}
    for item in items:
        together = (type(item), item.published) if item.is_foldable and item.appeared == item.published else item.key
        groups.setdefault((item.collection, together), []).append(item)
    for some in groups.values():
        first = some[0]
        gone = 0 if first.part or not first.appeared else history.entered_and_left(first.collection, first.appeared)
        if first.is_foldable and len(some) + gone > MOST_ALONE and len(some) > 1:
            updated = max(item.updated for item in some)
            yield Folded(
                collection=first.collection,
                record=first.record,
                appeared=first.appeared,
                updated=updated,
                topic=first.topic,
                detail=tuple(sorted(some, key=lambda item: item.key)),
            )
        else:
            yield from some
