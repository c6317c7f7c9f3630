"""Pages for those who come with one question: what the kinds have for a county, a company, a researcher and others."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from ecosystem.pages.edition import Edition
from ecosystem.pages.written_pages import PageView
from ecosystem.records.kind import Kind
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Record

#: A page for visitors shows this many records of a kind; the list of the kind has the others.
SHOWN: Final = 3


class Visitor(StrEnum):
    """For whom a page answers what they came for; the value is its name."""

    COUNTY = "for-counties"
    COMPANY = "for-companies"
    RESEARCHER = "for-researchers"
    ASSOCIATION = "for-associations"
    PARTNER = "for-partners"


@dataclass(frozen=True, slots=True)
class ForVisitors:
    """The role of a kind that *visitors* come for.

    Its records stand by name; by `day`, where a kind gives it, the latest in front and those without one last; or as
    `chosen` has them.
    """

    visitors: frozenset[Visitor]
    day: Callable[[Any], PartialDate | None] | None = None
    chosen: Callable[[Edition], Sequence[Record]] | None = None

    def records(self, edition: Edition, kind: Kind) -> Sequence[Record]:
        """Return the records of *kind*, those that say most in front."""
        if self.chosen is not None:
            return self.chosen(edition)
        listed = edition.by_name(edition.ecosystem.collection(kind.name).values())
        if self.day is None:
            return listed
        days = {record.id: self.day(record) for record in listed}
        last = {name: day.last_day if day else datetime.date.min for name, day in days.items()}
        return sorted(listed, key=lambda record: last[record.id], reverse=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one kind has for a visitor: the first of its records, and how many there are."""

    kind: Kind
    records: Sequence[Record]
    total: int


def visitor_page(visitor: Visitor) -> PageView:
    """Return the view of the page for *visitor*."""

    def values(edition: Edition) -> Mapping[str, Any]:
        found = [
            (kind, role.records(edition, kind))
            for kind, role in edition.ecosystem.kinds.playing(ForVisitors)
            if visitor in role.visitors
        ]
        return {"answers": [Answer(kind, records[:SHOWN], len(records)) for kind, records in found if records]}

    return PageView(values=values, template="visitor")
