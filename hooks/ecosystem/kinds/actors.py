"""The organisations that take part in something: those that the site lists, and names."""

from collections.abc import Sequence

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.networks.model import Network
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.kinds.parts import Actor
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase, Text


def actor_name(edition: Edition, actor: Actor) -> Phrase:
    """Return what the organisation of *actor* is called, and in which language that name is."""
    return _heading(edition, actor).in_language(edition.language)


def actor_names(edition: Edition, actor: Actor) -> Sequence[str]:
    """Return what the organisation of *actor* is called in any language."""
    return tuple(_heading(edition, actor).wordings().values())


def _heading(edition: Edition, actor: Actor) -> Text:
    ecosystem = edition.ecosystem
    if actor.region:
        return ecosystem.of(Region)[actor.region].heading
    if actor.member:
        return ecosystem.of(Member)[actor.member].heading
    if actor.network:
        return ecosystem.of(Network)[actor.network].heading
    if actor.organisation:
        return ecosystem.of(Organisation)[actor.organisation].heading
    assert actor.name is not None, "an actor names exactly one organisation"  # noqa: S101
    return actor.name


def actor_address(edition: Edition, actor: Actor) -> str | None:
    """Return the address of the page of *actor*'s organisation; None when the site does not list it."""
    for collection, record_id in (
        ("regions", actor.region),
        ("members", actor.member),
        ("networks", actor.network),
        ("organisations", actor.organisation),
    ):
        if record_id:
            return edition.address(collection, record_id)
    return None
