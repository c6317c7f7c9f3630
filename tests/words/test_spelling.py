"""Every word of the code is spelt right, or stands in the lists of `tests/content/full/data/words/`."""

import re
from typing import Final

import pytest

from ecosystem.editing.proofreading.unknown_words import unknown_words
from ecosystem.ground.languages import LANGUAGES, Language
from prose import accepted_words, words_of_the_code, words_of_the_site

pytestmark = pytest.mark.slow

#: Texts that are codes in every language.
CODES: Final = re.compile(r"choice\.(?:\w+-class|standard-name|certification-name)\.")

#: What editors type, and messages therefore name as it is.
FIELDS: Final = frozenset(
    part
    for passage in words_of_the_site()
    if passage.place.file.startswith("strings/editing/en.yaml: field.")
    for part in passage.place.file.removeprefix("strings/editing/en.yaml: field.").split("_")
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_right(language: Language) -> None:
    own = [one for one in words_of_the_code() if one.language == language and not CODES.search(one.place.file)]
    found = [
        (one.place.file, word)
        for one, word in unknown_words(own, accepted_words())
        if not (one.place.file.startswith("strings/messages") and word in FIELDS)
    ]
    assert found == []
