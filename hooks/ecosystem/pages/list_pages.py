"""Every list of the site: what stands in it, in which order and groups, what it is filtered by, and its pages."""

import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, Generic, Protocol, TypeVar

from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Facet, Facets

#: With so many entries a page of any list stays under 60 kB of HTML and 12,000 pixels on a phone.
ENTRIES_ON_A_PAGE: Final = 24

#: In what order entries can come: in groups, by name, or by day. In the last two the groups of a list are one.
GROUPED: Final = "group"
BY_NAME: Final = "name"
NEWEST: Final = "newest"


class Entry(Protocol):
    """What a list can hold: a record, or an occurrence of one."""

    @property
    def id(self) -> str:
        """What tells it from others in the list."""

    @property
    def updated(self) -> datetime.date:
        """When what it shows last changed."""


Listed = TypeVar("Listed", bound=Entry)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a group of entries: its anchor, its words, and whether it stays closed until it is asked for."""

    anchor: str
    label: str
    is_folded: bool = False


class NumberedPage(Protocol):
    """One page of any list that has several."""

    @property
    def number(self) -> int:
        """Its number; the first page is 1."""

    @property
    def pages(self) -> tuple[tuple[int, str], ...]:
        """(number, path) of every page of the list."""

    @property
    def updated(self) -> datetime.date:
        """When what stands on it last changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Generic[Listed]):
    """One page of a list: its entries, in the order of the list."""

    #: Whose records it lists; the list has this as its id.
    collection: str
    number: int
    records: tuple[Listed, ...]
    #: How the address of a record's page begins, seen from here.
    way: str
    facets: tuple[Facet, ...]
    #: What each entry can be filtered by (`facets.Facets`), and the day by which it is sorted, as in ISO 8601.
    codes: Mapping[str, str]
    days: Mapping[str, str]
    #: The orders that a reader can choose from, that of the list first; none where there is no choice.
    orders: tuple[str, ...]
    heading_of: Callable[[Listed], Heading] | None
    #: What an entry shows besides what it says of itself, by its id.
    more: Mapping[str, Any]
    #: (number, path) of every page of the list.
    pages: tuple[tuple[int, str], ...]
    total: int

    @property
    def updated(self) -> datetime.date:
        """When the newest of its entries last changed; a further page has at least one."""
        return max(record.updated for record in self.records)

    @property
    def groups(self) -> Sequence[tuple[Heading | None, Sequence[Listed]]]:
        """The entries under their headings; all of them under none where the list has no groups."""
        if self.heading_of is None:
            return [(None, self.records)]
        return [(heading, tuple(some)) for heading, some in groupby(self.records, key=self.heading_of)]


def list_pages(
    edition: Edition,
    collection: str,
    listed: Sequence[Listed],
    facets: Facets,
    *,
    page: str | None = None,
    day_of: Callable[[Listed], object] | None = None,
    orders: tuple[str, ...] = (),
    heading_of: Callable[[Listed], Heading] | None = None,
    more: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[ListPage[Listed], ...]:
    """Return the pages of the list on the hand-written *page*, at least one; it is called as the collection is.

    `str(day_of(entry))` is the day of an entry, or its beginning; an entry without one has None.
    """
    name = page or collection
    numbers = range(1, max(1, math.ceil(len(listed) / ENTRIES_ON_A_PAGE)) + 1)
    dated = {one.id: day_of(one) for one in listed} if day_of else {}
    days = {one: str(day) for one, day in dated.items() if day is not None}
    return tuple(
        ListPage(
            collection=collection,
            number=number,
            records=tuple(listed[(number - 1) * ENTRIES_ON_A_PAGE : number * ENTRIES_ON_A_PAGE]),
            way="" if number == 1 else "../../",
            facets=facets.facets,
            codes=facets.codes,
            days=days,
            orders=orders if days else (),
            heading_of=heading_of,
            more=more,
            pages=tuple((one, edition.content.addresses.numbered(name, one, edition.language)) for one in numbers),
            total=len(listed),
        )
        for number in numbers
    )
