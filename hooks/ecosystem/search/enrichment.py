"""What the index knows of a page besides its own words.

Lists of words, which Pagefind takes as metadata: they are searched, but stand in no page and no excerpt.

names   what the page is called: its title and its names in all languages, abbreviations, the glossary's words for it
words   base forms, parts of compounds and other stems of the words of the page
others  the words of the same page in the other languages, and the glossary's words for what the page is about

brief   the words of a title that is short: it says more of the page than the same words in a long one
exact   each name as one word, by which a query that is a whole name is known; likewise what it may be called for short,
        and the parts of the words of a short title
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.search.glossary_terms import GlossaryTerms
from ecosystem.search.morphology import Morphology
from ecosystem.search.names import BRIEF, Name, WholeNames, names_in
from ecosystem.search.words import words_of

#: On this share of the pages of a language, and on this many, a word says nothing of one of them: and, med, website.
_COMMON_SHARE: Final = 0.5
_COMMON_LEAST: Final = 30
#: Shorter words of the other languages only join longer ones: de, on, to.
_WORD: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as the index sees it: its words, each once and in order, and what it is called in each language.

    A nickname is what some call it: others may be called so too.
    """

    path: str
    language: Language
    kind: str
    content: str
    title: str
    words: tuple[str, ...]
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
        self._glossary = GlossaryTerms(terms, morphologies)
        self._whole = WholeNames(morphologies)
        self._common = {language: self._common_words(language) for language in morphologies}
        self._shared = cache(self._shared_by)
        self._word_names = cache(self._found_by)

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
            names.update(dict.fromkeys(self._whole.halves(title)))
        names.update(dict.fromkeys(shared.of_titles))
        relatives = self._morphologies[page.language].relatives
        words = dict.fromkeys(chain.from_iterable(map(relatives, page.words)))
        known = names.keys() | set(page.words)
        others = dict.fromkeys(
            chain(
                chain.from_iterable(
                    [word for word in bases if word not in self._common[language]]
                    for language, bases in shared.bases.items()
                    if language != page.language
                ),
                shared.of_bodies,
            )
        )
        return Extra(
            tuple(names),
            tuple([word for word in words if word not in known]),
            tuple([word for word in others if len(word) >= _WORD and word not in known and word not in words]),
            tuple(words_of(page.title)) if len(page.title.split()) <= BRIEF else (),
            self._whole.of(titles, page.nicknames, (page.language, page.title)),
        )

    def _common_words(self, language: Language) -> frozenset[str]:
        """Return the base forms of the words that stand on so many pages in *language* that they tell none apart."""
        pages = [page for page in self._pages.values() if page.language == language]
        counts = Counter(chain.from_iterable(page.words for page in pages))
        least = max(len(pages) * _COMMON_SHARE, _COMMON_LEAST)
        bases = self._morphologies[language].bases
        return frozenset(chain.from_iterable(bases(word) for word, count in counts.items() if count >= least))

    def _titles(self, page: Page, versions: Iterable[str]) -> Iterator[Name]:
        """Yield what *page* is called, each with the language in which it is inflected."""
        yield page.language, page.title
        for path in versions:
            yield self._pages[path].language, self._pages[path].title
        for name in page.names:
            yield page.language, name

    def _names(self, titles: Iterable[Name]) -> tuple[Name, ...]:
        """Return *titles* with the names in brackets apart, and with the glossary's other wordings of each."""
        found: dict[Name, None] = {}
        for language, title in titles:
            for name in names_in(title):
                found[language, name] = None
                found.update(dict.fromkeys(self._glossary.called(name)))
        return tuple(pair for pair in found if pair[1])

    def _shared_by(self, versions: tuple[str, ...]) -> "_Shared":
        """Return what the pages at the paths *versions*, one page in several languages, have in common."""
        pages = [self._pages[path] for path in versions]
        bases = {
            page.language: tuple(
                dict.fromkeys(chain.from_iterable(map(self._morphologies[page.language].bases, page.words)))
            )
            for page in pages
        }
        of_titles = self._glossary.spoken_of(self._bases({page.language: words_of(page.title) for page in pages}))
        of_bodies = self._glossary.spoken_of({language: frozenset(some) for language, some in bases.items()})
        return _Shared(
            bases,
            tuple(chain.from_iterable(map(words_of, of_titles))),
            tuple(chain.from_iterable(map(words_of, of_bodies))),
        )

    def _found_by(self, language: Language, word: str) -> dict[str, None]:
        """Return the *word* of a name in *language* and what it is found by."""
        morphology = self._morphologies[language]
        return dict.fromkeys((word, *morphology.relatives(word), *morphology.inflections(word)))

    def _bases(self, words: Mapping[Language, Iterable[str]]) -> dict[Language, frozenset[str]]:
        return {
            language: frozenset(chain.from_iterable(self._morphologies[language].bases(word) for word in some))
            for language, some in words.items()
        }
