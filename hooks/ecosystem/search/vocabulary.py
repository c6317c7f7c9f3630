"""The words of the index, by language and letter: what a mistyped word may have been meant to be.

`fi-v.txt` holds those that begin with v, `fi-_e.txt` those whose second letter is e: for slips in the first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.search.words import folded

_FOLDER: Final = "words"
_SHORTEST: Final = 3


def write_vocabulary(words: Mapping[Language, Iterable[str]], folder: Path) -> None:
    """Write the *words* of each language below the *folder* of the index, files by first and by second letter."""
    (folder / _FOLDER).mkdir(parents=True, exist_ok=True)
    for language, some in words.items():
        by_letter: dict[str, set[str]] = defaultdict(set)
        for word in map(folded, some):
            if len(word) >= _SHORTEST and word.isalpha() and word.isascii():
                by_letter[word[0]].add(word)
                by_letter[f"_{word[1]}"].add(word)
        for letter, found in by_letter.items():
            (folder / _FOLDER / f"{language}-{letter}.txt").write_text("\n".join(sorted(found)), encoding="utf-8")
