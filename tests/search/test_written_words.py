"""What people have written on a page finds that page, whatever stands around it."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.search.copies import PageKinds
from ecosystem.search.words import text_of, words_of
from ecosystem.site.addresses import ADDRESSES
from search.measure import answers_of
from workbench import FULL

#: The page for lost addresses is nowhere on the site, and no result.
UNLISTED = {"404"}
#: What of Markdown is no text: its head, code, the targets of links, marks of HTML and attributes.
NO_TEXT = re.compile(r"\A---.*?^---$|```.*?```|\]\([^)]*\)|<[^>]*>|\{[^}]*\}|&\w+;|`[^`]*`", re.DOTALL | re.MULTILINE)
#: So many results are looked through for a page: a word that only joins others is on most pages.
MANY = 400


def written(language: Language) -> Iterator[tuple[str, set[str]]]:
    """Yield the address of each page that people write in *language*, and the words that they have written."""
    for file in sorted((FULL.docs / language).glob("*.md")):
        if file.stem not in UNLISTED:
            words = words_of(NO_TEXT.sub(" ", file.read_text(encoding="utf-8")))
            yield ADDRESSES.page(file.stem, language), set(words)


@pytest.fixture(scope="module")
def words() -> Mapping[Language, Mapping[str, set[str]]]:
    """Return the words of each page that people write, by language and address."""
    return {language: dict(written(language)) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_has_every_written_word_of_a_page(
    built_site: Path, words: Mapping[Language, Mapping[str, set[str]]], language: Language
) -> None:
    kinds = PageKinds(ADDRESSES)
    lacking = {}
    for path, some in words[language].items():
        document = (built_site / path / "index.html").read_text(encoding="utf-8")
        if lacks := some - set(words_of(text_of(kinds.content_of(path, document)))):
            lacking[path] = lacks
    assert lacking == {}


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node.js to run the engine")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_written_word_finds_its_page(
    built_site: Path, words: Mapping[Language, Mapping[str, set[str]]], language: Language
) -> None:
    counts = Counter(word for some in words[language].values() for word in some)
    rarest = {
        path: min(some, key=lambda word: (counts[word], -len(word), word))
        for path, some in words[language].items()
        if some
    }
    answers = answers_of(built_site, language, list(rarest.values()), MANY)
    found = {path: answer["paths"] for path, answer in zip(rarest, answers, strict=True)}
    assert {path: rarest[path] for path, paths in found.items() if path not in paths} == {}
