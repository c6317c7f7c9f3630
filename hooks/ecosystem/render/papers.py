"""Papers: accessible PDF documents of values, each made once and kept by its content.

What a paper says comes to its source in `overrides/documents/` as JSON, in the input `document`, and is never read as
markup. A kept paper stands under a name made of all that decides what it is: source, fonts' typesetter and values.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ecosystem.files import replace_bytes
from ecosystem.model.texts import Phrase, Text
from ecosystem.render.drawing import Drawing, DrawingError
from ecosystem.views.edition import Edition


class Papers:
    """The sources of papers, and the folder in which made papers are kept."""

    def __init__(self, drawing: Drawing, cache: Path) -> None:
        self._drawing: Final = drawing
        self._cache: Final = cache

    def make(self, source: str, values: Mapping[str, Any], called: str) -> bytes:
        """Return the paper of *values* as PDF/UA-1; raise `DrawingError` when the fonts lack a letter of it.

        *called* says in that error which paper it is: ``the paper of the meeting berlin-2027``.
        """
        document = json.dumps(values, ensure_ascii=False, sort_keys=True)
        lacking = sorted({letter for letter in document if letter.isprintable() and not self._drawing.can_draw(letter)})
        if lacking:
            named = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
            raise DrawingError(f"the fonts in fonts/ lack {named}, which {called} needs")
        name = hashlib.sha256(self._drawing.source(source) + document.encode()).hexdigest()[:32]
        kept = self._cache / f"{name}.pdf"
        if not kept.exists():
            self._cache.mkdir(parents=True, exist_ok=True)
            replace_bytes(kept, self._drawing.typeset(source, {"document": document}))
        return kept.read_bytes()


def paper_text(edition: Edition, text: Text | None) -> dict[str, str] | None:
    """Return *text* for a paper in the language of *edition*, on one line: its words and their language."""
    return paper_phrase(text.in_language(edition.language)) if text else None


def paper_phrase(phrase: Phrase) -> dict[str, str]:
    """Return *phrase* for a paper, on one line."""
    return {"text": " ".join(phrase.text.split()), "language": phrase.language}
