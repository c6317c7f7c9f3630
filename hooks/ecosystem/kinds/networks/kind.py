"""What the kind `networks` declares of itself."""

from typing import Final

from ecosystem.kinds.networks.model import Network
from ecosystem.kinds.networks.page import more, networks
from ecosystem.kinds.organisations import organisation_data
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="networks",
    model=Network,
    place=110,
    page="networks",
    addresses={"fi": "verkostot", "sv": "natverk", "en": "networks"},
    roles=(
        RecordPage(more=more, structured_data=organisation_data),
        Shows({"networks": PageView(values=networks)}),
    ),
)
