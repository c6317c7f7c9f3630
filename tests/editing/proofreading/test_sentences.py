"""Long sentences are noticed: each of them, and where all are long on average."""

import pytest

from ecosystem.editing.proofreading.sentences import FEW, LONGEST, long_sentences, sentences
from ecosystem.ground.languages import LANGUAGES, Language
from prose import passage


@pytest.mark.parametrize("language", LANGUAGES)
def test_endless_sentences_are_noticed(language: Language) -> None:
    endless = f"Yksi {' '.join(['sana'] * LONGEST[language])}. " * FEW
    assert [problem.code for problem in long_sentences([passage(endless, language)])] == [
        *["sentence_too_long"] * FEW,
        "sentences_long",
    ]


def test_a_sentence_ends_with_its_mark_or_its_item() -> None:
    text = "Ekosysteemi on verkosto. Se kokoontuu klo 9. Tule mukaan!\n\n- yksi kohta\n- toinen"
    assert [len(words) for words in sentences(passage(text, "fi"))] == [3, 4, 2, 2, 1]
