"""How long what an offering states holds: certificates and assessments end, and so does the check of the entry itself.

An end that has passed is said wherever the thing is shown, warned of at its line, and asked about beforehand.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.quality import Verification
from ecosystem.records.age import years_later

#: An entry that nobody has held against its source for so many years is marked as old, and then leaves the catalogue.
_OLD_AFTER: Final = 1
_LAPSED_AFTER: Final = 2


@dataclass(frozen=True, slots=True)
class Term:
    """The last day of something that an offering states, and where it stands: ``("certifications", 0)``."""

    path: tuple[str | int, ...]
    last_day: datetime.date

    @property
    def field(self) -> str:
        """The field of the offering or of its regulation that holds it."""
        return next(step for step in reversed(self.path) if isinstance(step, str))


def verification(offering: Offering, today: datetime.date) -> Verification:
    """Return how far the check of *offering* can be relied on *today*."""
    if years_later(offering.verified_on, _LAPSED_AFTER) < today:
        return Verification.LAPSED
    return Verification.OLD if years_later(offering.verified_on, _OLD_AFTER) < today else Verification.CURRENT


def is_listed(offering: Offering, today: datetime.date) -> bool:
    """Tell whether the list and the files of the catalogue hold *offering* *today*."""
    return verification(offering, today) is not Verification.LAPSED


def evidence_terms(offering: Offering) -> Iterator[Term]:
    """Yield the terms of all certificates and assessments that *offering* states."""
    certificate = offering.regulation.certificate if offering.regulation else None
    if certificate and certificate.valid_until:
        yield Term(("regulation", "certificate"), certificate.valid_until)
    for index, certification in enumerate(offering.certifications):
        if certification.valid_until:
            yield Term(("certifications", index), certification.valid_until)
    if offering.digihta and offering.digihta.valid_until:
        yield Term(("digihta",), offering.digihta.valid_until)


def verification_terms(offering: Offering) -> Iterator[Term]:
    """Yield the days on which the check of *offering* becomes old, and on which it lapses."""
    for years in (_OLD_AFTER, _LAPSED_AFTER):
        yield Term(("verified_on",), years_later(offering.verified_on, years))


def ended_terms(offering: Offering, today: datetime.date) -> tuple[Term, ...]:
    """Return the terms of *offering* that have ended before *today*."""
    terms = (*evidence_terms(offering), *verification_terms(offering))
    return tuple(term for term in terms if term.last_day < today)


def holds(last_day: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether what is in force until *last_day* still is *today*; what has no end is."""
    return last_day is None or today <= last_day
