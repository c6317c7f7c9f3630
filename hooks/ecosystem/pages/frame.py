"""What stands around every page: head, navigation, breadcrumbs, the switch between languages, footer."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ecosystem.ground.languages import LANGUAGES, NATIVE_NAMES, Language
from ecosystem.pages.addresses import HOME, NOT_FOUND, language_root
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site: its name in the menu, and its pages, of which the first opens it."""

    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """The links that every page has, by page: the sections of the main menu, and what is about the site."""

    sections: tuple[Section, ...]
    about: tuple[str, ...]

    def section_of(self, page: str | None) -> Section | None:
        """Return the section that *page* stands in; None for one that is in none."""
        return next((section for section in self.sections if page in section.pages), None)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link in the head of a page, by which a reader's program finds a feed or a calendar.

    One with a `label` is shown to people too, under that name; `address` is where it leads them instead of the file.
    """

    media_type: str
    title: str
    path: str
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumbs: the name of a page, its path, and the language of the name."""

    name: str
    path: str
    language: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A way to the same page in another language."""

    language: Language
    name: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A page as far as all pages are alike. Paths are below the site's own address."""

    here: str
    title: str
    title_language: Language
    description: str
    section: str | None
    crumbs: Sequence[Crumb]
    alternates: Mapping[Language, str]
    structured_data: Sequence[JsonLd] = ()
    kind: str = "website"
    not_found: bool = False
    indexed: bool = True
    #: The path of the page in the place of this one, to which browsers go at once.
    forward: str | None = None
    updated: datetime.date | None = None
    #: Where an editor changes what the page shows; nothing where that is not known.
    edit: str = ""
    languages: Sequence[LanguageLink] = field(default=())
    scripts: Sequence[str] = ()

    @property
    def is_home(self) -> bool:
        """Whether this is a home page, which has no breadcrumbs."""
        return not self.crumbs


def language_links(page_alternates: Mapping[Language, str]) -> tuple[LanguageLink, ...]:
    """Return the switcher's links; to a page that has no counterpart, the language's home page stands in."""
    return tuple(
        LanguageLink(language, NATIVE_NAMES[language], page_alternates.get(language, language_root(language)))
        for language in LANGUAGES
    )


def alternates_with_default(edition: Edition, frame: Frame) -> tuple[tuple[str, str], ...]:
    """Return (hreflang, absolute address) of the page in every language that it has, and the default for all others."""
    if not frame.alternates:
        return ()
    links = [(str(language), edition.site_url + path) for language, path in frame.alternates.items()]
    return (*links, ("x-default", edition.site_url + edition.content.addresses.default_alternate(frame.alternates)))


def crumbs_to(edition: Edition, page: str) -> tuple[Crumb, ...]:
    """Return the breadcrumbs from the home page to the hand-written *page*; none for the home page itself."""
    if page in (HOME, NOT_FOUND):
        return ()
    home = Crumb(edition.interface.say("page.home"), edition.path(HOME), edition.language)
    return home, Crumb(edition.titles[page], edition.path(page), edition.language)
