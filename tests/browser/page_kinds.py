"""The kinds of page that the site has, from the tables that make them: a new page is tested without a word here."""

import os
from dataclasses import dataclass
from pathlib import Path

from addresses import EMBEDDED, PAGES, SECTIONS, numbered_path, page_path, section_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.addresses import PROVIDERS
from ecosystem.pages.addresses import NOT_FOUND
from ecosystem.pages.embedding import embed_path
from ecosystem.site.addresses import EDITORS, NEWSLETTER
from ecosystem.site.pages import components

#: Everything instead of a sample: `make audit`.
ALL = os.environ.get("AUDIT") == "all"

#: A sent newsletter. It has a page only in the languages in which it was sent: elsewhere its list stands in.
SENT = "sent-newsletter"

#: An organisation of the offering catalogue.
PROVIDER = "provider"

#: The second page of a long list.
FURTHER = "members-further"

#: Pages that other sites show in a frame, as "embed:<name>". They have a frame of their own: no header, no menu, no
#: skip link, for what surrounds them is the other site's.
EMBED = "embed:"
EMBEDS = tuple(f"{EMBED}{name}" for name in EMBEDDED)

#: The page of components, for those who work on the site. It is in one language, and one of its examples is the head of
#: a record's page, with a heading of level 1.
COMPONENTS = "components"

#: Pages that people write, by name, the one for editors, a sent newsletter, an organisation of the catalogue, a further
#: page of a list, and records, as "record:<collection>".
PUBLIC = (*PAGES, NOT_FOUND, "editors", SENT, PROVIDER, FURTHER, *(f"record:{collection}" for collection in SECTIONS))
KINDS = (*PUBLIC, *EMBEDS, COMPONENTS)


def languages_of(kind: str) -> tuple[Language, ...]:
    """The languages that pages of *kind* are in."""
    return (components.LANGUAGE,) if kind == COMPONENTS else LANGUAGES


PAGES_IN_LANGUAGES: list[tuple[str, Language]] = [(kind, language) for kind in KINDS for language in languages_of(kind)]

#: Each kind in one language in turn, for checks that differ little between the languages.
SAMPLE: list[tuple[str, Language]] = [
    (kind, language)
    for n, kind in enumerate(KINDS)
    for language in (languages_of(kind) if ALL else (languages_of(kind)[n % len(languages_of(kind))],))
]


@dataclass(frozen=True)
class View:
    """How a page is looked at: width in CSS pixels and colour scheme."""

    width: int
    scheme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


VIEWS = tuple(View(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark"))


def views_of(kind: str, language: Language) -> tuple[View, ...]:
    """All views, or one in turn, so that the sample has each view of each language and kind about as often."""
    if ALL:
        return VIEWS
    return (VIEWS[(KINDS.index(kind) // len(LANGUAGES) + 2 * LANGUAGES.index(language)) % len(VIEWS)],)


def path_of(kind: str, language: Language, site: Path) -> str:
    """The path of a page of *kind*: of a collection the record with the longest page, where most can go wrong."""
    fixed = {
        "editors": EDITORS[language],
        COMPONENTS: components.PATH,
        FURTHER: numbered_path("members", 2, language),
    }
    if kind in fixed:
        return fixed[kind]
    if kind in EMBEDS:
        return embed_path(kind.removeprefix(EMBED), language)
    if kind == SENT:
        own = page_path(NEWSLETTER, language)
        return max((f"{own}{page.parent.name}/" for page in (site / own).glob("*-*-*/index.html")), default=own)
    if kind == PROVIDER:
        own = page_path(PROVIDERS, language)
        return max(f"{own}{page.parent.name}/" for page in _pages_below(site / own))
    if not kind.startswith("record:"):
        return page_path(kind, language)
    return record_paths(kind.removeprefix("record:"), language, site)[-1]


def record_paths(collection: str, language: Language, site: Path) -> list[str]:
    """The paths of the records of *collection*, from the shortest page to the longest."""
    section = section_path(collection, language)
    pages = sorted(_pages_below(site / section), key=lambda page: (page.stat().st_size, page))
    assert pages, f"no record below {section}"
    return [f"{section}{page.parent.name}/" for page in pages]


def _pages_below(folder: Path) -> list[Path]:
    """The pages in *folder* but those that only lead on."""
    return [page for page in folder.glob("*/index.html") if b'http-equiv="refresh"' not in page.read_bytes()]
