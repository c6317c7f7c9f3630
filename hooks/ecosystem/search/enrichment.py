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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, Protocol

from ecosystem.languages import Language
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
#: Shorter words of the other languages only join longer ones: de, on, to.
_WORD: Final = 3
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

    def keep(self) -> None:
        """Keep what is known now for the next build."""


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

    def keep(self) -> None:
        """Keep nothing."""


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
        terms: Sequence[Mapping[Language, tuple[str, ...]]],
    ) -> None:
        self._pages = pages
        self._morphologies = morphologies
        terms = list(terms)
        self._terms = [tuple(chain.from_iterable(term.values())) for term in terms]
        self._keys = {language: self._keys_by_word(terms, language) for language in morphologies}
        self._wordings: dict[str, list[tuple[Language, str]]] = {}
        for term in terms:
            called = [(language, wording) for language, wordings in term.items() for wording in wordings]
            self._wordings.update(dict.fromkeys([_joined(wording) for _, wording in called], called))
        self._shared = cache(self._shared_by)
        self._word_names = cache(self._found_by)
        self._letters = cache(self._initials)

    def of(self, page: Page) -> Extra:
        """Return the words to add to *page*."""
        versions = tuple(path for path in page.alternates.values() if path in self._pages) or (page.path,)
        shared = self._shared(versions)
        titles = self._names(self._titles(page, versions))
        names: dict[str, None] = {}
        for language, title in (*titles, *((page.language, name) for name in page.nicknames)):
            for word in words_of(title):
                names.update(self._word_names(language, word))
        for title in dict.fromkeys(title for _, title in titles):
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
            tuple([word for word in others if len(word) >= _WORD and word not in known and word not in words]),
            tuple(words_of(page.title)) if len(page.title.split()) <= _BRIEF else (),
            tuple(dict.fromkeys(chain(self._exact(titles), self._short(titles, page), self._parts(page)))),
        )

    def _titles(self, page: Page, versions: Iterable[str]) -> Iterator[tuple[Language, str]]:
        """Yield what *page* is called, each with the language in which it is inflected."""
        yield page.language, page.title
        for path in versions:
            yield self._pages[path].language, self._pages[path].title
        for name in page.names:
            yield page.language, name

    def _names(self, titles: Iterable[tuple[Language, str]]) -> tuple[tuple[Language, str], ...]:
        """Return *titles* with the names in brackets apart, and with the glossary's other wordings of each."""
        found: dict[tuple[Language, str], None] = {}
        for language, title in titles:
            for name in names_in(title):
                found[language, name] = None
                found.update(dict.fromkeys(self._wordings.get(_joined(name), ())))
        return tuple(pair for pair in found if pair[1])

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

    def _found_by(self, language: Language, word: str) -> dict[str, None]:
        """Return the *word* of a name in *language* and what it is found by."""
        morphology = self._morphologies[language]
        return dict.fromkeys((word, *morphology.relatives(word), *morphology.inflections(word)))

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

    def _keys_by_word(
        self, terms: Iterable[Mapping[Language, tuple[str, ...]]], language: Language
    ) -> Mapping[str, list[tuple[int, frozenset[str]]]]:
        """Return the base forms that a text in *language* must have to speak of a term, with the term's number.

        Each stands by the longest of its words, so that a text need be compared with few.
        """
        bases = self._morphologies[language].bases
        found: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, term in enumerate(terms):
            for wording in term.get(language, ()):
                if key := frozenset(bases(word)[0] for word in words_of(wording)):
                    found[max(sorted(key), key=len)].append((number, key))
        return found

    def _glossary(self, bases: Mapping[Language, frozenset[str]]) -> list[str]:
        """Return the glossary's wordings, in all languages, of what a text with these base forms speaks of."""
        numbers = {
            number
            for language, words in bases.items()
            for word in words & self._keys[language].keys()
            for number, key in self._keys[language][word]
            if key <= words
        }
        return list(chain.from_iterable(self._terms[number] for number in sorted(numbers)))

    def _exact(self, names: Iterable[tuple[Language, str]]) -> Iterator[str]:
        for language, name in names:
            joined = _joined(name)
            if not joined or len(joined) > _LONGEST_NAME:
                continue
            yield EXACT + joined
            yield EXACT + joined + NAME
            first, _, last = name.rpartition(" ")
            beginning, small = EXACT + _joined(first), last.lower()
            for form in self._morphologies[language].inflections(small):
                yield beginning + _joined(form)

    def _short(self, names: Iterable[tuple[Language, str]], page: Page) -> Iterator[str]:
        """Yield nicknames, first letters, and what names end with: hälsa och välfärd."""
        brief = [(language, name) for language, name in names if len(name) <= _LONGEST_NAME]
        letters = chain.from_iterable(self._letters(language, name) for language, name in brief)
        found = chain(page.nicknames, letters, *(_tails(name) for _, name in brief))
        yield from (EXACT + joined + SHORT for joined in map(_joined, found) if joined)

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

    def _parts(self, page: Page) -> Iterator[str]:
        """Yield the last word of the title of *page*, and the parts of compounds if it is short."""
        words = words_of(page.title)
        morphology = self._morphologies[page.language]
        found = [*words[-1:], *self._halves(page.title)]
        found += chain.from_iterable(map(morphology.bases, words[-1:]))
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
