"""Pages as lists of all pages name them: the index from A to Z, the site map, the kinds of the search."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ecosystem.ground.languages import Language
from ecosystem.pages.edition import Edition
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page of the site under its name: its path, the language of the name, its collection or other kind.

    `meaning` is what a name means that is kept in its own language.
    """

    name: str
    language: Language
    path: str
    kind: str
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class ListsPages:
    """The role of what has pages below a hand-written *page* that are no records: a kind, or the site itself.

    `called` is the key of what they are called together, `listed` names them, and `pages` makes them.
    """

    page: str
    called: str
    listed: Callable[[Edition], Iterable[ListedPage]]
    pages: Callable[[Renderer], Iterator[Page]]
