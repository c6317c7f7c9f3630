"""What stands around every page: head, navigation, breadcrumbs, the switch between languages, footer."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ecosystem.addresses import NOT_FOUND, default_alternate, page_path
from ecosystem.languages import LANGUAGES, NATIVE_NAMES, Language
from ecosystem.views.edition import Edition
from ecosystem.views.structured_data import JsonLd

#: The main navigation, by page.
MAIN_PAGES: Final = (
    "members",
    "pilots",
    "workgroups",
    "events",
    "news",
    "action-plan",
    "offering",
    "publications",
    "networks",
    "about",
)

#: The footer's links, in two groups: more content, and about the site.
FOOTER_CONTENT: Final = (
    "situation",
    "regions",
    "pilot-programmes",
    "operating-models",
    "meetings",
    "downloads",
    "glossary",
    "join",
    "subscribe",
)
FOOTER_SITE: Final = ("site-map", "a-z", "open-data", "accessibility", "privacy")


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
    updated: datetime.date | None = None
    languages: Sequence[LanguageLink] = field(default=())
    scripts: Sequence[str] = ()

    @property
    def is_home(self) -> bool:
        """Whether this is a home page, which has no breadcrumbs."""
        return not self.crumbs


def language_links(page_alternates: Mapping[Language, str]) -> tuple[LanguageLink, ...]:
    """Return the switcher's links; to a page that has no counterpart, the language's home page stands in."""
    return tuple(
        LanguageLink(language, NATIVE_NAMES[language], page_alternates.get(language, page_path("index", language)))
        for language in LANGUAGES
    )


def alternates_with_default(edition: Edition, frame: Frame) -> tuple[tuple[str, str], ...]:
    """Return (hreflang, absolute address) of the page in every language that it has, and the default for all others."""
    if not frame.alternates:
        return ()
    links = [(str(language), edition.site_url + path) for language, path in frame.alternates.items()]
    return (*links, ("x-default", edition.site_url + default_alternate(frame.alternates)))


def crumbs_to(edition: Edition, page: str, page_title: str) -> tuple[Crumb, ...]:
    """Return the breadcrumbs from the home page to the hand-written *page*; none for the home page itself."""
    if page in ("index", NOT_FOUND):
        return ()
    home = Crumb(edition.interface.say("page.home"), page_path("index", edition.language), edition.language)
    return home, Crumb(page_title, page_path(page, edition.language), edition.language)
