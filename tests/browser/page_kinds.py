"""The kinds of page that the site has, from the tables that make them: a new page is tested without a word here."""

import os
from dataclasses import dataclass
from pathlib import Path

from ecosystem.addresses import (
    EDITORS,
    NEWSLETTER,
    NOT_FOUND,
    PAGES,
    PROVIDERS,
    SECTIONS,
    page_path,
    section_path,
)
from ecosystem.languages import LANGUAGES, Language

#: Everything instead of a sample: `make audit`.
ALL = os.environ.get("AUDIT") == "all"

#: A sent newsletter. It has a page only in the languages in which it was sent: elsewhere its list stands in.
SENT = "sent-newsletter"

#: An organisation of the offering catalogue.
PROVIDER = "provider"

#: Pages that people write, by name, the one for editors, a sent newsletter, an organisation of the catalogue, and
#: records, as "record:<collection>".
KINDS = (*PAGES, NOT_FOUND, "editors", SENT, PROVIDER, *(f"record:{collection}" for collection in SECTIONS))
PAGES_IN_LANGUAGES: list[tuple[str, Language]] = [(kind, language) for kind in KINDS for language in LANGUAGES]

#: Each kind in one language in turn, for checks that differ little between the languages.
SAMPLE = PAGES_IN_LANGUAGES if ALL else [(kind, LANGUAGES[n % len(LANGUAGES)]) for n, kind in enumerate(KINDS)]


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
    return (VIEWS[(KINDS.index(kind) + 2 * LANGUAGES.index(language)) % len(VIEWS)],)


def path_of(kind: str, language: Language, site: Path) -> str:
    """The path of a page of *kind*: of a collection the record with the longest page, where most can go wrong."""
    if kind == "editors":
        return EDITORS[language]
    if kind == SENT:
        own = page_path(NEWSLETTER, language)
        return max((f"{own}{page.parent.name}/" for page in (site / own).glob("*/index.html")), default=own)
    if kind == PROVIDER:
        own = page_path(PROVIDERS, language)
        return max(f"{own}{page.parent.name}/" for page in (site / own).glob("*/index.html"))
    if not kind.startswith("record:"):
        return page_path(kind, language)
    return record_paths(kind.removeprefix("record:"), language, site)[-1]


def record_paths(collection: str, language: Language, site: Path) -> list[str]:
    """The paths of the records of *collection*, from the shortest page to the longest."""
    section = section_path(collection, language)  # type: ignore[arg-type]
    pages = sorted((site / section).glob("*/index.html"), key=lambda page: (page.stat().st_size, page))
    assert pages, f"no record below {section}"
    return [f"{section}{page.parent.name}/" for page in pages]
