"""What the search field of the header suggests: pages by what they are called, and the questions that have an answer.

`pagefind/names/fi-te.json` holds the names that have a word beginning with te, so that few letters need one small file.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ecosystem.ground.languages import Language
from ecosystem.records.record import Record
from ecosystem.search.answers import ShownAnswer
from ecosystem.search.enrichment import Page
from ecosystem.search.words import folded

#: Where the files stand below the folder of the index.
FOLDER: Final = "names"
#: From so many letters on something is suggested: as many name a file.
LETTERS: Final = 2
#: People type what a name begins with.
_FIRST_WORDS: Final = 6
#: The language of a title that is in another one than its page.
_FOREIGN_TITLE: Final = re.compile(r'<h1\b[^>]*\slang="(\w+)"')
_WORD: Final = re.compile(r"[^\W_]+")


class Called(NamedTuple):
    """A name, and its language where it is known."""

    name: str
    language: str = ""


class Suggestion(NamedTuple):
    """Where a title leads: the `address` below the site's root, and what else the page is called."""

    title: Called
    address: str
    names: tuple[Called, ...] = ()


def suggested(
    language: Language,
    pages: Iterable[Page],
    standing: Iterable[tuple[str, Record]],
    answers: Iterable[ShownAnswer],
) -> Iterator[Suggestion]:
    """Yield the *pages* in *language* by their names, then the phrasings that have *answers*.

    Of records that stand at an address, in a page of their own or in a row of a list, all names are known.
    """
    shown = {page.path: page for page in pages}
    called: dict[str, tuple[Called, ...]] = {}
    for address, record in standing:
        if address in shown:
            called[address] = _all_called(record)
        elif address.partition("#")[0] in shown:  # a row of a list
            title = Called(record.heading.wordings().get(language, ""))
            yield _suggestion(title, address, _all_called(record))
    for path, page in shown.items():
        foreign = _FOREIGN_TITLE.search(page.content)
        yield _suggestion(Called(page.title, foreign[1] if foreign else ""), path, called.get(path, ()))
    for answer in answers:
        address = f"{answer.path}#{answer.anchor}" if answer.anchor else answer.path
        for phrasing in answer.phrasings:
            yield Suggestion(Called(phrasing), address)


def write_suggestions(language: Language, suggestions: Iterable[Suggestion], folder: Path) -> None:
    """Write the *suggestions* of a *language* below the *folder* of the index.

    Each stands in the files of the first words of its names, with the names that have such a word.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    by_letters: dict[str, list[Suggestion]] = defaultdict(list)
    for one in suggestions:
        named: dict[str, dict[Called, None]] = defaultdict(dict)
        for called in (one.title, *one.names):
            for word in _WORD.findall(folded(called.name))[:_FIRST_WORDS]:
                if len(word) >= LETTERS and word.isascii():
                    named[word[:LETTERS]][called] = None
        for letters, names in named.items():
            by_letters[letters].append(one._replace(names=tuple(name for name in names if name != one.title)))
    for letters, some in by_letters.items():
        content = json.dumps(some, ensure_ascii=False, separators=(",", ":"))
        (folder / FOLDER / f"{language}-{letters}.json").write_text(content, encoding="utf-8")


def _suggestion(title: Called, address: str, names: tuple[Called, ...]) -> Suggestion:
    """Return where *title* leads, with the other *names*; one without a title goes by the first of them."""
    others = tuple(dict.fromkeys(one for one in names if one.name != title.name))
    return Suggestion(title, address, others) if title.name else Suggestion(others[0], address, others[1:])


def _all_called(record: Record) -> tuple[Called, ...]:
    """Return all that the record is called, with the languages that are known."""
    wordings = [Called(name, language) for language, name in record.heading.wordings().items()]
    return (*wordings, *map(Called, record.other_names))
