"""What the kind `workgroups` declares of itself."""

from typing import Final

from ecosystem.kinds.events.calendars import components
from ecosystem.kinds.workgroups.calendars import calendars
from ecosystem.kinds.workgroups.feed import feed_items
from ecosystem.kinds.workgroups.model import Workgroup
from ecosystem.kinds.workgroups.page import links, more, open_groups, workgroups
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.calendars.listing import InCalendars
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.feeds.strands import strands_of_records
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="workgroups",
    model=Workgroup,
    place=50,
    page="workgroups",
    addresses={"fi": "tyoryhmat", "sv": "arbetsgrupper", "en": "workgroups"},
    roles=(
        RecordPage(more=more, scripts=("events.js",), links=links),
        Shows({"workgroups": PageView(values=workgroups)}),
        ForVisitors(frozenset({Visitor.COUNTY, Visitor.COMPANY, Visitor.ASSOCIATION}), chosen=open_groups),
        Told("workgroups", 45, feed_items),
        strands_of_records("workgroup", 20, "workgroups"),
        InCalendars(20, calendars, components),
    ),
)
