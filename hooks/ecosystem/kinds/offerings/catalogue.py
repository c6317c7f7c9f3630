"""The offering catalogue in one language, from which all of its files are made, so that they cannot disagree."""

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.addresses import PROVIDERS
from ecosystem.kinds.offerings.catalogue_fields import DETAILS, Item
from ecosystem.kinds.offerings.home_use import home_uses, said_of
from ecosystem.kinds.offerings.model import Offering, OfferingCategory, OfferingKind
from ecosystem.kinds.offerings.providers import (
    Provider,
    listed_offerings,
    provider_of_actor,
    provider_path,
    provider_slug,
    providers,
)
from ecosystem.kinds.offerings.validity import ended_terms
from ecosystem.kinds.parts import Actor
from ecosystem.pages.edition import Edition
from ecosystem.records.record import Record
from ecosystem.records.texts import Phrase, Text

#: As many hexadecimal digits of the content tell its versions apart.
_DIGITS: Final = 10
_A_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Version:
    """Which state of the data a file shows: a fingerprint of what it shows, and when that last changed."""

    name: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Entry:
    """An offering: its details by key, in the order of reading. A detail that is not known is empty."""

    id: str
    category: OfferingCategory
    provider_slug: str
    details: Mapping[str, tuple[Item, ...]]

    def text(self, key: str) -> str:
        """Return the detail *key* on one line; empty when it is not known."""
        return "; ".join(" ".join(item.text.split()) for item in self.details[key])


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An organisation of the catalogue, for its own paper."""

    slug: str
    name: Phrase
    #: What it is, and what it does in the ecosystem, as far as the site knows.
    kind: str | None
    texts: tuple[Phrase, ...]
    url: str | None
    #: The path of its page.
    path: str
    entries: tuple[Entry, ...]
    version: Version


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All entries by name, in groups by category, and the organisations by name."""

    entries: tuple[Entry, ...]
    groups: tuple[tuple[OfferingCategory, tuple[Entry, ...]], ...]
    organisations: tuple[Organisation, ...]
    version: Version


def catalogue_subtitle(edition: Edition) -> str:
    """Return what the catalogue holds: AI, once there is a product in it; until then ways to data and networks."""
    has_products = any(one.kind is OfferingKind.PRODUCT for one in edition.ecosystem.of(Offering).values())
    return edition.interface.say("catalogue.subtitle" if has_products else "catalogue.subtitle_without_products")


def catalogue_name(edition: Edition) -> str:
    """Return what the catalogue is called, with what it holds."""
    return f"{edition.interface.say('catalogue.title')}: {catalogue_subtitle(edition)}"


def catalogue(edition: Edition) -> Catalogue:
    """Return the catalogue for the readers of *edition*."""
    offerings = listed_offerings(edition)
    entries = {offering.id: _entry(edition, offering) for offering in offerings}
    groups = ((one, tuple(entry for entry in entries.values() if entry.category is one)) for one in OfferingCategory)
    return Catalogue(
        entries=tuple(entries.values()),
        groups=tuple((category, found) for category, found in groups if found),
        organisations=tuple(_organisation(edition, one, entries) for one in providers(edition) if one.listed(edition)),
        version=_version(edition, offerings),
    )


def joining_address(edition: Edition) -> str:
    """Return where an organisation reads how it joins the catalogue."""
    return f"{edition.site_url}{edition.path(PROVIDERS)}#join"


def _entry(edition: Edition, offering: Offering) -> Entry:
    details = {detail.key: tuple(detail.read(edition, offering)) for detail in DETAILS}
    return Entry(offering.id, offering.category, provider_slug(edition, offering.provider), details)


def organisation_of_actor(edition: Edition, actor: Actor) -> Organisation | None:
    """Return *actor* for its own paper, with what it offers, if anything; None when its name is all that is known."""
    provider = provider_of_actor(edition, actor)
    if not (provider.record or provider.organisation or provider.offerings):
        return None
    return _organisation(edition, provider, {one.id: _entry(edition, one) for one in provider.listed(edition)})


def _organisation(edition: Edition, provider: Provider, entries: Mapping[str, Entry]) -> Organisation:
    record = provider.record or provider.organisation
    texts: list[Text | None] = [record.in_short] if record else []
    if isinstance(record, Member):
        texts.append(record.role)
    kind = getattr(record, "kind", None)
    offerings = provider.listed(edition)
    return Organisation(
        slug=provider.slug,
        name=provider.name.in_language(edition.language),
        kind=edition.interface.choice(kind) if kind else None,
        texts=tuple(text.in_language(edition.language) for text in texts if text),
        url=getattr(record, "url", None),
        path=_path(edition, provider),
        entries=tuple(entries[offering.id] for offering in offerings),
        version=_version(edition, offerings, [record] if record else []),
    )


def _path(edition: Edition, provider: Provider) -> str:
    if provider.offerings or provider.organisation or not (provider.collection and provider.record):
        return provider_path(edition, provider.slug)
    return edition.record_path(provider.collection, provider.record.id)


def _version(edition: Edition, offerings: Sequence[Offering], records: Sequence[Record] = ()) -> Version:
    """Return the version of *offerings* and other *records*; of an empty catalogue, that of the day of the site.

    It is a new one too when something has ended that an offering states, or is used elsewhere: the files then say so.
    """
    listed = sorted((*offerings, *records), key=lambda record: record.id)
    ended = [term for one in offerings for term in ended_terms(one, edition.today)]
    used = [use for one in offerings for use in home_uses(edition, one)]
    said = sorted(f"{use.record.id} {said_of(edition, use)}" for use in used)
    shown = [*(record.model_dump_json() for record in listed), *sorted(map(repr, ended)), *said]
    changes = [
        *(record.updated for record in (*listed, *(use.record for use in used))),
        *(term.last_day + _A_DAY for term in ended),
    ]
    return Version(
        name=hashlib.sha256("\n".join(shown).encode()).hexdigest()[:_DIGITS], date=max(changes, default=edition.today)
    )
