"""What a Swedish word is found by besides its own stem: its base form and the parts of a compound.

simplemma knows the words (PyPI, with its dictionary inside). A compound is two words that it knows, the first perhaps
with the joining letter: välfärd-s-område.
"""

from functools import cache
from pathlib import Path

from ecosystem.search.known_words import Entry, KnownWords, file_of_words

_LIBRARY = "simplemma"
_LANGUAGE = "sv"
#: Shorter pieces are endings more often than words.
_SHORTEST_PART = 3
_JOINT = "s"
#: Pieces of this length and more can only be words: of `patientsäker|het`, `het` would not be one.
_SURE_PART = 4
_VOWELS = frozenset("aeiouyåäö")
#: Endings after which the definite form has one vowel less.
_UNSTRESSED = frozenset(("el", "er", "or"))


class Swedish:
    """Swedish words; what is known of them is kept in *folder* if one is given."""

    def __init__(self, folder: Path | None = None) -> None:
        self._known = KnownWords(self._look_up, folder and file_of_words(folder, _LIBRARY, "swedish"))
        self._relatives = cache(self._found_by)

    def bases(self, word: str) -> tuple[str, ...]:
        """Return the base form of *word*, itself where it is unknown."""
        return self._known[word][0]

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return the base form of *word*, and its definite forms as a noun of either gender."""
        return tuple([form for base in self.bases(word) for form in (base, *_definite(base))])

    def relatives(self, word: str) -> tuple[str, ...]:
        """Return what else *word* is to be found by: its base form and its parts, as they are and in base form."""
        return self._relatives(word)

    def keep(self) -> None:
        """Keep what is known now for the next build."""
        self._known.keep()

    def _found_by(self, word: str) -> tuple[str, ...]:
        bases, parts = self._known[word]
        found = dict.fromkeys(bases)
        for part in parts:
            found[part] = None
            found.update(dict.fromkeys(self.bases(part)))
        found.pop(word, None)
        return tuple(found)

    def _look_up(self, word: str) -> Entry:
        """Return the base form of *word*, and its parts."""
        from simplemma import lemmatize  # noqa: PLC0415 - a build without search, or with known words, needs no dictionary

        return (lemmatize(word, _LANGUAGE).lower(),), self._split(word)

    def _split(self, word: str, shortest: int = _SHORTEST_PART) -> tuple[str, ...]:
        """Return the parts of *word*, and theirs: nät, samarbets, område."""
        parts: dict[str, None] = {}
        for cut in range(shortest, len(word) - _SHORTEST_PART + 1):
            first, last = word[:cut], word[cut:]
            bare = first.removesuffix(_JOINT)
            if self._is_word(first) or (bare != first and self._is_word(bare)):
                parts_of_last = self._split(last, _SURE_PART)
                if self._is_word(last) or parts_of_last:
                    parts[bare if self._is_word(bare) else first] = None
                    parts.update(dict.fromkeys((last, *parts_of_last)))
        return tuple(parts)

    def _is_word(self, word: str) -> bool:
        from simplemma import is_known  # noqa: PLC0415 - as above

        return len(word) >= _SHORTEST_PART and is_known(word, _LANGUAGE)


def _definite(base: str) -> tuple[str, ...]:
    """Return the definite forms that the noun *base* may have: miljön, området, koordinatorn, centret, ministeriet."""
    if base[-1:] in _VOWELS:
        return f"{base}n", f"{base}t"
    if base.endswith("um"):
        return (f"{base[:-2]}et",)
    if base[-2:] in _UNSTRESSED:
        return f"{base}n", f"{base[:-2]}{base[-1]}et"
    return f"{base}en", f"{base}et"
