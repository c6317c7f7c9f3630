"""Which social card each page shows: its own, or that of its section."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ecosystem.addresses import SECTIONS
from ecosystem.languages import Language
from ecosystem.model.record import CollectionName, Record
from ecosystem.render.cards import HEIGHT, MOST_OWN_CARDS, OWN_CARDS, WIDTH, Card, Cards, card_path
from ecosystem.views.edition import Edition


@dataclass(frozen=True, slots=True)
class SocialImage:
    """The picture that a link to a page shows where it is shared: its absolute address, size and words."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class PageCards:
    """The cards of one build, chosen page by page."""

    def __init__(
        self, cards: Cards, editions: Mapping[Language, Edition], page_titles: Mapping[Language, Mapping[str, str]]
    ) -> None:
        self._cards = cards
        self._editions = editions
        self._page_titles = page_titles

    def write(self, folder: Path) -> None:
        """Write all cards that were chosen below *folder*."""
        self._cards.write(folder)

    def of_page(self, page: str, language: Language) -> str:
        """Return the name of the card of a hand-written page."""
        return self._cards.name(self._page_card(page, language))

    def of_record(self, collection: CollectionName, record: Record, language: Language) -> str:
        """Return the name of a record's card: its own, or that of its section where it cannot have one."""
        edition = self._editions[language]
        of_section = self._page_card(SECTIONS[collection], language)
        if collection not in OWN_CARDS or len(edition.ecosystem.collection(collection)) > MOST_OWN_CARDS:
            return self._cards.name(of_section)
        title = record.heading.in_language(language)
        kind = edition.interface.say(f"collection.{collection}")
        return self._cards.name(Card(title.text, kind, of_section.site, title.language), of_section)

    def image(self, card: str, title: str, language: Language) -> SocialImage:
        """Return the picture with the name *card* for a page called *title*."""
        edition = self._editions[language]
        name = edition.interface.say("site.name")
        alt = name if title == name else f"{title} – {name}"
        return SocialImage(edition.site_url + card_path(card), alt)

    def _page_card(self, page: str, language: Language) -> Card:
        """Return the card of a hand-written page; that of the home page says what the site is."""
        interface = self._editions[language].interface
        name = interface.say("site.name")
        if page == "index":
            return Card(name, "", interface.say("frame.purpose"), language)
        return Card(self._page_titles[language][page], "", name, language)
