"""What the index knows of a page besides its own words.

Lists of words, which Pagefind takes as metadata: they are searched, but stand in no page and no excerpt.

names   what the page is called: its title and its names in all languages, abbreviations, the glossary's words for it
words   base forms, parts of compounds and other stems of the words of the page
others  the words of the same page in the other languages, and the glossary's words for what the page is about

brief   the words of a title that is short: it says more of the page than the same words in a long one
exact   each name as one word, by which a query that is a whole name is known; and the first letters of its words
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final, Protocol

from ecosystem.languages import LANGUAGES, Language
from ecosystem.search.words import folded, words_of

#: Begins each word of `exact`, as no word of a language does. search-engine.js begins its question so too.
EXACT: Final = "xq"
#: Longer names are not typed whole.
_LONGEST_NAME: Final = 48
_SPACE: Final = re.compile(r"[\s-]+")
_BRIEF: Final = 3
_SMALL_WORD: Final = 3
#: `sosiaali- ja terveydenhuolto` also speaks of `sosiaalihuolto`.
_HALVED: Final = re.compile(r"(\w+)- (?:ja|tai|och|eller) (\w+)")


class Morphology(Protocol):
    """What is known of the words of a language."""

    def bases(self, word: str) -> tuple[str, ...]:
        """Return the base forms of *word*."""

    def relatives(self, word: str) -> tuple[str, ...]:
        """Return what else *word* is to be found by."""

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return base forms of *word* and forms of it that the stemmer takes for another word."""


class PlainWords:
    """A language whose words are their own base forms: the stemmer does the rest."""

    def bases(self, word: str) -> tuple[str, ...]:
        """Return *word*."""
        return (word,)

    def relatives(self, _word: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def inflections(self, _word: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as the index sees it: its words, and what it is called in each language."""

    path: str
    language: Language
    kind: str
    content: str
    title: str
    words: frozenset[str]
    alternates: Mapping[Language, str]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extra:
    """The words that are added to a page."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    others: tuple[str, ...]
    brief: tuple[str, ...]
    exact: tuple[str, ...]


class Enrichment:
    """The words to add to each of *pages*, which are all of the site, by path."""

    def __init__(
        self,
        pages: Mapping[str, Page],
        morphologies: Mapping[Language, Morphology],
        terms: Iterable[Mapping[Language, tuple[str, ...]]],
    ) -> None:
        self._pages = pages
        self._morphologies = morphologies
        self._terms = [(self._keys(term), tuple(chain.from_iterable(term.values()))) for term in terms]

    def of(self, page: Page) -> Extra:
        """Return the words to add to *page*."""
        versions = [self._pages[path] for path in page.alternates.values() if path in self._pages] or [page]
        titles = tuple(dict.fromkeys(filter(None, (page.title, *(one.title for one in versions), *page.names))))
        title_bases = self._bases({one.language: words_of(one.title) for one in versions})
        body_bases = self._bases({one.language: one.words for one in versions})
        names = self._expanded(chain.from_iterable(words_of(title) for title in titles))
        for title in titles:
            names.update(dict.fromkeys(self._halves(title)))
        of_titles, of_bodies = self._glossary(title_bases), self._glossary(body_bases)
        names.update(dict.fromkeys(chain.from_iterable(words_of(term) for term in of_titles)))
        own = self._morphologies[page.language]
        words = dict.fromkeys(chain.from_iterable(own.relatives(word) for word in sorted(page.words)))
        others: dict[str, None] = {}
        for one in versions:
            if one is not page:
                base = self._morphologies[one.language].bases
                others.update(dict.fromkeys(chain.from_iterable(base(word) for word in sorted(one.words))))
        others.update(dict.fromkeys(chain.from_iterable(words_of(term) for term in of_bodies)))
        return Extra(
            tuple(names),
            tuple(word for word in words if word not in names and word not in page.words),
            tuple(word for word in others if word not in names and word not in page.words and word not in words),
            tuple(words_of(page.title)) if len(page.title.split()) <= _BRIEF else (),
            self._exact(titles),
        )

    def _expanded(self, words: Iterable[str]) -> dict[str, None]:
        """Return *words* and what each is found by in Finnish and Swedish, whatever language it is in."""
        found: dict[str, None] = {}
        for word in words:
            found[word] = None
            for morphology in self._morphologies.values():
                found.update(dict.fromkeys(morphology.relatives(word)))
                found.update(dict.fromkeys(morphology.inflections(word)))
        return found

    def _halves(self, name: str) -> Iterator[str]:
        """Yield the whole words of which *name* gives the first half only."""
        for first, second in _HALVED.findall(name.lower()):
            for morphology in self._morphologies.values():
                for base in (second, *morphology.bases(second)):
                    yield from (
                        first + part for part in morphology.relatives(second) if base.endswith(part) and part != base
                    )

    def _bases(self, words: Mapping[Language, Iterable[str]]) -> dict[Language, frozenset[str]]:
        return {
            language: frozenset(chain.from_iterable(self._morphologies[language].bases(word) for word in some))
            for language, some in words.items()
        }

    def _keys(self, term: Mapping[Language, tuple[str, ...]]) -> list[tuple[Language, frozenset[str]]]:
        """Return the base forms that a text must have to speak of *term*, for each of its wordings."""
        keys = []
        for language, wordings in term.items():
            for wording in wordings:
                bases = self._morphologies[language].bases
                keys.append((language, frozenset(bases(word)[0] for word in words_of(wording))))
        return keys

    def _glossary(self, bases: Mapping[Language, frozenset[str]]) -> list[str]:
        """Return the glossary's wordings, in all languages, of what a text with these base forms speaks of."""
        found: list[str] = []
        for keys, wordings in self._terms:
            if any(key <= bases.get(language, frozenset()) for language, key in keys):
                found += wordings
        return found

    def _exact(self, names: Iterable[str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name in names:
            joined = _joined(name)
            if not joined or len(joined) > _LONGEST_NAME:
                continue
            found[EXACT + joined] = None
            found.update(dict.fromkeys(EXACT + letters for letters in _initials(name)))
            first, _, last = name.rpartition(" ")
            for language in LANGUAGES:
                forms = self._morphologies[language].inflections(last.lower())
                found.update(dict.fromkeys(EXACT + _joined(first) + _joined(form) for form in forms))
        return tuple(found)


def _joined(name: str) -> str:
    """Return the letters and digits of *name* as one word."""
    return "".join(letter for letter in folded(name) if letter.isalnum())


def _initials(name: str) -> Iterator[str]:
    """Yield the first letters of the words of *name*, of all and of those that are no small words: EHDS."""
    parts = [part for part in _SPACE.split(name) if part.isalpha()]
    for some in (parts, [part for part in parts if len(part) > _SMALL_WORD]):
        if len(some) > 1:
            yield folded("".join(part[0] for part in some))
