"""Every word of the site, its data and its guides is spelt right, or stands in the project's own list of words.

A word that is right although no dictionary knows it goes into `names.txt` (names and terms that languages share)
or into the list of its language, in alphabetical order.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from prose import Passage, passages, seen, words_of_the_site
from words.spelling.spelling import GENITIVE, is_known
from workbench import Content

pytestmark = pytest.mark.slow

HERE: Final = Path(__file__).parent

#: A word with its hyphens, apostrophes and Nordic colons; names of files and fields, classes and codes are none.
WORD: Final = re.compile(r"(?<![\w./-])[^\W\d_]+(?:[-’':][^\W\d_]+)*(?![\w/]|\.\w)")

#: Texts that are codes in every language.
CODES: Final = re.compile(r"choice\.(?:\w+-class|standard-name|certification-name)\.")


def words_of(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]


NAMES: Final = frozenset(words_of("names"))
OWN: Final = {language: frozenset(words_of(language)) for language in LANGUAGES}

#: What editors type, and messages therefore name as it is.
FIELDS: Final = frozenset(
    part
    for passage in words_of_the_site()
    if passage.place.startswith("strings/editing/en.yaml: field.")
    for part in passage.place.removeprefix("strings/editing/en.yaml: field.").split("_")
)


def words(passage: Passage) -> Iterator[str]:
    if CODES.search(passage.place):
        return
    for word in WORD.findall(seen(passage.text)):
        if not (passage.place.startswith("strings/messages") and word in FIELDS):
            yield word


def is_listed(word: str, language: Language, used: set[str]) -> bool:
    """Tell whether a list has *word*, its small form or every part of it; note in *used* the entries that say so."""
    known = NAMES | OWN[language]

    def entry(part: str) -> str | None:
        plain = part.replace("’", "'")
        forms = (plain, plain.lower(), GENITIVE[language].sub("", plain))
        return next((form for form in forms if form in known), None)

    found = entry(word)
    if found is not None:
        used.add(found)
        return True
    parts = [part for part in word.split("-") if part]
    entries = {part: entry(part) for part in parts}
    if len(parts) > 1 and all(one or is_known(part, language) for part, one in entries.items()):
        used.update(one for one in entries.values() if one is not None)
        return True
    return False


def misspelt(passage: Passage, used: set[str]) -> list[str]:
    return [
        f"{passage.place} ({passage.language}): {word}"
        for word in words(passage)
        if not is_known(word, passage.language) and not is_listed(word, passage.language, used)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_right(language: Language, content: Content) -> None:
    found = [line for one in passages(content) if one.language == language for line in misspelt(one, set())]
    assert found == [], "correct it, or add it to a list in tests/words/spelling/"


@pytest.mark.parametrize("name", ["names", *LANGUAGES])
def test_a_list_is_in_order_and_has_no_word_twice(name: str) -> None:
    listed = words_of(name)
    assert listed == sorted(set(listed), key=lambda word: (word.casefold(), word))


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fi", "saavuttettavuus"),
        ("fi", "kokeiluprojketti"),
        ("sv", "välfärsområde"),
        ("sv", "tillgänglihet"),
        ("en", "recieve"),
        ("en", "organization"),
        ("en", "color"),
    ],
)
def test_a_planted_mistake_is_noticed(language: Language, wrong: str) -> None:
    assert len(misspelt(Passage("here", language, f"{wrong}."), set())) == 1


@pytest.mark.parametrize(
    ("language", "right"),
    [("fi", "hyvinvointialueiden"), ("sv", "välfärdsområdenas"), ("en", "organisation's programmes")],
)
def test_a_right_word_is_let_through(language: Language, right: str) -> None:
    assert misspelt(Passage("here", language, right), set()) == []
