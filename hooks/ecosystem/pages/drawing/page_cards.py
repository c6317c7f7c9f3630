"""Which social card each page shows: its own, or that of its section."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.pages.addresses import HOME, NOT_FOUND
from ecosystem.pages.drawing.cards import HEIGHT, WIDTH, Card, Cards
from ecosystem.pages.edition import Edition
from ecosystem.records.kind import Kind
from ecosystem.records.record import Record

#: Records that people share one by one have cards of their own, unless there are very many: at 50 kB and 7 ms a card,
#: those of all records in three languages would outweigh the site. The others show their section's card.
MOST_OWN_CARDS: Final = 100


@dataclass(frozen=True, slots=True)
class OwnCards:
    """The role of a kind whose records people share one by one.

    `line` gives what stands on a record's card besides its name, in a few words: where, when, how far.
    """

    line: Callable[[Edition, Any], str] = lambda *_: ""


@dataclass(frozen=True, slots=True)
class SocialImage:
    """The picture that a link to a page shows where it is shared: its absolute address, size and words."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class PageCards:
    """The cards of one edition, chosen page by page."""

    def __init__(self, cards: Cards, edition: Edition) -> None:
        self._cards = cards
        self._edition = edition

    def of_page(self, page: str) -> Card:
        """Return the card of a hand-written page; that of the home page says what the site is."""
        say = self._edition.interface.say
        name, language = say("site.name"), self._edition.language
        if page == HOME:
            return self._cards.choose(Card(name, "", say("frame.purpose"), language))
        return self._cards.choose(Card(self._edition.titles[page], "", name, language))

    def of_record(self, kind: Kind, record: Record) -> Card:
        """Return a record's card: its own, or that of its section where it cannot have one."""
        of_section = self.of_page(kind.page)
        if not self._has_own(kind):
            return of_section
        title = record.heading.in_language(self._edition.language)
        called = self._edition.interface.say(f"collection.{kind.name}")
        own = kind.role(OwnCards) or OwnCards()
        line = own.line(self._edition, record)
        return self._cards.choose(Card(title.text, called, of_section.site, title.language, line), of_section)

    def path(self, card: Card) -> str:
        """Return where the picture of *card* stands."""
        return self._cards.path(card)

    def image(self, path: str, title: str) -> SocialImage:
        """Return the picture at *path* for a page called *title*."""
        name = self._edition.interface.say("site.name")
        return SocialImage(self._edition.site_url + path, name if title == name else f"{title} – {name}")

    def all(self) -> Iterator[Card]:
        """Yield the cards of all pages."""
        yield from (self.of_page(page) for page in self._edition.titles if page != NOT_FOUND)
        for kind in self._edition.ecosystem.kinds.values():
            if self._has_own(kind):
                for record in self._edition.ecosystem.collection(kind.name).values():
                    yield self.of_record(kind, record)

    def _has_own(self, kind: Kind) -> bool:
        records = self._edition.ecosystem.collection(kind.name)
        return kind.role(OwnCards) is not None and len(records) <= MOST_OWN_CARDS
