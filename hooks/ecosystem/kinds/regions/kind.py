"""What the kind `regions` declares of itself."""

from typing import Final

from ecosystem.kinds.organisations import organisation_data
from ecosystem.kinds.regions.charts import charts
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.page import more, regions
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
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
        RecordPage(more=more, scripts=("events.js",), structured_data=organisation_data),
        Shows({"regions": PageView(values=regions)}),
    ),
)
