"""Names as single words, by which a query that is a whole name is known, and what something is called for short.

Each begins with EXACT, and ends with what it is, if that is to be told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final, TypeAlias

from ecosystem.ground.languages import Language
from ecosystem.search.morphology import Morphology
from ecosystem.search.words import folded, words_of

#: Begins each of these words, as no word of a language does; search-engine.js begins its question so too.
EXACT: Final = "xq"
#: End some of them, so that no stemmer cuts anything off: a name as it is, what something may be called for short, and
#: a part of a word. Without one of these a name is found in its other forms too.
NAME: Final = "0"
SHORT: Final = "1"
PART: Final = "2"
#: A title of so many words is short.
BRIEF: Final = 3
#: Longer names are not typed whole.
_LONGEST_NAME: Final = 48
#: In longer names a slip is looked for word by word.
_LONGEST_MENDED: Final = 20
_SPACE: Final = re.compile(r"[\s-]+")
_SMALL_WORD: Final = 3
#: What stands in brackets is another name: social- och hälsovårdsministeriet (SHM).
_BRACKETS: Final = re.compile(r"\s*\(([^()]+)\)\s*")
#: `sosiaali- ja terveydenhuolto` also speaks of `sosiaalihuolto`.
_HALVED: Final = re.compile(r"(\w+)- (?:ja|tai|och|eller) (\w+)")

#: A name, and the language in which it is inflected.
Name: TypeAlias = tuple[Language, str]


class WholeNames:
    """Makes the words for names of the languages of *morphologies*."""

    def __init__(self, morphologies: Mapping[Language, Morphology]) -> None:
        self._morphologies = morphologies
        self._letters = cache(self._initials)

    def of(self, names: Iterable[Name], nicknames: Iterable[str], own: Name) -> tuple[str, ...]:
        """Return the words for the *names* and *nicknames* of a page, whose title is *own*."""
        names = tuple(names)
        return tuple(dict.fromkeys(chain(self._exact(names), self._short(names, nicknames), self._parts(*own))))

    def halves(self, name: str) -> Iterator[str]:
        """Yield the whole words of which *name* gives the first half only."""
        for first, second in _HALVED.findall(name.lower()):
            for morphology in self._morphologies.values():
                for base in (second, *morphology.bases(second)):
                    yield from (
                        first + part for part in morphology.relatives(second) if base.endswith(part) and part != base
                    )

    def _exact(self, names: Iterable[Name]) -> Iterator[str]:
        for language, name in names:
            one = joined(name)
            if not one or len(one) > _LONGEST_NAME:
                continue
            yield EXACT + one
            yield EXACT + one + NAME
            first, _, last = name.rpartition(" ")
            beginning, small = EXACT + joined(first), last.lower()
            for form in self._morphologies[language].inflections(small):
                yield beginning + joined(form)

    def _short(self, names: Iterable[Name], nicknames: Iterable[str]) -> Iterator[str]:
        """Yield nicknames, first letters, and what names end with: hälsa och välfärd."""
        brief = [(language, name) for language, name in names if len(name) <= _LONGEST_NAME]
        letters = chain.from_iterable(self._letters(language, name) for language, name in brief)
        found = chain(nicknames, letters, *(_tails(name) for _, name in brief))
        yield from (EXACT + one + SHORT for one in map(joined, found) if one)

    def _initials(self, language: Language, name: str) -> tuple[str, ...]:
        """Return the first letters of the words of *name*, of all and of those that are no small words: EHDS.

        The last word may give two: sosiaali- ja terveysministeriö, STM.
        """
        words = [word.lower() for word in _SPACE.split(name) if word.isalpha()]
        found: list[str] = []
        for some in (words, [word for word in words if len(word) > _SMALL_WORD]):
            first = "".join([word[0] for word in some])
            if len(first) > 1:
                found.append(folded(first))
            found += [folded(first + part[0]) for part in (self._last_parts(language, some[-1]) if some else ())]
        return tuple(found)

    def _last_parts(self, language: Language, word: str) -> Iterator[str]:
        """Yield the last parts of the compound *word*."""
        morphology = self._morphologies[language]
        for base in (word, *morphology.bases(word)):
            for part in morphology.relatives(word):
                if base.endswith(part) and _SMALL_WORD < len(part) < len(base) - _SMALL_WORD + 1:
                    yield part

    def _parts(self, language: Language, title: str) -> Iterator[str]:
        """Yield the last word of the *title*, and the parts of compounds if it is short."""
        words = words_of(title)
        morphology = self._morphologies[language]
        found = [*words[-1:], *self.halves(title)]
        found += chain.from_iterable(map(morphology.bases, words[-1:]))
        for word in words if len(title.split()) <= BRIEF else ():
            bases = (word, *morphology.bases(word))
            found += [part for part in morphology.relatives(word) if any(part in base for base in bases)]
        yield from (EXACT + joined(part) + PART for part in found)


def _tails(name: str) -> Iterator[str]:
    """Yield what *name* ends with, of two words or more, from each word that is no small one."""
    words = name.split()
    for first in range(1, len(words) - 1):
        if len(words[first]) > _SMALL_WORD:
            yield " ".join(words[first:])


def written_together(exact: Iterable[str]) -> Iterator[str]:
    """Yield the names of a page as one word each, and parts of words, in which somebody may slip and write others."""
    for word in exact:
        if word.endswith((NAME, PART)) and word[:-1].isalpha() and len(word) <= _LONGEST_MENDED:
            yield word[len(EXACT) : -len(NAME)]


def names_in(name: str) -> list[str]:
    """Return *name*, and what stands in it outside and inside brackets: social- och hälsovårdsministeriet (SHM)."""
    return list(dict.fromkeys([name, *filter(None, map(str.strip, _BRACKETS.split(name)))]))


@cache
def joined(name: str) -> str:
    """Return the letters and digits of *name* as one word."""
    return "".join(letter for letter in folded(name) if letter.isalnum())
