"""Where an offering is tried or used in Finland: the pilots and the cases that name it, or who provides it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ecosystem.ground.uses import once
from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.providers import provider_slug
from ecosystem.kinds.parts import Actor
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.pilots.standing import pilot_standing
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase, SomeProse


@dataclass(frozen=True, slots=True)
class HomeUse:
    """A pilot or a case: who runs it and what came of it. It `names_it`, or only who provides it."""

    collection: str
    record: Pilot | Case
    region: Region
    names_it: bool

    @property
    def results(self) -> SomeProse | None:
        """What came of it, as far as it is told."""
        return self.record.results


def home_uses(edition: Edition, offering: Offering) -> tuple[HomeUse, ...]:
    """Return the pilots and cases of *offering*: those that name it first, then those of its provider alone."""
    named = _by_offering(edition).get(offering.id, ())
    others = _by_provider(edition).get(provider_slug(edition, offering.provider), ())
    # One that names another offering of the same provider says nothing of this one.
    of_provider = [work for work in others if not work[1].offerings]
    return tuple(
        HomeUse(collection, record, edition.ecosystem.of(Region)[_organiser(record)], names_it)
        for works, names_it in ((named, True), (of_provider, False))
        for collection, record in works
    )


def state_of(edition: Edition, use: HomeUse) -> str:
    """Return where *use* stands today, in words."""
    if isinstance(use.record, Case):
        return edition.interface.choice(use.record.stage)
    standing = pilot_standing(use.record, edition.today)
    return edition.interface.say(standing.lapsed) if standing.lapsed else edition.interface.choice(standing.value)


def said_of(edition: Edition, use: HomeUse) -> Phrase:
    """Return *use* in a line: what it is, who runs it, where it stands, and whether only the provider is named."""
    name = use.record.heading.in_language(edition.language)
    region = use.region.heading.in_language(edition.language).text
    facts = [region, state_of(edition, use)]
    if not use.names_it:
        facts.append(edition.interface.say("home_use.provider_named"))
    return Phrase(f"{name.text} ({', '.join(facts)})", name.language)


_Works = Sequence[tuple[str, Pilot | Case]]


@once
def _by_offering(edition: Edition) -> Mapping[str, _Works]:
    """Return what is tried and used, by the ids of the offerings that it names."""
    found: dict[str, list[tuple[str, Pilot | Case]]] = defaultdict(list)
    for collection, record in _works(edition):
        for name in record.offerings:
            found[name].append((collection, record))
    return found


@once
def _by_provider(edition: Edition) -> Mapping[str, _Works]:
    """Return what is tried and used, by the names in addresses of those who take part or supply it."""
    found: dict[str, list[tuple[str, Pilot | Case]]] = defaultdict(list)
    for collection, record in _works(edition):
        for slug in {provider_slug(edition, actor): None for actor in _suppliers(record)}:
            found[slug].append((collection, record))
    return found


def _works(edition: Edition) -> Iterator[tuple[str, Pilot | Case]]:
    yield from (("pilots", pilot) for pilot in edition.by_name(edition.ecosystem.of(Pilot).values()))
    yield from (("cases", case) for case in edition.by_name(edition.ecosystem.of(Case).values()))


def _suppliers(record: Pilot | Case) -> tuple[Actor, ...]:
    return record.partners if isinstance(record, Pilot) else record.suppliers


def _organiser(record: Pilot | Case) -> str:
    return record.organiser if isinstance(record, Pilot) else record.region
