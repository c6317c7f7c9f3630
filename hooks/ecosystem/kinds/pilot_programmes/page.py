"""What the pages of pilot programmes show: their pilots and what happened when."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilot_programmes.timeline import pilots_of, programme_timeline, programmes_with_pilots
from ecosystem.pages.edition import Edition


def pilot_programmes(edition: Edition) -> Mapping[str, Any]:
    """Return all programmes, the latest first, with the pilots of each that are listed here."""
    return {"programmes": programmes_with_pilots(edition)}


def more(edition: Edition, programme: PilotProgramme) -> Mapping[str, Any]:
    """Return the programme's pilots, how many are not listed here, and its timeline."""
    listed = pilots_of(edition, programme.id)
    return {
        "pilots": listed,
        "not_listed": programme.pilots_in_all - len(listed),
        "moments": programme_timeline(edition, programme),
    }
