"""The organisations that take part in something: those that the site lists, and names."""

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.networks.model import Network
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.kinds.parts import Actor
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase


def actor_name(edition: Edition, actor: Actor) -> Phrase:
    """Return what the organisation of *actor* is called, and in which language that name is."""
    ecosystem = edition.ecosystem
    if actor.region:
        heading = ecosystem.of(Region)[actor.region].heading
    elif actor.member:
        heading = ecosystem.of(Member)[actor.member].heading
    elif actor.network:
        heading = ecosystem.of(Network)[actor.network].heading
    elif actor.organisation:
        heading = ecosystem.of(Organisation)[actor.organisation].heading
    elif actor.name:
        heading = actor.name
    else:
        raise AssertionError("an actor without an organisation passes no validation")
    return heading.in_language(edition.language)


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
