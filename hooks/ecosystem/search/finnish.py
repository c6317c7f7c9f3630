"""What a Finnish word is found by besides its own stem: its base form, the parts of a compound, and other stems.

Voikko analyses the words (PyPI `pyvoikko`, with its dictionary inside). Where it is absent the stemmer alone works.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from ecosystem.search.finnish_forms import action, forms
from ecosystem.search.known_words import Entry, KnownWords, file_of_words

_LIBRARY: Final = "pyvoikko"
_VERB_STEM: Final = re.compile(r"\[Lt\]\[Xp\]([^\[]*)\[X\]")
#: Shorter parts are prefixes and endings more often than words.
_SHORTEST_PART: Final = 3
#: Words that have no cases, or that nobody searches by: verbs, pronouns, and words that only join others.
_NO_NOUNS: Final = frozenset(
    ("teonsana", "asemosana", "seikkasana", "sidesana", "suhdesana", "huudahdussana", "kieltosana")
)
#: More readings than these of one word are accidents of its letters.
_MOST_READINGS: Final = 4


class Reading(Protocol):
    """What Voikko says of a word."""

    @property
    def FORM(self) -> str:  # noqa: N802 - Voikko's names
        """The word itself."""

    @property
    def BASEFORM(self) -> str:  # noqa: N802
        """Its base form; `=` stands where a part of another word begins."""

    @property
    def CLASS(self) -> str:  # noqa: N802
        """The class of the word, by its Finnish name: `nimisana`."""

    @property
    def FSTOUTPUT(self) -> str:  # noqa: N802
        """The analysis as the transducer writes it."""

    @property
    def COMPOUND_PARTS(self) -> "Sequence[Reading] | None":  # noqa: N802
        """The same for each part of a compound."""


Analyse: TypeAlias = Callable[[str], Sequence[Reading]]


def voikko() -> Analyse | None:
    """Return Voikko, or None where it is not installed."""
    return _analyse if find_spec(_LIBRARY) else None


def _analyse(word: str) -> Sequence[Reading]:
    from pyvoikko import analyse  # noqa: PLC0415 - takes half a second, which words that are known need not

    readings: Sequence[Reading] = analyse(word)
    return readings


class Finnish:
    """Finnish words; what is known of them is kept in *folder* if one is given."""

    def __init__(self, analyse: Analyse, folder: Path | None = None) -> None:
        self._analyse = analyse
        self._known = KnownWords(self._look_up, folder and file_of_words(folder, _LIBRARY, "finnish", "finnish_forms"))
        self._relatives = cache(self._found_by)
        self._inflections = cache(self._inflected)

    def bases(self, word: str) -> tuple[str, ...]:
        """Return the base forms of *word*, itself where Voikko does not know it; the likeliest first."""
        return self._known[word][0]

    def relatives(self, word: str) -> tuple[str, ...]:
        """Return what else *word* is to be found by: base forms, parts, and forms of both with another stem."""
        return self._relatives(word)

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return base forms of *word*, and forms of them with another stem."""
        return self._inflections(word)

    def keep(self) -> None:
        """Keep what is known now for the next build."""
        self._known.keep()

    def _found_by(self, word: str) -> tuple[str, ...]:
        bases, parts, nouns, verbs = self._known[word]
        found: dict[str, None] = {}
        for base in (*bases, *parts):
            found[base] = None
            if base in nouns:
                found.update(dict.fromkeys(forms(base)))
        found.update(dict.fromkeys(verbs))
        found.pop(word, None)
        return tuple(found)

    def _inflected(self, word: str) -> tuple[str, ...]:
        bases, _, nouns, _ = self._known[word]
        found = dict.fromkeys(form for base in bases for form in (base, *(forms(base) if base in nouns else ())))
        return tuple(found)

    def _look_up(self, word: str) -> Entry:
        """Return the base forms of *word*, its parts, those of both that have cases, and its verb as verb and noun."""
        bases: dict[str, None] = {}
        parts: dict[str, None] = {}
        verbs: dict[str, None] = {}
        nouns: dict[str, None] = {}
        for reading in self._analyse(word)[:_MOST_READINGS]:
            base = _plain(reading.BASEFORM)
            bases[base] = None
            if reading.CLASS not in _NO_NOUNS:
                nouns[base] = None
            pieces = reading.COMPOUND_PARTS or ()
            for first in range(1, len(pieces)):
                inner = [piece.FORM for piece in pieces[first:-1]]
                parts[_plain("".join([*inner, pieces[-1].BASEFORM]))] = None
            parts.update(dict.fromkeys(_plain(piece.BASEFORM) for piece in pieces[:-1]))
            last = pieces[-1] if pieces else reading
            for verb in map(_plain, _VERB_STEM.findall(last.FSTOUTPUT)):
                verbs.update(dict.fromkeys(filter(None, (verb, action(verb)))))
        found = tuple(part for part in parts if len(part) >= _SHORTEST_PART and part not in bases)
        if not bases:
            return (word,), found, (word,), tuple(verbs)
        return tuple(bases), found, (*nouns, *found), tuple(verbs)


def _plain(base: str) -> str:
    return base.replace("=", "").strip("-")
