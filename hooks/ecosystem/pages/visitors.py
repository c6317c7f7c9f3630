"""Pages for those who come with one question: what the kinds have for a county, a company, a researcher and others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from ecosystem.pages.edition import Edition
from ecosystem.pages.written_pages import PageView
from ecosystem.records.kind import Kind
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
    """The role of a kind that *visitors* come for: its records, those that say most in front."""

    visitors: frozenset[Visitor]
    chosen: Callable[[Edition], Sequence[Record]]


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
            (kind, role.chosen(edition))
            for kind, role in edition.ecosystem.kinds.playing(ForVisitors)
            if visitor in role.visitors
        ]
        return {"answers": [Answer(kind, records[:SHOWN], len(records)) for kind, records in found if records]}

    return PageView(values=values, template="visitor")
