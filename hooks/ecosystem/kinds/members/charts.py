"""The charts of the members: where they are, and how their number has grown."""

from collections import Counter
from functools import partial
from typing import Final

from ecosystem.kinds.action_plan.growth import growth_chart, growth_of
from ecosystem.kinds.action_plan.indicators import MEMBER_INDICATOR
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.regions.charts import region_map
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
from ecosystem.pages.charts.tiles import Count
from ecosystem.pages.edition import Edition

BY_REGION: Final = "members-by-region"
GROWTH: Final = "members-growth"


def charts(edition: Edition) -> Charts:
    """Return the map of the members, where there are any, and the growth of their number, where it is known."""
    found: dict[str, partial[Chart]] = {}
    ecosystem = edition.ecosystem
    members, regions = ecosystem.of(Member), ecosystem.of(Region)
    if members and regions:
        found[BY_REGION] = partial(region_chart, edition)
    if growth := growth_of(ecosystem, MEMBER_INDICATOR):
        found[GROWTH] = partial(growth_chart, edition, GROWTH, growth, edition.path("members"))
    return found


def region_chart(edition: Edition) -> Chart:
    """Return the map of the members that work in one region."""
    interface = edition.interface
    members = edition.ecosystem.of(Member).values()
    where = Counter(member.region for member in members if member.region)
    drawing = region_map(
        edition,
        lambda region: Count(where[region], str(where[region]), interface.count("regions.members", where[region])),
    )
    newest = max(member.updated for member in members)
    return Chart(
        name=BY_REGION,
        finding=interface.count("members.finding", drawing.known, regions=len(drawing.tiles)),
        about=about(edition, interface.say("members.map"), interface.say("chart.number"), edition.formats.date(newest)),
        drawing=drawing,
        table=Table(
            (interface.say("regions.name"), interface.say("collection.members")),
            [(tile.place.name, tile.count.total) for tile in drawing.tiles],
        ),
        page=edition.path("members"),
    )
