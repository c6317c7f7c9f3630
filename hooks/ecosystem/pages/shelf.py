"""Files that pages speak of before they are written: their sizes stand on pages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ecosystem.ground.uses import Memory


@dataclass(frozen=True, slots=True)
class OnShelf:
    """The role of a kind with such files: (path, content) of each, from all editions and the papers."""

    files: Callable[[Any, Any], Iterable[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class MakesPapers:
    """The role of a kind with files that are written with the site, of which no page says the size."""

    files: Callable[[Any, Any], Iterable[tuple[str, bytes]]]


class Shelf:
    """The files of one build that are made when the first page asks for one, and written at the end."""

    def __init__(self, make: Callable[[], Iterable[tuple[str, bytes]]] = lambda: ()) -> None:
        self._make = make
        self.memory = Memory("shelf")

    @property
    def files(self) -> Mapping[str, bytes]:
        """The content of all files by path."""
        return self.memory.once((), lambda: dict(self._make()))
