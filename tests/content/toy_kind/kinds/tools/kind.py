"""What the kind `tools` declares of itself."""

from typing import Final

from ecosystem.kinds.tools.feed import feed_items
from ecosystem.kinds.tools.model import Tool
from ecosystem.kinds.tools.page import tool_pages, tools
from ecosystem.kinds.tools.structured_data import tool_data

from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.form import Form
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="tools",
    model=Tool,
    place=150,
    page="tools",
    addresses={"fi": "tyokalut", "sv": "verktyg", "en": "tools"},
    roles=(
        RecordPage(structured_data=tool_data),
        Shows({"tools": PageView(values=tools, scripts=("filter-bar.js",), pages=tool_pages)}),
        Told("tools", 70, feed_items),
        Draft(
            command="tool",
            required=("id", *in_languages("name"), "kind", *in_languages("summary")),
            optional=("url",),
        ),
        Form(
            name="tool",
            fields=(*in_languages("name"), "kind", "url", *in_languages("summary")),
            required=("name.fi", "kind", "url", *in_languages("summary")),
        ),
    ),
)
