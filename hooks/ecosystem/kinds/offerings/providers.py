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
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.validity import is_listed
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.kinds.organisations.parts import Certification, ContactPoint
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
    #: What is known of it whatever it offers; None while nobody has entered that.
    organisation: Organisation | None
    offerings: tuple[Offering, ...]

    @property
    def certifications(self) -> tuple[Certification, ...]:
        """How the organisation is certified, each certificate once however many offerings name it."""
        own = self.organisation.certifications if self.organisation else ()
        return tuple(dict.fromkeys((*own, *(one for offering in self.offerings for one in offering.certifications))))

    @property
    def contacts(self) -> tuple[ContactPoint, ...]:
        """The ways to reach it, each once, its own in front."""
        own = self.organisation.contacts if self.organisation else ()
        offered = (offering.contact for offering in self.offerings if offering.contact is not None)
        return tuple(dict.fromkeys((*own, *offered)))

    def listed(self, edition: Edition) -> tuple[Offering, ...]:
        """What of its offerings the catalogue lists today."""
        return tuple(one for one in self.offerings if is_listed(one, edition.today))

    @property
    def updated(self) -> datetime.date:
        """When what its page shows last changed."""
        days = [offering.updated for offering in self.offerings]
        return max([*days, self.organisation.updated] if self.organisation else days)


def provider_path(edition: Edition, slug: str) -> str:
    """Return the path of an organisation of the catalogue: `en/providers/network-findata/`."""
    return edition.path_below(PROVIDERS, slug)


def provider_list(edition: Edition) -> Mapping[str, Any]:
    """Return what the page of all organisations shows: each with the path of its own page, and the form to enter."""
    repository = edition.content.repository_url
    return {
        "providers": [(one, provider_path(edition, one.slug)) for one in providers(edition)],
        "form": f"{repository}/issues/new?template=offering.yml" if repository else None,
    }


def provider_page_of(edition: Edition, collection: str, record_id: str) -> str | None:
    """Return the path of a record's page as an organisation of the offering, or None where it is none."""
    if known := organisations_listed(edition).get((collection, record_id)):
        return provider_path(edition, known.id)
    for offering in edition.content.relations.of(collection, record_id).get("offerings", ()):
        actor = edition.ecosystem.of(Offering)[offering.id].provider
        if _listed_as(actor) == (collection, record_id):
            return provider_path(edition, provider_slug(edition, actor))
    return None


@once
def organisations_listed(edition: Edition) -> Mapping[tuple[str, str], Organisation]:
    """Return the organisations that the site lists elsewhere too, by the collection and the id that they have there."""
    records = edition.ecosystem.of(Organisation).values()
    return {record.listed_as: record for record in records if record.listed_as}


def organisation_of(edition: Edition, actor: Actor) -> Organisation | None:
    """Return what is known of *actor* whatever it offers; None while nobody has entered that."""
    if actor.organisation:
        return edition.ecosystem.of(Organisation)[actor.organisation]
    listed = _listed_as(actor)
    return organisations_listed(edition).get(listed) if listed else None


def certifications_of(edition: Edition, offering: Offering) -> tuple[Certification, ...]:
    """Return how who provides *offering* is certified: what the organisation states, and what the offering adds."""
    known = organisation_of(edition, offering.provider)
    return tuple(dict.fromkeys((*(known.certifications if known else ()), *offering.certifications)))


def provider_of_organisation(edition: Edition, record: Organisation) -> Provider:
    """Return *record* with all that it offers, which may be nothing."""
    found = next((one for one in providers(edition) if one.organisation == record), None)
    return found or _known_provider(edition, record, ())


def listed_offerings(edition: Edition) -> tuple[Offering, ...]:
    """Return the offerings that the catalogue lists today, by name."""
    offerings = edition.ecosystem.of(Offering).values()
    return edition.by_name(one for one in offerings if is_listed(one, edition.today))


@once
def providers(edition: Edition) -> tuple[Provider, ...]:
    """Return all organisations of the catalogue by name, their offerings by name too."""
    offered: dict[str, list[Offering]] = defaultdict(list)
    for offering in edition.ecosystem.of(Offering).values():
        offered[provider_slug(edition, offering.provider)].append(offering)
    found = [
        _provider(edition, slug, offerings[0].provider, edition.by_name(offerings))
        for slug, offerings in offered.items()
    ]
    return tuple(sorted(found, key=lambda one: edition.formats.sort_key(one.name.in_language(edition.language).text)))


def provider_of(edition: Edition, offering: Offering) -> Provider:
    """Return who offers *offering*, with this offering alone."""
    actor = offering.provider
    return _provider(edition, provider_slug(edition, actor), actor, (offering,))


def provider_of_actor(edition: Edition, actor: Actor) -> Provider:
    """Return *actor* with all that it offers, which may be nothing."""
    slug = provider_slug(edition, actor)
    return next((one for one in providers(edition) if one.slug == slug), None) or _provider(edition, slug, actor, ())


def provider_description(edition: Edition, provider: Provider) -> str:
    """Return an organisation in a sentence, for search engines and previews."""
    name = provider.name.in_language(edition.language).text
    return edition.interface.count("provider.description", len(provider.offerings), name=name)


def provider_slug(edition: Edition, actor: Actor) -> str:
    """Return what *actor* is called in addresses: by the id of its organisation, which it has for life.

    While nobody has entered that, a member is called by its id, and others so that none is taken for a member.
    """
    if known := organisation_of(edition, actor):
        return known.id
    if actor.member:
        return actor.member
    if actor.network:
        return f"network-{actor.network}"
    if actor.region:
        return f"region-{actor.region}"
    return f"name-{_slug(next(iter(_name_of(actor).wordings().values())))}"


def _listed_as(actor: Actor) -> tuple[str, str] | None:
    for collection, record_id in (("members", actor.member), ("networks", actor.network), ("regions", actor.region)):
        if record_id:
            return collection, record_id
    return None


def _name_of(actor: Actor) -> Text:
    assert actor.name is not None, "an actor names exactly one organisation"  # noqa: S101
    return actor.name


def _provider(edition: Edition, slug: str, actor: Actor, offerings: tuple[Offering, ...]) -> Provider:
    if known := organisation_of(edition, actor):
        return _known_provider(edition, known, offerings)
    collection, record = _record(edition, _listed_as(actor))
    name = record.heading if record else _name_of(actor)
    return Provider(slug=slug, name=name, collection=collection, record=record, organisation=None, offerings=offerings)


def _known_provider(edition: Edition, known: Organisation, offerings: tuple[Offering, ...]) -> Provider:
    collection, record = _record(edition, known.listed_as)
    return Provider(
        slug=known.id,
        name=known.heading,
        collection=collection,
        record=record,
        organisation=known,
        offerings=offerings,
    )


def _record(edition: Edition, listed: tuple[str, str] | None) -> tuple[str | None, Record | None]:
    if listed is None:
        return None, None
    collection, record_id = listed
    return collection, edition.ecosystem.collection(collection)[record_id]


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    # a name in letters that have no Latin base is told by its fingerprint
    return _NOT_IN_A_SLUG.sub("-", plain).strip("-") or hashlib.sha256(name.encode()).hexdigest()[:8]
