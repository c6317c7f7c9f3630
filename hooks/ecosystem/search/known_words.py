"""What was found out about the words of a language, kept from one build to the next in `.cache/words/`.

A word is looked up in a fraction of a millisecond, but a dictionary takes a second to read: on a small site that is
most of what the index costs. What the code or the dictionary of another version found out is not used.
"""

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.ground.files import replace_text

#: Lists of words by what they are to the word: its base forms, its parts.
Entry: TypeAlias = tuple[tuple[str, ...], ...]

_HERE: Final = Path(__file__).parent


class KnownWords:
    """The words of a language that *look_up* knows, each looked up once; in *file* if one is given."""

    def __init__(self, look_up: Callable[[str], Entry], file: Path | None = None) -> None:
        self._look_up = look_up
        self._file = file
        self._entries = _read(file) if file else {}
        self._kept = len(self._entries)

    def __getitem__(self, word: str) -> Entry:
        """Return what is known of *word*."""
        entry = self._entries.get(word)
        if entry is None:
            entry = self._entries[word] = self._look_up(word)
        return entry

    def keep(self) -> None:
        """Write what is known now, in place of what other versions knew."""
        if self._file is None or len(self._entries) == self._kept:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        replace_text(self._file, json.dumps(self._entries, ensure_ascii=False, sort_keys=True))
        for other in self._file.parent.glob(f"{self._file.name.partition('-')[0]}-*.json"):
            if other != self._file:
                other.unlink(missing_ok=True)


def file_of_words(folder: Path, library: str, *modules: str) -> Path:
    """Return the file below *folder* for what *modules* of this package find out with this version of *library*."""
    digest = hashlib.sha256(version(library).encode("utf-8"))
    for module in modules:
        digest.update((_HERE / f"{module}.py").read_bytes())
    return folder / f"{library}-{digest.hexdigest()[:16]}.json"


def _read(file: Path) -> dict[str, Entry]:
    """Return what *file* holds; nothing if it is absent or damaged, since everything can be looked up again."""
    try:
        entries = json.loads(file.read_bytes())
        return {word: tuple(map(tuple, entry)) for word, entry in entries.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
