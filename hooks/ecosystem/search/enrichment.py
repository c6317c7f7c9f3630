"""What the index knows of a page besides its own words.

Lists of words, which Pagefind takes as metadata: they are searched, but stand in no page and no excerpt.

names   what the page is called: its title and its names in all languages, abbreviations, the glossary's words for it
words   base forms, parts of compounds and other stems of the words of the page
others  the words of the same page in the other languages, and the glossary's words for what the page is about

brief   the words of a title that is short: it says more of the page than the same words in a long one
exact   each name as one word, by which a query that is a whole name is known; likewise what it may be called for short,
        and the parts of the words of a short title
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, Protocol

from ecosystem.languages import LANGUAGES, Language
from ecosystem.search.words import folded, words_of

#: Begins each word of `exact`, as no word of a language does; search-engine.js begins its question so too.
EXACT: Final = "xq"
#: End some of them, so that no stemmer cuts anything off: a name as it is, what something may be called for short, and
#: a part of a word. Without one of these a name is found in its other forms too.
NAME: Final = "0"
SHORT: Final = "1"
PART: Final = "2"
#: Longer names are not typed whole.
_LONGEST_NAME: Final = 48
#: In longer names a slip is looked for word by word.
_LONGEST_MENDED: Final = 20
_SPACE: Final = re.compile(r"[\s-]+")
_BRIEF: Final = 3
_SMALL_WORD: Final = 3
#: What stands in brackets is another name: social- och hälsovårdsministeriet (SHM).
_BRACKETS: Final = re.compile(r"\s*\(([^()]+)\)\s*")
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
    """A page as the index sees it: its words, and what it is called in each language.

    A nickname is what some call it: others may be called so too.
    """

    path: str
    language: Language
    kind: str
    content: str
    title: str
    words: frozenset[str]
    alternates: Mapping[Language, str]
    names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extra:
    """The words that are added to a page."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    others: tuple[str, ...]
    brief: tuple[str, ...]
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the versions of a page in the languages share: base forms of each, and the glossary's words."""

    bases: Mapping[Language, tuple[str, ...]]
    of_titles: tuple[str, ...]
    of_bodies: tuple[str, ...]


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
        self._terms = []
        self._wordings: dict[str, tuple[str, ...]] = {}
        for term in terms:
            wordings = tuple(chain.from_iterable(term.values()))
            self._terms.append((self._keys(term), wordings))
            self._wordings.update(dict.fromkeys(map(_joined, wordings), wordings))
        self._shared = cache(self._shared_by)
        self._word_names = cache(self._found_by)

    def of(self, page: Page) -> Extra:
        """Return the words to add to *page*."""
        versions = tuple(path for path in page.alternates.values() if path in self._pages) or (page.path,)
        titles = self._names(filter(None, (page.title, *self._titles(versions), *page.names)))
        shared = self._shared(versions)
        names = dict.fromkeys(
            chain.from_iterable(
                self._word_names(word) for title in (*titles, *page.nicknames) for word in words_of(title)
            )
        )
        for title in titles:
            names.update(dict.fromkeys(self._halves(title)))
        names.update(dict.fromkeys(shared.of_titles))
        relatives = self._morphologies[page.language].relatives
        words = dict.fromkeys(chain.from_iterable(map(relatives, sorted(page.words))))
        known = names.keys() | page.words
        others = dict.fromkeys(
            chain(
                chain.from_iterable(shared.bases[language] for language in shared.bases if language != page.language),
                shared.of_bodies,
            )
        )
        return Extra(
            tuple(names),
            tuple([word for word in words if word not in known]),
            tuple([word for word in others if word not in known and word not in words]),
            tuple(words_of(page.title)) if len(page.title.split()) <= _BRIEF else (),
            tuple(dict.fromkeys(chain(self._exact(titles), self._short(titles, page), self._parts(page)))),
        )

    def _titles(self, versions: Iterable[str]) -> Iterator[str]:
        return (self._pages[path].title for path in versions)

    def _names(self, titles: Iterable[str]) -> tuple[str, ...]:
        """Return *titles* with the names in brackets apart, and with the glossary's other wordings of each."""
        found: dict[str, None] = {}
        for name in chain.from_iterable(map(names_in, titles)):
            found[name] = None
            found.update(dict.fromkeys(self._wordings.get(_joined(name), ())))
        return tuple(found)

    def _shared_by(self, versions: tuple[str, ...]) -> "_Shared":
        """Return what the pages at the paths *versions*, one page in several languages, have in common."""
        pages = [self._pages[path] for path in versions]
        bases = {
            page.language: tuple(
                dict.fromkeys(chain.from_iterable(map(self._morphologies[page.language].bases, sorted(page.words))))
            )
            for page in pages
        }
        of_titles = self._glossary(self._bases({page.language: words_of(page.title) for page in pages}))
        of_bodies = self._glossary({language: frozenset(some) for language, some in bases.items()})
        return _Shared(
            bases,
            tuple(chain.from_iterable(map(words_of, of_titles))),
            tuple(chain.from_iterable(map(words_of, of_bodies))),
        )

    def _found_by(self, word: str) -> tuple[str, ...]:
        """Return *word* and what it is found by in Finnish and Swedish, whatever language it is in."""
        found = {word: None}
        for morphology in self._morphologies.values():
            found.update(dict.fromkeys(morphology.relatives(word)))
            found.update(dict.fromkeys(morphology.inflections(word)))
        return tuple(found)

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

    def _exact(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            joined = _joined(name)
            if not joined or len(joined) > _LONGEST_NAME:
                continue
            yield EXACT + joined
            yield EXACT + joined + NAME
            first, _, last = name.rpartition(" ")
            beginning, small = EXACT + _joined(first), last.lower()
            for language in LANGUAGES:
                for form in self._morphologies[language].inflections(small):
                    yield beginning + _joined(form)

    def _short(self, names: Iterable[str], page: Page) -> Iterator[str]:
        """Yield nicknames, first letters, and what names end with: hälsa och välfärd."""
        brief = [name for name in names if len(name) <= _LONGEST_NAME]
        found = chain(page.nicknames, *map(self._initials, brief), *map(_tails, brief))
        yield from (EXACT + joined + SHORT for joined in map(_joined, found) if joined)

    def _initials(self, name: str) -> Iterator[str]:
        """Yield the first letters of the words of *name*, of all and of those that are no small words: EHDS.

        The last word may give two: sosiaali- ja terveysministeriö, STM.
        """
        words = [word.lower() for word in _SPACE.split(name) if word.isalpha()]
        for some in (words, [word for word in words if len(word) > _SMALL_WORD]):
            first = "".join([word[0] for word in some])
            if len(first) > 1:
                yield folded(first)
            for part in self._last_parts(some[-1]) if some else ():
                yield folded(first + part[0])

    def _last_parts(self, word: str) -> Iterator[str]:
        """Yield the last parts of the compound *word*."""
        for morphology in self._morphologies.values():
            for base in (word, *morphology.bases(word)):
                for part in morphology.relatives(word):
                    if base.endswith(part) and _SMALL_WORD < len(part) < len(base) - _SMALL_WORD + 1:
                        yield part

    def _parts(self, page: Page) -> Iterator[str]:
        """Yield the last word of the title of *page*, and the parts of compounds if it is short."""
        words = words_of(page.title)
        morphology = self._morphologies[page.language]
        found = [
            *words[-1:],
            *(base for word in words[-1:] for base in morphology.bases(word)),
            *self._halves(page.title),
        ]
        for word in words if len(page.title.split()) <= _BRIEF else ():
            bases = (word, *morphology.bases(word))
            found += [part for part in morphology.relatives(word) if any(part in base for base in bases)]
        yield from (EXACT + _joined(part) + PART for part in found)


def _tails(name: str) -> Iterator[str]:
    """Yield what *name* ends with, of two words or more, from each word that is no small one."""
    words = name.split()
    for first in range(1, len(words) - 1):
        if len(words[first]) > _SMALL_WORD:
            yield " ".join(words[first:])


def written_together(extra: Extra) -> Iterator[str]:
    """Yield the names of a page as one word each, those in which somebody may slip and write other words."""
    for word in extra.exact:
        if word.endswith(NAME) and word[:-1].isalpha() and len(word) <= _LONGEST_MENDED:
            yield word[len(EXACT) : -len(NAME)]


def names_in(name: str) -> list[str]:
    """Return *name*, and what stands in it outside and inside brackets: social- och hälsovårdsministeriet (SHM)."""
    return list(dict.fromkeys([name, *filter(None, map(str.strip, _BRACKETS.split(name)))]))


@cache
def _joined(name: str) -> str:
    """Return the letters and digits of *name* as one word."""
    return "".join(letter for letter in folded(name) if letter.isalnum())
