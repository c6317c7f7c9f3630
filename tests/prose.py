"""The words of the code, each with its place: of the interface, of messages, and of the editors' guides."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ecosystem.editing.proofreading.accepted_words import AcceptedWords, read_accepted_words
from ecosystem.editing.proofreading.passages import GAP, Passage
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Place
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.words.wording import read_words
from workbench import FULL, ROOT

#: Words of other languages in the guides: GitHub's buttons, and the links to the other guides.
OF_OTHERS: Final = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)|\[[^]\n]+\]\(EDITING[^)]+\)|\((?:issue|pull request)\)")


def passage(text: str, language: Language, place: str = "here") -> Passage:
    """Return *text* as a whole of its own."""
    return Passage(Place(place), language, text, place)


def words_of_the_site() -> Iterator[Passage]:
    """Yield the words of the interface, of messages and of what editors see."""
    for language in LANGUAGES:
        for path in sorted((ROOT / "strings").rglob(f"{language}.yaml")):
            for key, words in read_words(path).items():
                yield passage(words, language, f"{path.relative_to(ROOT)}: {key}")


def guides() -> Iterator[Passage]:
    """Yield the editors' guides."""
    for language in LANGUAGES:
        text = (ROOT / f"EDITING.{language}.md").read_text(encoding="utf-8")
        yield passage(OF_OTHERS.sub(GAP, text), language, f"EDITING.{language}.md")


@cache
def words_of_the_code() -> tuple[Passage, ...]:
    """Return all that people read and that is no content."""
    return (*words_of_the_site(), *guides())


@cache
def accepted_words() -> AcceptedWords:
    """Return the words that are accepted beside the full content; those of the code stand there too."""
    return read_accepted_words(FULL.data, load_and_check(FULL.data, KINDS)[0])
