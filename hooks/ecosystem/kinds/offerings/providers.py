"""The organisations of the offering catalogue, each with what it offers."""

import datetime
import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.kinds.offerings.addresses import PROVIDERS
from ecosystem.kinds.offerings.model import ContactPoint, Offering
from ecosystem.kinds.offerings.quality import Certification
from ecosystem.kinds.offerings.validity import is_listed
from ecosystem.kinds.parts import Actor
from ecosystem.pages.edition import Edition
from ecosystem.records.record import Record
from ecosystem.records.texts import Text

_NOT_IN_A_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, kw_only=True)
class Provider:
    """An organisation that offers something. Its slug names its page and its files, in every language the same."""

    slug: str
    name: Text
    #: The collection and the record of an organisation that the site lists.
    collection: str | None
    record: Record | None
    offerings: tuple[Offering, ...]

    @property
    def certifications(self) -> tuple[Certification, ...]:
        """How the organisation is certified, each certificate once however many offerings name it."""
        return tuple(dict.fromkeys(one for offering in self.offerings for one in offering.certifications))

    @property
    def contacts(self) -> tuple[ContactPoint, ...]:
        """The ways to reach it, each once."""
        return tuple(dict.fromkeys(offering.contact for offering in self.offerings if offering.contact is not None))

    def listed(self, edition: Edition) -> tuple[Offering, ...]:
        """What of its offerings the catalogue lists today."""
        return tuple(one for one in self.offerings if is_listed(one, edition.today))

    @property
    def updated(self) -> datetime.date:
        """When what its page shows last changed."""
        return max(offering.updated for offering in self.offerings)


def provider_path(edition: Edition, slug: str) -> str:
    """Return the path of an organisation of the catalogue: `en/providers/network-findata/`."""
    return edition.path_below(PROVIDERS, slug)


def provider_list(edition: Edition) -> Mapping[str, Any]:
    """Return what the page of all organisations shows: each with the path of its own page."""
    return {"providers": [(one, provider_path(edition, one.slug)) for one in providers(edition)]}


def provider_page_of(edition: Edition, collection: str, record_id: str) -> str | None:
    """Return the path of a record's page as an organisation of the catalogue, or None where it offers nothing."""
    for offering in edition.content.relations.of(collection, record_id).get("offerings", ()):
        actor = edition.ecosystem.of(Offering)[offering.id].provider
        if {"members": actor.member, "networks": actor.network, "regions": actor.region}.get(collection) == record_id:
            return provider_path(edition, provider_slug(actor))
    return None


def listed_offerings(edition: Edition) -> tuple[Offering, ...]:
    """Return the offerings that the catalogue lists today, by name."""
    offerings = edition.ecosystem.of(Offering).values()
    return edition.by_name(one for one in offerings if is_listed(one, edition.today))


@once
def providers(edition: Edition) -> tuple[Provider, ...]:
    """Return all organisations of the catalogue by name, their offerings by name too."""
    offered: dict[str, list[Offering]] = defaultdict(list)
    for offering in edition.ecosystem.of(Offering).values():
        offered[provider_slug(offering.provider)].append(offering)
    found = [_provider(edition, slug, edition.by_name(offerings)) for slug, offerings in offered.items()]
    return tuple(sorted(found, key=lambda one: edition.formats.sort_key(one.name.in_language(edition.language).text)))


def provider_of(edition: Edition, offering: Offering) -> Provider:
    """Return who offers *offering*, with this offering alone."""
    return _provider(edition, provider_slug(offering.provider), (offering,))


def provider_description(edition: Edition, provider: Provider) -> str:
    """Return an organisation in a sentence, for search engines and previews."""
    name = provider.name.in_language(edition.language).text
    return edition.interface.count("provider.description", len(provider.offerings), name=name)


def provider_slug(actor: Actor) -> str:
    """Return what *actor* is called in addresses: a member by its id, others so that none is taken for a member."""
    if actor.member:
        return actor.member
    if actor.network:
        return f"network-{actor.network}"
    if actor.region:
        return f"region-{actor.region}"
    return f"name-{_slug(next(iter(_name_of(actor).wordings().values())))}"


def _name_of(actor: Actor) -> Text:
    assert actor.name is not None, "an actor names exactly one organisation"  # noqa: S101
    return actor.name


def _provider(edition: Edition, slug: str, offerings: tuple[Offering, ...]) -> Provider:
    actor = offerings[0].provider
    for collection, record_id in (
        ("members", actor.member),
        ("networks", actor.network),
        ("regions", actor.region),
    ):
        if record_id:
            record = edition.ecosystem.collection(collection)[record_id]
            name = record.heading
            return Provider(slug=slug, name=name, collection=collection, record=record, offerings=offerings)
    return Provider(slug=slug, name=_name_of(actor), collection=None, record=None, offerings=offerings)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    # a name in letters that have no Latin base is told by its fingerprint
    return _NOT_IN_A_SLUG.sub("-", plain).strip("-") or hashlib.sha256(name.encode()).hexdigest()[:8]
