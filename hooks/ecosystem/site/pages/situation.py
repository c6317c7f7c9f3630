"""The situation picture: what is tried where, and what members need and offer, with the gaps left visible."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.members.directory import LOOKS_FOR, OFFERS, REGION
from ecosystem.kinds.members.model import Asset, Member
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.pilots.model import Pilot, UseCase
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition

#: The publication whose figures tell how many cases the counties have been found to have.
PUBLISHED_PICTURE: Final = "tekoalykehityksen-tilannekuva"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one use case in one region."""

    pilots: tuple[Pilot, ...]
    cases: tuple[Case, ...]
    offerings: tuple[Offering, ...]

    @property
    def is_gap(self) -> bool:
        """Whether nothing is known."""
        return not (self.pilots or self.cases or self.offerings)


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region: a cell for each use case, and the number of its members with the way to them."""

    region: Region
    cells: tuple[Cell, ...]
    members: int
    members_path: str

    @property
    def covered(self) -> int:
        """How many use cases something is known of."""
        return sum(not cell.is_gap for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One thing that members look for and offer: how many do, and the ways to them in the directory."""

    asset: Asset
    looking: int
    offering: int
    looking_path: str
    offering_path: str


@dataclass(frozen=True, slots=True)
class RegionExchange:
    """What the members of one region look for, with the way to those who offer it, and what they offer."""

    region: Region
    looks_for: tuple[tuple[Asset, str], ...]
    offers: tuple[tuple[Asset, str], ...]


def situation(edition: Edition) -> Mapping[str, Any]:
    """Return the matrix of regions and use cases, what members look for and offer, and the published figures."""
    rows = _rows(edition)
    published = edition.ecosystem.of(Publication).get(PUBLISHED_PICTURE)
    return {
        "use_cases": tuple(UseCase),
        "rows": rows,
        "uncovered": tuple(
            use for place, use in enumerate(UseCase) if rows and all(row.cells[place].is_gap for row in rows)
        ),
        "with_pilots": sum(any(cell.pilots for cell in row.cells) for row in rows),
        "with_cases": sum(any(cell.cases for cell in row.cells) for row in rows),
        "exchanges": _exchanges(edition),
        "by_region": _by_region(edition),
        "published": published,
    }


def directory_path(edition: Edition, **chosen: str) -> str:
    """Return the path of the directory of members, filtered by facet: ``region="lappi"``."""
    return f"{edition.path('members')}?{urlencode(chosen)}"


def _rows(edition: Edition) -> tuple[RegionRow, ...]:
    ecosystem = edition.ecosystem
    pilots: dict[tuple[str, UseCase], list[Pilot]] = defaultdict(list)
    for pilot in ecosystem.of(Pilot).values():
        takes_part = [pilot.organiser, *(partner.region for partner in pilot.partners if partner.region)]
        for region_id in dict.fromkeys(takes_part):
            for use in pilot.use_cases:
                pilots[region_id, use].append(pilot)
    cases: dict[tuple[str, UseCase], list[Case]] = defaultdict(list)
    for case in ecosystem.of(Case).values():
        for use in case.use_cases:
            cases[case.region, use].append(case)
    offerings: dict[tuple[str, UseCase], list[Offering]] = defaultdict(list)
    for offering in ecosystem.of(Offering).values():
        if where := offering.region or offering.provider.region:
            for use in offering.use_cases:
                offerings[where, use].append(offering)
    members = _members_by_region(edition)
    return tuple(
        RegionRow(
            region,
            tuple(
                Cell(
                    edition.by_name(pilots[region.id, use]),
                    edition.by_name(cases[region.id, use]),
                    edition.by_name(offerings[region.id, use]),
                )
                for use in UseCase
            ),
            len(members[region.id]),
            directory_path(edition, **{REGION: region.id}),
        )
        for region in edition.by_name(ecosystem.of(Region).values())
    )


def _exchanges(edition: Edition) -> tuple[Exchange, ...]:
    """Return what any member looks for or offers, in the order of the model."""
    members = edition.ecosystem.of(Member).values()
    counted = [
        Exchange(
            asset,
            sum(asset in member.looks_for for member in members),
            sum(asset in member.offers for member in members),
            directory_path(edition, **{LOOKS_FOR: asset.value}),
            directory_path(edition, **{OFFERS: asset.value}),
        )
        for asset in Asset
    ]
    return tuple(exchange for exchange in counted if exchange.looking or exchange.offering)


def _by_region(edition: Edition) -> tuple[RegionExchange, ...]:
    """Return the needs and offers of each region whose members have stated any."""
    members = _members_by_region(edition)
    rows = []
    for region in edition.by_name(edition.ecosystem.of(Region).values()):
        looks_for = _in_order(asset for member in members[region.id] for asset in member.looks_for)
        offers = _in_order(asset for member in members[region.id] for asset in member.offers)
        if looks_for or offers:
            rows.append(
                RegionExchange(
                    region,
                    tuple((asset, directory_path(edition, **{OFFERS: asset.value})) for asset in looks_for),
                    tuple(
                        (asset, directory_path(edition, **{REGION: region.id, OFFERS: asset.value})) for asset in offers
                    ),
                )
            )
    return tuple(rows)


def _in_order(assets: Iterable[Asset]) -> tuple[Asset, ...]:
    named = frozenset(assets)
    return tuple(asset for asset in Asset if asset in named)


def _members_by_region(edition: Edition) -> Mapping[str, list[Member]]:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in edition.ecosystem.of(Member).values():
        if member.region:
            found[member.region].append(member)
    return found
