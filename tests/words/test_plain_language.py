"""The words of the code use the official terms of each language."""

from ecosystem.editing.proofreading.terms import read_terms, unofficial_terms
from prose import words_of_the_code
from workbench import FULL


def test_the_official_terms_are_used() -> None:
    terms, problems = read_terms(FULL.data)
    assert problems == []
    assert list(unofficial_terms(words_of_the_code(), terms)) == []
