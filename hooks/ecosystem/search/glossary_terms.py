"""Which terms of the glossary a text speaks of, and what else something is called there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from ecosystem.ground.languages import Language
from ecosystem.search.morphology import Morphology
from ecosystem.search.names import Name, joined
from ecosystem.search.words import words_of


class GlossaryTerms:
    """The *terms* of the glossary, each with its wordings in each language."""

    def __init__(
        self, terms: Sequence[Mapping[Language, tuple[str, ...]]], morphologies: Mapping[Language, Morphology]
    ) -> None:
        self._morphologies = morphologies
        self._terms = [tuple(chain.from_iterable(term.values())) for term in terms]
        self._keys = {language: self._keys_by_word(terms, language) for language in morphologies}
        self._called: dict[str, list[Name]] = {}
        for term in terms:
            called = [(language, wording) for language, wordings in term.items() for wording in wordings]
            self._called.update(dict.fromkeys([joined(wording) for _, wording in called], called))

    def called(self, name: str) -> Sequence[Name]:
        """Return all wordings of the term of which *name* is one; none if it is none."""
        return self._called.get(joined(name), ())

    def spoken_of(self, bases: Mapping[Language, frozenset[str]]) -> list[str]:
        """Return the wordings, in all languages, of the terms that a text with these *bases* speaks of."""
        numbers = {
            number
            for language, words in bases.items()
            for word in words & self._keys[language].keys()
            for number, key in self._keys[language][word]
            if key <= words
        }
        return list(chain.from_iterable(self._terms[number] for number in sorted(numbers)))

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
