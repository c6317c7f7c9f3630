"""What the kind `pilot_programmes` declares of itself."""

from typing import Final

from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilot_programmes.page import more, pilot_programmes
from ecosystem.kinds.pilot_programmes.rules import programmes_have_room_for_their_pilots
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="pilot_programmes",
    model=PilotProgramme,
    place=40,
    page="pilot-programmes",
    addresses={"fi": "kokeiluohjelmat", "sv": "forsoksprogram", "en": "pilot-programmes"},
    roles=(
        Rules((programmes_have_room_for_their_pilots,)),
        RecordPage(more=more),
        Shows({"pilot-programmes": PageView(values=pilot_programmes)}),
    ),
)
