"""The words of the index, by language and letters: which are known, and what a mistyped one may have been meant to be.

`fi-ve.txt` holds those that begin with ve, by which a word is known: those of the pages, and after an empty line those
of other languages. For slips `fi-v.txt` holds those of the pages that begin with v, `fi-_e.txt` those whose second
letter is e.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.search.words import folded

_FOLDER: Final = "words"
_SHORTEST: Final = 3


class Vocabulary:
    """The words of the pages of a language, and words of other languages that find them."""

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.foreign: set[str] = set()

    def write(self, language: Language, folder: Path) -> None:
        """Write the words below the *folder* of the index, files by the first, by the second and by both letters."""
        (folder / _FOLDER).mkdir(parents=True, exist_ok=True)
        own = _compared(self.own)
        slips: dict[str, list[str]] = defaultdict(list)
        for word in own:
            slips[word[0]].append(word)
            slips[f"_{word[1]}"].append(word)
        known: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for place, words in enumerate((own, _compared(self.foreign - self.own))):
            for word in words:
                known[word[:2]][place].append(word)
        contents = {letter: "\n".join(found) for letter, found in slips.items()}
        contents |= {letters: "\n\n".join(map("\n".join, found)) for letters, found in known.items()}
        for letters, content in contents.items():
            (folder / _FOLDER / f"{language}-{letters}.txt").write_text(content, encoding="utf-8")


def _compared(words: Iterable[str]) -> list[str]:
    """Return *words* as the engine compares them, in order: those of letters alone, and none of the shortest."""
    plain = set(map(folded, words))
    return sorted(word for word in plain if len(word) >= _SHORTEST and word.isalpha() and word.isascii())
