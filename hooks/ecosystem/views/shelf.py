"""Files that pages speak of before they are written: their sizes stand on the page of downloads."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property


class Shelf:
    """The files of one build that are made when the first page asks for one, and written at the end."""

    def __init__(self, make: Callable[[], Iterable[tuple[str, bytes]]] = lambda: ()) -> None:
        self._make = make

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The content of all files by path."""
        return dict(self._make())
