"""Social cards: the picture that a link to a page shows where it is shared.

A card is named by all that decides its looks, so its address is known before it is drawn, it is drawn only when its
text changes, and the same site has the same cards everywhere. Drawn cards are kept in `.cache/cards/`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from ecosystem.files import is_whole, replace_bytes
from ecosystem.languages import Language
from ecosystem.model.record import CollectionName
from ecosystem.render.assets import FOLDER
from ecosystem.render.drawing import Drawing, DrawingError

#: In pixels, as the networks where links are shared ask for.
WIDTH: Final = 1200
HEIGHT: Final = 630

#: The records that people share one by one have cards of their own, unless there are very many: at 50 kB and 7 ms
#: a card, those of all records in three languages would outweigh the site. The others show their section's card.
OWN_CARDS: Final[frozenset[CollectionName]] = frozenset({"action_plan", "events", "news", "pilots"})
MOST_OWN_CARDS: Final = 100

_SOURCE: Final = "card.typ"
_BATCH: Final = 50

#: How a PNG picture ends.
_END: Final = b"IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card: what the page is called, of what kind it is, whose it is, in which language its title is."""

    title: str
    kind: str
    site: str
    language: Language

    @property
    def words(self) -> str:
        """All words of the card."""
        return self.title + self.kind + self.site


class Cards:
    """The cards of one build of the site."""

    def __init__(self, drawing: Drawing, cache: Path) -> None:
        self._drawing = drawing
        self._cache = cache
        self._look = hashlib.sha256(drawing.source(_SOURCE)).digest()
        self._asked_for: dict[str, Card] = {}

    def name(self, *choice: Card) -> str:
        """Return the name of the first card of the *choice* whose words the fonts can draw, and have it drawn."""
        card = next((one for one in choice if self._drawing.can_draw(one.words)), None)
        if card is None:
            lacking = sorted({letter for letter in choice[-1].words if not self._drawing.can_draw(letter)})
            raise DrawingError(
                f"the fonts in fonts/ lack {' '.join(f'{letter} (U+{ord(letter):04X})' for letter in lacking)}, "
                f"which the social card of “{choice[-1].title}” needs"
            )
        words = json.dumps(asdict(card), sort_keys=True).encode()
        name = hashlib.sha256(self._look + words).hexdigest()[:16]
        self._asked_for[name] = card
        return name

    def write(self, folder: Path) -> None:
        """Write all cards that were asked for below *folder*; draw those that are not in the cache."""
        self._cache.mkdir(parents=True, exist_ok=True)
        missing = {name: card for name, card in self._asked_for.items() if not is_whole(self._kept(name), _END)}
        for batch in _batches(missing):
            texts = json.dumps([asdict(card) for card in batch.values()])
            pictures = self._drawing.draw(_SOURCE, {"cards": texts})
            if len(pictures) != len(batch):
                raise DrawingError(f"{_SOURCE} was not drawn: {len(pictures)} pages for {len(batch)} cards")
            for name, picture in zip(batch, pictures, strict=True):
                replace_bytes(self._kept(name), picture)
        for name in self._asked_for:
            file = folder / card_path(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self._kept(name).read_bytes())

    def _kept(self, name: str) -> Path:
        return self._cache / f"{name}.png"


def card_path(name: str) -> str:
    """Return the path of the card called *name*."""
    return f"{FOLDER}/cards/{name}.png"


def _batches(cards: Mapping[str, Card]) -> Iterator[dict[str, Card]]:
    names: Sequence[str] = list(cards)
    for start in range(0, len(names), _BATCH):
        yield {name: cards[name] for name in names[start : start + _BATCH]}
