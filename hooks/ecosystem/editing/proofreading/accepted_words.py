"""Words that are right although no dictionary has them: those accepted beside the data, and all names in it.

`data/words/names.txt` has what languages share, and `fi.txt`, `sv.txt` and `en.txt` have words of one; one a line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.editing.proofreading.passages import NAMES
from ecosystem.editing.proofreading.spelling import GENITIVE, is_known
from ecosystem.ground.files import replace_text
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.nodes import MapNode, SeqNode, Value
from ecosystem.records.load import LoadedData

FOLDER: Final = "words"
#: The list of words that languages share.
SHARED: Final = "names"
LISTS: Final = (SHARED, *LANGUAGES)

#: A word with its hyphens, apostrophes and Nordic colons; names of files and fields, classes and codes are none.
WORD: Final = re.compile(r"(?<![\w./-])[^\W\d_]+(?:[-’':][^\W\d_]+)*(?![\w/]|\.\w)")

#: What Finnish adds to a name that it declines: DigiFinlandin, Kaikussa, Nordean.
_CASE: Final = re.compile(
    r"(?:i|e)?(?:n|a|ä|ta|tä|tta|ttä|ssa|ssä|sta|stä|seen|lla|llä|lta|ltä|lle|ksi|na|nä|[aeiouyäö]n|h[aeiouyäö]n)$"
)
_PARTS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class AcceptedWords:
    """The lists by their names, and every word of every name in the data."""

    lists: Mapping[str, frozenset[str]]
    names: frozenset[str]

    def have(self, word: str, language: Language) -> bool:
        """Tell whether *word* of *language*, its small form or every part of it is accepted or a name."""
        if self._has(word, language):
            return True
        parts = [part for part in word.split("-") if part]
        return len(parts) > 1 and all(self._has(part, language) or is_known(part, language) for part in parts)

    def _has(self, word: str, language: Language) -> bool:
        plain = word.replace("’", "'")
        stem = GENITIVE[language].sub("", plain)
        known = (self.lists[SHARED], self.lists[language], self.names)
        if any(form in words for form in (plain, plain.lower(), stem) for words in known):
            return True
        if language != "fi" or not stem[0].isupper():
            return False
        return any(stem[: end.start()] in words for end in _cases(stem) for words in known)


def _cases(word: str) -> Iterator[re.Match[str]]:
    """Yield each way to read the end of *word* as an ending of Finnish."""
    return (found for start in range(2, len(word)) if (found := _CASE.match(word, start)) is not None)


def read_accepted_words(folder: Path, data: LoadedData) -> AcceptedWords:
    """Return the words that are accepted in *folder*, beside the data, and the names in *data*."""
    lists = {name: frozenset(_read(folder / FOLDER / f"{name}.txt")) for name in LISTS}
    nodes = (entry.node for loaded in data.values() for entry in loaded.entries)
    names = frozenset(part for node in nodes for name in _names(node) for part in _words_of(name))
    return AcceptedWords(lists, names)


def accept(folder: Path, words: Iterable[tuple[str, str]]) -> None:
    """Add *words*, each with the name of its list, to the lists in *folder*, in alphabetical order."""
    added: dict[str, set[str]] = {}
    for name, word in words:
        added.setdefault(name, set()).add(word.replace("’", "'"))
    (folder / FOLDER).mkdir(exist_ok=True)
    for name, new in added.items():
        path = folder / FOLDER / f"{name}.txt"
        together = sorted(new.union(_read(path)), key=lambda word: (word.casefold(), word))
        replace_text(path, "".join(f"{word}\n" for word in together))


def _read(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8-sig").splitlines() if path.is_file() else []
    return [word for line in lines if (word := line.strip())]


def _words_of(name: str) -> Iterator[str]:
    yield from WORD.findall(name)
    yield from _PARTS.findall(name)


def _names(node: Value) -> Iterator[str]:
    """Yield every text of a field that holds a name, wherever it stands in *node*."""
    for key, value in node.items() if isinstance(node, MapNode) else ():
        if key in NAMES:
            yield from _strings(value)
        else:
            yield from _names(value)
    for item in node if isinstance(node, SeqNode) else ():
        yield from _names(item)


def _strings(node: Value) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, MapNode | SeqNode):
        for value in node.values() if isinstance(node, MapNode) else node:
            yield from _strings(value)
