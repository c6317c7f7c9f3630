"""The map of the regions, and the chart of what is tried and used in each."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
from ecosystem.pages.charts.tiles import Count, Place, TileMap, draw_tiles
from ecosystem.pages.edition import Edition

TRIED: Final = "tried-by-region"


@dataclass(frozen=True, slots=True)
class Tried:
    """The numbers of pilots and of other cases by region, and the regions that are in a programme."""

    pilots: Mapping[str, int]
    cases: Mapping[str, int]
    in_programme: frozenset[str]


def charts(edition: Edition) -> Charts:
    """Return the map of what is tried, where there are regions."""
    return {TRIED: partial(tried_chart, edition)} if edition.ecosystem.of(Region) else {}


def region_map(edition: Edition, counted: Callable[[str], Count]) -> TileMap:
    """Return the map of all regions by name, each with what is *counted* in the region with its id."""
    regions = edition.by_name(edition.ecosystem.of(Region).values())
    return draw_tiles(
        (
            Place(
                region.id,
                edition.record_path("regions", region.id),
                region.short_title.in_language(edition.language).text,
                region.tile.row,
                region.tile.column,
            ),
            counted(region.id),
        )
        for region in regions
    )


def tried_by_region(edition: Edition) -> Tried:
    """Return how many pilots and other cases there are in each region."""
    return Tried(
        Counter(pilot.organiser for pilot in edition.ecosystem.of(Pilot).values()),
        Counter(case.region for case in edition.ecosystem.of(Case).values()),
        frozenset(one for programme in edition.ecosystem.of(PilotProgramme).values() for one in programme.organisers),
    )


def tried_chart(edition: Edition) -> Chart:
    """Return the map of pilots and other cases."""
    interface = edition.interface
    tried = tried_by_region(edition)

    def count(region: str) -> Count:
        pilots, cases = tried.pilots[region], tried.cases[region]
        takes_part = region in tried.in_programme
        told = [interface.count("regions.pilots", pilots)] if pilots else []
        told += [interface.count("regions.cases", cases)] if cases else []
        told = told or [interface.say("regions.in_programme" if takes_part else "regions.not_known")]
        return Count(pilots + cases, f"{pilots or '–'} + {cases or '–'}", ", ".join(told), takes_part)

    drawing = region_map(edition, count)
    what = interface.say("regions.map")
    days = [one.updated for model in (Pilot, Case, Region) for one in edition.ecosystem.of(model).values()]
    return Chart(
        name=TRIED,
        finding=interface.count("regions.finding", drawing.known, regions=len(drawing.tiles)),
        about=about(edition, what, interface.say("chart.number"), edition.formats.date(max(days))),
        drawing=drawing,
        table=Table(
            (interface.say("regions.name"), interface.say("collection.pilots"), interface.say("regions.other_cases")),
            [
                (tile.place.name, tried.pilots[tile.place.id] or None, tried.cases[tile.place.id] or None)
                for tile in drawing.tiles
            ],
        ),
        page=edition.path("regions"),
        note=interface.say("regions.how_to_read"),
    )
