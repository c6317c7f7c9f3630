"""The situation picture: what is known where, and what members need and offer, with the gaps left visible."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.members.directory import LOOKS_FOR, OFFERS, REGION
from ecosystem.kinds.members.model import Asset, Member
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.pilots.model import Pilot, UseCase
from ecosystem.kinds.publications.charts import figure_chart
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
from ecosystem.pages.charts.matrix import draw_matrix
from ecosystem.pages.edition import Edition
from ecosystem.records.record import Record

#: The publication whose figures tell how many cases the counties have been found to have.
PUBLISHED_PICTURE: Final = "tekoalykehityksen-tilannekuva"

#: The chart of what is known where.
KNOWN: Final = "known-by-region-and-use"


@dataclass(frozen=True, slots=True)
class Known:
    """A record that says what is used somewhere, of which collection it is, and the regions that it tells of."""

    collection: str
    record: Record
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseList:
    """What is known of one use: by region, and the number of regions."""

    use: UseCase
    regions: Sequence[tuple[Region, Sequence[Known]]]


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
    """What the members of a region look for, with the way to those who offer it, what they offer, and the way to it."""

    region: Region
    looks_for: tuple[tuple[Asset, str], ...]
    offers: tuple[Asset, ...]
    members_path: str


def situation(edition: Edition) -> Mapping[str, Any]:
    """Return the matrix of regions and use cases with its lists, what members need and offer, and published figures."""
    ecosystem = edition.ecosystem
    published = ecosystem.of(Publication).get(PUBLISHED_PICTURE)
    uses = _use_lists(edition)
    return {
        "charts": [make() for make in charts(edition).values()],
        "uses": [one for one in uses if one.regions],
        "uncovered": [one.use for one in uses if not one.regions],
        "regions": len(ecosystem.of(Region)),
        "with_pilots": _with(uses, "pilots"),
        "with_cases": _with(uses, "cases"),
        "exchanges": _exchanges(edition),
        "by_region": _by_region(edition),
        "published": published,
        "published_charts": [figure_chart(edition, published, one) for one in published.figures] if published else [],
    }


def charts(edition: Edition) -> Charts:
    """Return the matrix, where there are regions."""
    return {KNOWN: partial(known_chart, edition)} if edition.ecosystem.of(Region) else {}


def known_chart(edition: Edition) -> Chart:
    """Return the numbers of what is known of each use in each region, as a matrix."""
    interface = edition.interface
    counts: Counter[tuple[str, UseCase]] = Counter()
    days = [region.updated for region in edition.ecosystem.of(Region).values()]
    for use, known in _known(edition):
        counts.update((region, use) for region in known.regions)
        days.append(known.record.updated)
    regions = edition.by_name(edition.ecosystem.of(Region).values())
    drawing = draw_matrix(
        interface.say("field.region"),
        [(use.value, interface.choice(use)) for use in UseCase],
        [
            (
                region.id,
                region.short_title.in_language(edition.language).text,
                edition.record_path("regions", region.id),
                [counts[region.id, use] for use in UseCase],
            )
            for region in regions
        ],
    )
    in_regions = {use: sum(bool(counts[region.id, use]) for region in regions) for use in UseCase}
    most = max(in_regions.values())
    widest = ", ".join(interface.choice(use) for use in UseCase if in_regions[use] == most)
    return Chart(
        name=KNOWN,
        finding=(
            interface.say("situation.finding", count=most, uses=widest, regions=len(regions))
            if most
            else interface.say("situation.nothing_known")
        ),
        about=about(
            edition, interface.say("situation.matrix"), interface.say("situation.unit"), edition.formats.date(max(days))
        ),
        drawing=drawing,
        table=Table(
            (drawing.corner, *drawing.columns, interface.say("chart.total")),
            [(row.name, *(cell.count for cell in row.cells), row.total) for row in (*drawing.rows, *drawing.empty)],
        ),
        page=edition.path("situation"),
        note=interface.say("situation.gap_means"),
    )


def directory_path(edition: Edition, **chosen: str) -> str:
    """Return the path of the directory of members, filtered by facet: ``region="lappi"``."""
    return f"{edition.path('members')}?{urlencode(chosen)}"


def _known(edition: Edition) -> Iterator[tuple[UseCase, Known]]:
    """Yield each record under each of its uses: pilots, then other cases, then offerings, each by name."""
    ecosystem = edition.ecosystem
    for pilot in edition.by_name(ecosystem.of(Pilot).values()):
        takes_part = [pilot.organiser, *(partner.region for partner in pilot.partners if partner.region)]
        for use in pilot.use_cases:
            yield use, Known("pilots", pilot, tuple(dict.fromkeys(takes_part)))
    for case in edition.by_name(ecosystem.of(Case).values()):
        for use in case.use_cases:
            yield use, Known("cases", case, (case.region,))
    for offering in edition.by_name(ecosystem.of(Offering).values()):
        if where := offering.region or offering.provider.region:
            for use in offering.use_cases:
                yield use, Known("offerings", offering, (where,))


def _use_lists(edition: Edition) -> Sequence[UseList]:
    """Return what is known of each use, by region."""
    listed: dict[UseCase, dict[str, list[Known]]] = {use: defaultdict(list) for use in UseCase}
    for use, known in _known(edition):
        for region in known.regions:
            listed[use][region].append(known)
    regions = edition.by_name(edition.ecosystem.of(Region).values())
    return [UseList(use, [(one, found[one.id]) for one in regions if one.id in found]) for use, found in listed.items()]


def _with(uses: Sequence[UseList], collection: str) -> int:
    """Return the number of regions of which a record of *collection* is known."""
    return len(
        {region.id for one in uses for region, known in one.regions if any(it.collection == collection for it in known)}
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
                    offers,
                    directory_path(edition, **{REGION: region.id}),
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
