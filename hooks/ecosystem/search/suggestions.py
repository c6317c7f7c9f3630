"""What the search field of the header suggests: pages by what they are called, and the questions that have an answer.

`pagefind/names/fi-te.json` holds the names that have a word beginning with te, so that few letters need one small file.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from ecosystem.ground.languages import Language
from ecosystem.search.words import folded

#: Where the files stand below the folder of the index.
FOLDER: Final = "names"
#: From so many letters on something is suggested: as many name a file.
LETTERS: Final = 2
#: People type what a name begins with.
_FIRST_WORDS: Final = 6
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
