"""What the kind `regions` declares of itself."""

from typing import Final

from ecosystem.kinds.events.calendars import components
from ecosystem.kinds.organisation_data import organisation_data
from ecosystem.kinds.regions.calendars import calendars, links
from ecosystem.kinds.regions.charts import charts
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.page import more, regions
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.calendars.listing import InCalendars
from ecosystem.publishing.feeds.strands import strands_of_records
from ecosystem.records.kind import Kind
from ecosystem.records.names import KnowsNames

KIND: Final = Kind(
    name="regions",
    model=Region,
    place=20,
    page="regions",
    addresses={"fi": "alueet", "sv": "omraden", "en": "regions"},
    roles=(
        HasCharts(charts),
        KnowsNames(),
        RecordPage(more=more, links=links, scripts=("events.js",), structured_data=organisation_data),
        Shows({"regions": PageView(values=regions)}),
        InCalendars(22, calendars, components),
        strands_of_records("region", 10, "regions"),
    ),
)
