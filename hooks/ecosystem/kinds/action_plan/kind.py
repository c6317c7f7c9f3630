"""What the kind `action_plan` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.kinds.action_plan.charts import charts
from ecosystem.kinds.action_plan.contacts import contacts
from ecosystem.kinds.action_plan.demonstration import demonstration_records
from ecosystem.kinds.action_plan.feed import feed_items
from ecosystem.kinds.action_plan.indicators import computed_value
from ecosystem.kinds.action_plan.model import ActionPlan, Indicator
from ecosystem.kinds.action_plan.page import action_plan, more
from ecosystem.kinds.action_plan.requests import PLAN_REQUESTS
from ecosystem.kinds.action_plan.rules import plan_ids_are_unique, states_have_later_sources
from ecosystem.pages.charts.chart import HasCharts
from ecosystem.pages.contact import NamesContacts
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.outline import COUNT
from ecosystem.publishing.open_data.shapes import Field
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

_COMPUTED: Final = Field(
    "computed_value",
    "The value counted from the site's data, where it is computed.",
    COUNT,
    True,
    lambda indicator, context: computed_value(indicator, context.record, context.ecosystem),
)

KIND: Final = Kind(
    name="action_plan",
    model=ActionPlan,
    place=80,
    page="action-plan",
    addresses={"fi": "toimintasuunnitelma", "sv": "verksamhetsplan", "en": "action-plan"},
    roles=(
        HasCharts(charts),
        PLAN_REQUESTS,
        NamesContacts(contacts),
        Rules((plan_ids_are_unique, states_have_later_sources)),
        RecordPage(more=more),
        Shows({"action-plan": PageView(values=action_plan)}),
        OwnCards(),
        Told("action-plan", 60, feed_items),
        OpenData(added={Indicator: (_COMPUTED,)}),
        Demonstration(place=100, records=demonstration_records),
    ),
)
