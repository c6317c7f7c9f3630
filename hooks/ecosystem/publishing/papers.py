"""Papers: accessible PDF documents of values, each made once and kept by its content.

What a paper says comes to its source in `overrides/documents/` as JSON, in the input `document`, and is never read as
markup. A kept paper stands under a name made of all that decides what it is: source, fonts' typesetter and values.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ecosystem.ground.files import is_whole, replace_bytes
from ecosystem.pages.drawing.drawing import Drawing, DrawingError
from ecosystem.pages.edition import Edition
from ecosystem.publishing.object_streams import with_object_streams
from ecosystem.records.texts import Phrase, Text

#: How a PDF document of the typesetter ends.
_END: Final = b"%%EOF"
#: Stands in a paper where letters are that the fonts lack.
LETTERS_LACK: Final = "[…]"
#: Stands for one such letter on the way there. Data cannot hold it: it is no character.
_LACKING: Final = "\ufdd0"
#: What letters that show nothing become when the fonts lack them, by their Unicode category: spaces and joiners.
_INVISIBLE: Final[Mapping[str, str]] = {"Zs": " ", "Cf": "", "Cc": " "}


class Papers:
    """The sources of papers, and the folder in which made papers are kept. Who makes none does not read the sources."""

    def __init__(self, sources: Path, fonts: Path, cache: Path) -> None:
        self._sources = sources
        self._fonts = fonts
        self._cache = cache

    @cached_property
    def _drawing(self) -> Drawing:
        return Drawing(self._sources, self._fonts)

    def path(self, name: str) -> Path:
        """Return where the source called *name* is."""
        return self._sources / name

    def with_marks(self, values: Mapping[str, Any], note: str) -> dict[str, Any]:
        """Return *values* with a mark in place of letters that the fonts lack, and `letters`: the *note* on that mark.

        For papers of what many people write in many alphabets, where the website has the whole text. `letters` is
        None when nothing is lacking.
        """
        document = json.dumps(values, ensure_ascii=False)
        lacking = [letter for letter in set(document) if not self._drawing.can_draw(letter)]
        if not lacking:
            return {**values, "letters": None}
        for letter in lacking:
            document = document.replace(letter, _INVISIBLE.get(unicodedata.category(letter), _LACKING))
        marked: dict[str, Any] = json.loads(re.sub(f"(?:{_LACKING}\\s*)*{_LACKING}", LETTERS_LACK, document))
        return {**marked, "letters": note if LETTERS_LACK in json.dumps(marked, ensure_ascii=False) else None}

    def make(self, source: str, values: Mapping[str, Any], called: str) -> bytes:
        """Return the paper of *values* as PDF/UA-1; raise `DrawingError` when the fonts lack a letter of it.

        *called* says in that error which paper it is: ``the paper of the meeting berlin-2027``.
        """
        document = json.dumps(values, ensure_ascii=False, sort_keys=True)
        shown = filter(str.isprintable, set(document))
        lacking = sorted(letter for letter in shown if not self._drawing.can_draw(letter))
        if lacking:
            named = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
            raise DrawingError(f"the fonts in fonts/ lack {named}, which {called} needs")
        name = hashlib.sha256(self._drawing.source(source) + document.encode()).hexdigest()[:32]
        kept = self._cache / f"{name}.pdf"
        if not is_whole(kept, _END):
            self._cache.mkdir(parents=True, exist_ok=True)
            replace_bytes(kept, with_object_streams(self._drawing.typeset(source, {"document": document})))
        return kept.read_bytes()


def paper_text(edition: Edition, text: Text | None) -> dict[str, str] | None:
    """Return *text* for a paper in the language of *edition*, on one line: its words and their language."""
    return paper_phrase(text.in_language(edition.language)) if text else None


def paper_phrase(phrase: Phrase) -> dict[str, str]:
    """Return *phrase* for a paper, on one line."""
    return {"text": " ".join(phrase.text.split()), "language": phrase.language}
