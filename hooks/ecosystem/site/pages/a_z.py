"""The index of everything on the site from A to Z, in pages, each letter at an address of its own.

It is the way to find things without a script, so it must work for thousands of members: the letters lead to the page
on which each begins.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.pages.addresses import HOME
from ecosystem.pages.edition import Edition
from ecosystem.pages.listed_pages import ListedPage
from ecosystem.search.copies import PAGE_KIND
from ecosystem.site.addresses import A_TO_Z
from ecosystem.site.pages.parents import parents
from ecosystem.words.formats import Formats

#: With so many entries a page of the index stays under 60 kB of HTML.
ENTRIES_ON_A_PAGE: Final = 300

#: Under these stand the names that begin with a digit, and those that begin with a letter of another alphabet.
_DIGITS: Final = "0–9"
_OTHERS: Final = "…"

#: All letters; where a language sorts one as another (Å as A in English), the earlier one stands for both.
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_ANCHORS: Final = {_DIGITS: "0-9", _OTHERS: "other", "Å": "aring", "Ä": "auml", "Ö": "ouml"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the entries that begin with it, as far as they stand on one page."""

    name: str
    entries: tuple[ListedPage, ...]

    @property
    def anchor(self) -> str:
        """The letter's place on its page."""
        return f"letter-{_ANCHORS.get(self.name, self.name.lower())}"


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter and the path of the page of the index on which it begins, with its place there."""

    name: str
    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """One page of the index, with the way to every letter and (number, path) of every page."""

    number: int
    letters: tuple[Letter, ...]
    ways: tuple[LetterLink, ...]
    pages: tuple[tuple[int, str], ...]
    updated: datetime.date


def site_index(edition: Edition) -> Mapping[str, Any]:
    """Return what the first page of the index shows."""
    return {"index": index_pages(edition)[0]}


def letter_links(edition: Edition) -> tuple[LetterLink, ...]:
    """Return the ways to all letters of the index."""
    return index_pages(edition)[0].ways


@once
def index_pages(edition: Edition) -> tuple[IndexPage, ...]:
    """Return all pages of the index, at least one."""
    entries = all_entries(edition)
    starts = range(0, max(1, len(entries)), ENTRIES_ON_A_PAGE)
    slices = [_by_letter(edition, entries[start : start + ENTRIES_ON_A_PAGE]) for start in starts]
    pages = tuple(
        (number, edition.content.addresses.numbered(A_TO_Z, number, edition.language))
        for number in range(1, len(slices) + 1)
    )
    ways: dict[str, LetterLink] = {}
    for (_, path), letters in zip(pages, slices, strict=True):
        for letter in letters:
            ways.setdefault(letter.name, LetterLink(letter.name, path, letter.anchor))
    every = tuple(ways.values())
    days = (record.updated for records in edition.ecosystem.collections().values() for record in records.values())
    newest = max(days, default=edition.today)
    return tuple(
        IndexPage(number, letters, every, pages, newest) for (number, _), letters in zip(pages, slices, strict=True)
    )


def all_entries(edition: Edition) -> tuple[ListedPage, ...]:
    """Return every page that has a name, in the reader's alphabetical order."""
    place = {letter: number for number, letter in enumerate((_DIGITS, *_LETTERS, _OTHERS))}

    def key(entry: ListedPage) -> tuple[object, ...]:
        return place[initial(edition, entry.name)], edition.formats.sort_key(_bare(entry.name)), entry.path

    return tuple(sorted(_entries(edition), key=key))


def record_entries(edition: Edition) -> Iterator[ListedPage]:
    """Yield the records of all collections."""
    for collection, records in edition.ecosystem.collections().items():
        for record in records.values():
            name = record.heading.in_language(edition.language)
            path, meaning = edition.record_path(collection, record.id), record.heading.gloss(edition.language)
            yield ListedPage(name.text, name.language, path, collection, meaning)


def page_entries(edition: Edition) -> Iterator[ListedPage]:
    """Yield the pages that people write."""
    for page in edition.content.addresses.pages:
        if page in edition.titles:
            name = edition.interface.say("page.home") if page == HOME else edition.titles[page]
            yield ListedPage(name, edition.language, edition.path(page), PAGE_KIND)


def _entries(edition: Edition) -> Iterator[ListedPage]:
    yield from record_entries(edition)
    for parent in parents(edition):
        yield from parent.listed(edition)
    yield from page_entries(edition)


def _by_letter(edition: Edition, entries: tuple[ListedPage, ...]) -> tuple[Letter, ...]:
    return tuple(Letter(name, tuple(some)) for name, some in groupby(entries, lambda one: initial(edition, one.name)))


def initial(edition: Edition, name: str) -> str:
    """Return the letter under which *name* stands."""
    first = _bare(name)[:1]
    if first.isdigit():
        return _DIGITS
    return _letters_by_key(edition.formats).get(edition.formats.sort_key(first), _OTHERS)


@cache
def _letters_by_key(formats: Formats) -> Mapping[tuple[str, ...], str]:
    return {formats.sort_key(letter): letter for letter in reversed(_LETTERS)}


def _bare(name: str) -> str:
    """Return *name* from its first letter or digit on: a quotation mark before it does not count."""
    return name[next((place for place, character in enumerate(name) if character.isalnum()), 0) :]
