"""A list that may be too long for one page: its pages, each with its part of the records."""

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ecosystem.pages.edition import Edition
from ecosystem.records.record import Record

Listed = TypeVar("Listed", bound=Record)


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


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Listed]):
    """One page of a list: its records, in the order of the list."""

    number: int
    records: tuple[Listed, ...]
    #: How the address of a record's page begins, seen from here.
    way: str
    #: What each record can be filtered by (`views.facets`).
    codes: Mapping[str, str]
    #: Whether the list is short enough to say more of each record.
    in_detail: bool
    #: (number, path) of every page of the list.
    pages: tuple[tuple[int, str], ...]
    total: int

    @property
    def updated(self) -> datetime.date:
        """When the newest of its records last changed; a further page has at least one."""
        return max(record.updated for record in self.records)


def list_pages(
    edition: Edition,
    name: str,
    listed: Sequence[Listed],
    codes: Mapping[str, str],
    *,
    on_a_page: int,
    most_in_detail: int,
) -> tuple[ListPage[Listed], ...]:
    """Return the pages of the list on the hand-written page *name*, at least one."""
    numbers = range(1, max(1, math.ceil(len(listed) / on_a_page)) + 1)
    return tuple(
        ListPage(
            number=number,
            records=tuple(listed[(number - 1) * on_a_page : number * on_a_page]),
            way="" if number == 1 else "../../",
            codes=codes,
            in_detail=len(listed) <= most_in_detail,
            pages=tuple((one, edition.content.addresses.numbered(name, one, edition.language)) for one in numbers),
            total=len(listed),
        )
        for number in numbers
    )
