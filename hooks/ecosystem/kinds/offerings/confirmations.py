"""Whom to ask to confirm which entries: once a year every provider says that its entries are right."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.providers import Provider, providers
from ecosystem.kinds.offerings.validity import verification_terms
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A provider, how to reach it (empty when nobody knows), and its entries with the day by which to confirm each."""

    name: Phrase
    contact: str
    entries: tuple[tuple[Offering, datetime.date], ...]


def confirmations(edition: Edition, limit: datetime.date) -> Iterator[Confirmation]:
    """Yield the providers with entries whose check becomes old on *limit* or before, by name."""
    for provider in providers(edition):
        due = [(one, next(iter(verification_terms(one))).last_day) for one in provider.offerings]
        entries = tuple((one, day) for one, day in due if day <= limit)
        if entries:
            yield Confirmation(provider.name.in_language(edition.language), _contact(provider), entries)


def _contact(provider: Provider) -> str:
    return next((text for one in provider.contacts for text in (one.email, one.url, one.phone) if text), "")
