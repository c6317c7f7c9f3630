"""Social cards: the picture that a link to a page shows where it is shared.

A card is named by all that decides its looks, so its address is known before it is drawn, it is drawn only when its
text changes, and the same site has the same cards everywhere. Drawn cards are kept in `.cache/cards/`.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from ecosystem.ground.files import is_whole, replace_bytes
from ecosystem.ground.languages import Language
from ecosystem.pages.assets import FOLDER
from ecosystem.pages.drawing.drawing import Drawing, DrawingError

#: In pixels, as the networks where links are shared ask for.
WIDTH: Final = 1200
HEIGHT: Final = 630

_SOURCE: Final = "card.typ"
_BATCH: Final = 50

#: How a PNG picture ends.
_END: Final = b"IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card: what the page is called, of what kind it is, whose it is, in which language its title is.

    `line` says what decides whether one reads on: where and when, or how far it is.
    """

    title: str
    kind: str
    site: str
    language: Language
    line: str = ""

    @property
    def words(self) -> str:
        """All words of the card."""
        return self.title + self.kind + self.site + self.line


class Cards:
    """Names cards and draws them."""

    def __init__(self, drawing: Drawing, cache: Path) -> None:
        self._drawing = drawing
        self._cache = cache
        self._look = hashlib.sha256(drawing.source(_SOURCE)).digest()

    def choose(self, *choice: Card) -> Card:
        """Return the first card of the *choice* whose words the fonts can draw."""
        card = next((one for one in choice if self._drawing.can_draw(one.words)), None)
        if card is None:
            lacking = sorted({letter for letter in choice[-1].words if not self._drawing.can_draw(letter)})
            raise DrawingError(
                f"the fonts in fonts/ lack {' '.join(f'{letter} (U+{ord(letter):04X})' for letter in lacking)}, "
                f"which the social card of “{choice[-1].title}” needs"
            )
        return card

    def path(self, card: Card) -> str:
        """Return where the picture of *card* stands."""
        return f"{FOLDER}/cards/{self._name(card)}.png"

    def pictures(self, cards: Iterable[Card]) -> Iterator[tuple[str, bytes]]:
        """Yield (path, content) of the picture of each of *cards* once; draw those that are not in the cache."""
        named = {self._name(card): card for card in cards}
        self._cache.mkdir(parents=True, exist_ok=True)
        missing = {name: card for name, card in named.items() if not is_whole(self._kept(name), _END)}
        for batch in _batches(missing):
            texts = json.dumps([asdict(card) for card in batch.values()])
            pictures = self._drawing.draw(_SOURCE, {"cards": texts})
            if len(pictures) != len(batch):
                raise DrawingError(f"{_SOURCE} was not drawn: {len(pictures)} pages for {len(batch)} cards")
            for name, picture in zip(batch, pictures, strict=True):
                replace_bytes(self._kept(name), picture)
        for name, card in named.items():
            yield self.path(card), self._kept(name).read_bytes()

    def _name(self, card: Card) -> str:
        words = json.dumps(asdict(card), sort_keys=True).encode()
        return hashlib.sha256(self._look + words).hexdigest()[:16]

    def _kept(self, name: str) -> Path:
        return self._cache / f"{name}.png"


def _batches(cards: Mapping[str, Card]) -> Iterator[dict[str, Card]]:
    names: Sequence[str] = list(cards)
    for start in range(0, len(names), _BATCH):
        yield {name: cards[name] for name in names[start : start + _BATCH]}
