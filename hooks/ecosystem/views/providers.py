"""The organisations of the offering catalogue, each with what it offers."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from ecosystem.model.offering import Offering
from ecosystem.model.record import Actor, CollectionName, Record
from ecosystem.model.texts import Text
from ecosystem.views.edition import Edition

_NOT_IN_A_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, kw_only=True)
class Provider:
    """An organisation that offers something. Its slug names its page and its files, in every language the same."""

    slug: str
    name: Text
    #: The collection and the record of an organisation that the site lists.
    collection: CollectionName | None
    record: Record | None
    offerings: tuple[Offering, ...]


def providers(edition: Edition) -> tuple[Provider, ...]:
    """Return all organisations of the catalogue by name, their offerings by name too."""
    offered: dict[str, list[Offering]] = defaultdict(list)
    for offering in edition.ecosystem.offerings.values():
        offered[provider_slug(offering.provider)].append(offering)
    found = [_provider(edition, slug, edition.by_name(offerings)) for slug, offerings in offered.items()]
    return tuple(sorted(found, key=lambda one: edition.formats.sort_key(one.name.in_language(edition.language).text)))


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
    collection: CollectionName
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
    return _NOT_IN_A_SLUG.sub("-", plain).strip("-")
