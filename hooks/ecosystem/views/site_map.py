"""The site map: the pages that people write, and what there is of each kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.addresses import NEWSLETTER, PROVIDERS, SECTIONS, page_path
from ecosystem.views.edition import Edition
from ecosystem.views.site_index import (
    Entry,
    issue_entries,
    letter_links,
    page_entries,
    provider_entries,
    record_entries,
)

#: A kind with more entries shows only the way to its own list.
MOST_IN_FULL: Final = 30


@dataclass(frozen=True, slots=True)
class MappedSection:
    """A page that lists entries of one kind: how many there are and, where they are few, the entries by name."""

    page: str
    total: int
    entries: tuple[Entry, ...]


def site_map(edition: Edition) -> Mapping[str, Any]:
    """Return the pages without entries of their own, the sections with their entries, and the ways to the index."""
    found: dict[str, list[Entry]] = {page: [] for page in (*SECTIONS.values(), PROVIDERS, NEWSLETTER)}
    section_of: dict[str, str] = dict(SECTIONS.items())
    for entry in record_entries(edition):
        found[section_of[entry.kind]].append(entry)
    found[PROVIDERS] += provider_entries(edition)
    found[NEWSLETTER] += issue_entries(edition)
    listing = {page_path(page, edition.language) for page in found}
    return {
        "plain_pages": [entry for entry in page_entries(edition) if entry.path not in listing],
        "sections": [_section(edition, page, entries) for page, entries in found.items()],
        "letters": letter_links(edition),
    }


def _section(edition: Edition, page: str, entries: list[Entry]) -> MappedSection:
    key = edition.formats.sort_key
    shown = sorted(entries, key=lambda entry: key(entry.name)) if len(entries) <= MOST_IN_FULL else []
    return MappedSection(page, len(entries), tuple(shown))
