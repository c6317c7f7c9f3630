"""Where the pages of the site are. What an address of a page looks like is known here alone.

All addresses are paths below the site's own address, without a leading slash: `sv/medlemmar/digifinland/`. They are
public and permanent: others link to them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.record import Record

#: The part of a page's address that is its own, in each language.
Names: TypeAlias = Mapping[Language, str]

#: The page of the site's root, and the one that a web server shows for an address that does not exist: a file, not a
#: folder.
HOME: Final = "index"
NOT_FOUND: Final = "404"

#: What stands before the number in the address of a long list's further pages: `jasenet/sivu/2/`.
NUMBERED: Final[Mapping[Language, str]] = {"fi": "sivu", "sv": "sida", "en": "page"}

#: The language of those who read none of ours.
_ABROAD: Final[Language] = "en"

#: Anchors that every page has: nothing else on a page may be called so.
EVERY_PAGE_ANCHORS: Final = frozenset({"content", "main-menu", "suggestions"})
#: The same of the page of every record.
EVERY_RECORD_ANCHORS: Final = EVERY_PAGE_ANCHORS | {"related", "sources"}


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The role of a kind that has hand-written pages besides its list: their names in addresses, by page.

    Below those of `parents` stand pages that are no records'.
    """

    names: Mapping[str, Names]
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsOfList:
    """The role of a kind some of whose records say too little for a page: each is a row of the list, with an anchor."""

    is_row: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class ForAbroad:
    """The role of a kind with hand-written *pages* for readers abroad: whoever reads none of our languages gets them,
    and what stands below them, in English."""

    pages: tuple[str, ...]


class Addresses:
    """The addresses of all pages that people write, and of the records below them."""

    def __init__(self, kinds: Kinds, own: OwnPages) -> None:
        """*own* are the pages that belong to no kind; the home page is one of them."""
        names: dict[str, Names] = {HOME: own.names[HOME]}
        parents: list[str] = []
        for kind in kinds.values():
            names |= _of_kind(kind)
            parents += _more(kind).parents
        #: The name in addresses of each page that people write, by its file name in `docs/<language>/`.
        self.pages: Mapping[str, Names] = {**names, **own.names}
        #: The page below which the records of each collection stand.
        self.sections: Mapping[str, str] = {kind.name: kind.page for kind in kinds.values()}
        #: The other pages below which pages stand.
        self.parents: tuple[str, ...] = (*parents, *own.parents)
        self._for_abroad = frozenset(page for _, role in kinds.playing(ForAbroad) for page in role.pages)
        # Every link begins with one of these.
        self._paths = {
            (page, language): language_root(language) + (f"{own[language]}/" if own[language] else "")
            for page, own in self.pages.items()
            for language in LANGUAGES
        }

    def page(self, page: str, language: Language) -> str:
        """Return the path of the hand-written *page*, named as its file: `members` gives `jasenet/`."""
        if page == NOT_FOUND:
            return f"{language_root(language)}404.html"
        return self._paths[page, language]

    def below(self, page: str, name: str, language: Language) -> str:
        """Return the path of the page called *name* below the hand-written *page*."""
        return f"{self.page(page, language)}{name}/"

    def numbered(self, page: str, number: int, language: Language) -> str:
        """Return the path of page *number* of the list *page*; the first is the page itself."""
        return (
            self.page(page, language) if number == 1 else f"{self.page(page, language)}{NUMBERED[language]}/{number}/"
        )

    def section(self, collection: str, language: Language) -> str:
        """Return the path of the list page of *collection*."""
        return self.page(self.sections[collection], language)

    def record(self, collection: str, record_id: str, language: Language) -> str:
        """Return the path of a record's own page."""
        return f"{self.section(collection, language)}{record_id}/"

    def standing(self, kind: Kind, record: Record, language: Language) -> str:
        """Return the path of where *record* stands: its own page, or its row of the list of its *kind*."""
        if is_row(kind, record):
            return f"{self.section(kind.name, language)}#{row_anchor(record.id)}"
        return self.record(kind.name, record.id, language)

    def alternates(self, page: str) -> dict[Language, str]:
        """Return the paths of the hand-written *page* in all languages."""
        return {language: self.page(page, language) for language in LANGUAGES}

    def alternates_below(self, page: str, name: str) -> dict[Language, str]:
        """Return the paths of the page called *name* below the hand-written *page* in all languages."""
        return {language: self.below(page, name, language) for language in LANGUAGES}

    def record_alternates(self, collection: str, record_id: str) -> dict[Language, str]:
        """Return the paths of a record's page in all languages."""
        return self.alternates_below(self.sections[collection], record_id)

    def default_alternate(self, alternates: Mapping[Language, str]) -> str:
        """Return the one of a page's *alternates* for readers of any other language: a page need not have them all."""
        english = alternates.get(_ABROAD)
        if english is not None and any(english.startswith(self.page(page, _ABROAD)) for page in self._for_abroad):
            return english
        return next(alternates[language] for language in LANGUAGES if language in alternates)


def is_row(kind: Kind, record: Record) -> bool:
    """Tell whether *record* is a row of the list of its *kind*, without a page of its own."""
    role = kind.role(RowsOfList)
    return role is not None and role.is_row(record)


def row_anchor(record_id: str) -> str:
    """Return the anchor of a record's row in the list: none of the list's parts is called so."""
    return f"row-{record_id}"


def language_root(language: Language) -> str:
    """Return the path of *language*'s home page: empty for the default language."""
    return "" if language == DEFAULT_LANGUAGE else f"{language}/"


def file_of(path: str) -> str:
    """Return the file in which the page at *path* is stored."""
    return path if path.endswith(".html") else f"{path}index.html"


def _of_kind(kind: Kind) -> Iterator[tuple[str, Names]]:
    yield kind.page, kind.addresses
    yield from _more(kind).names.items()


def _more(kind: Kind) -> OwnPages:
    return kind.role(OwnPages) or OwnPages({})
