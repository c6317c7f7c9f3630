"""What a Finnish word is found by besides its own stem: its base form, the parts of a compound, and other stems.

Voikko analyses the words (PyPI `pyvoikko`, with its dictionary inside). Where it is absent the stemmer alone works.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeAlias

from ecosystem.search.finnish_forms import action, forms

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
    try:
        from pyvoikko import analyse  # noqa: PLC0415 - takes half a second, and may be absent
    except ImportError:
        return None
    loaded: Analyse = analyse
    return loaded


class Finnish:
    """Finnish words, each analysed once."""

    def __init__(self, analyse: Analyse) -> None:
        self._analyse = analyse
        self._bases: dict[str, tuple[str, ...]] = {}
        self._nouns: dict[str, frozenset[str]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._verbs: dict[str, tuple[str, ...]] = {}
        self._relatives: dict[str, tuple[str, ...]] = {}
        self._inflections: dict[str, tuple[str, ...]] = {}

    def bases(self, word: str) -> tuple[str, ...]:
        """Return the base forms of *word*, itself where Voikko does not know it; the likeliest first."""
        if word not in self._bases:
            self._read(word)
        return self._bases[word]

    def relatives(self, word: str) -> tuple[str, ...]:
        """Return what else *word* is to be found by: base forms, parts, and forms of both with another stem."""
        if word in self._relatives:
            return self._relatives[word]
        found: dict[str, None] = {}
        for base in (*self.bases(word), *self._parts[word]):
            found[base] = None
            if base in self._nouns[word]:
                found.update(dict.fromkeys(forms(base)))
        found.update(dict.fromkeys(self._verbs[word]))
        found.pop(word, None)
        self._relatives[word] = tuple(found)
        return self._relatives[word]

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return base forms of *word*, and forms of them with another stem."""
        if word not in self._inflections:
            bases, nouns = self.bases(word), self._nouns[word]
            found = dict.fromkeys(form for base in bases for form in (base, *(forms(base) if base in nouns else ())))
            self._inflections[word] = tuple(found)
        return self._inflections[word]

    def _read(self, word: str) -> None:
        bases: dict[str, None] = {}
        parts: dict[str, None] = {}
        verbs: dict[str, None] = {}
        nouns: set[str] = set()
        for reading in self._analyse(word)[:_MOST_READINGS]:
            base = _plain(reading.BASEFORM)
            bases[base] = None
            if reading.CLASS not in _NO_NOUNS:
                nouns.add(base)
            pieces = reading.COMPOUND_PARTS or ()
            for first in range(1, len(pieces)):
                inner = [piece.FORM for piece in pieces[first:-1]]
                parts[_plain("".join([*inner, pieces[-1].BASEFORM]))] = None
            parts.update(dict.fromkeys(_plain(piece.BASEFORM) for piece in pieces[:-1]))
            last = pieces[-1] if pieces else reading
            for verb in map(_plain, _VERB_STEM.findall(last.FSTOUTPUT)):
                verbs.update(dict.fromkeys(filter(None, (verb, action(verb)))))
        self._bases[word] = tuple(bases) or (word,)
        self._parts[word] = tuple(part for part in parts if len(part) >= _SHORTEST_PART and part not in bases)
        self._nouns[word] = frozenset((*nouns, *parts) if bases else (word,))
        self._verbs[word] = tuple(verbs)


def _plain(base: str) -> str:
    return base.replace("=", "").strip("-")
