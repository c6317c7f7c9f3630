"""The site map: the pages that people write, and what there is of each kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.pages.edition import Edition
from ecosystem.pages.listed_pages import ListedPage
from ecosystem.site.pages.a_z import letter_links, page_entries, record_entries
from ecosystem.site.pages.parents import parents

#: A kind with more entries shows only the way to its own list.
MOST_IN_FULL: Final = 30


@dataclass(frozen=True, slots=True)
class MappedSection:
    """A page that lists entries of one kind: how many there are and, where they are few, the entries by name."""

    page: str
    total: int
    entries: tuple[ListedPage, ...]


def site_map(edition: Edition) -> Mapping[str, Any]:
    """Return the pages without entries of their own, the sections with their entries, and the ways to the index."""
    section_of = edition.content.addresses.sections
    found: dict[str, list[ListedPage]] = {page: [] for page in section_of.values()}
    for entry in record_entries(edition):
        found[section_of[entry.kind]].append(entry)
    found |= {parent.page: list(parent.listed(edition)) for parent in parents(edition)}
    listing = {edition.path(page) for page in found}
    return {
        "plain_pages": [entry for entry in page_entries(edition) if entry.path not in listing],
        "sections": [_section(edition, page, entries) for page, entries in found.items()],
        "letters": letter_links(edition),
    }


def _section(edition: Edition, page: str, entries: list[ListedPage]) -> MappedSection:
    key = edition.formats.sort_key
    shown = sorted(entries, key=lambda entry: key(entry.name)) if len(entries) <= MOST_IN_FULL else []
    return MappedSection(page, len(entries), tuple(shown))
