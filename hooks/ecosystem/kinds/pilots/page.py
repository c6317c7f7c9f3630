"""What the pages of pilots show: all of them from several sides, and where each stands."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.pilot_programmes.timeline import programme_timeline, programmes_with_pilots
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.pilots.overview import pilot_cases, pilots_by_organiser, pilots_by_theme, pilots_by_use_case
from ecosystem.kinds.pilots.standing import pilot_standing
from ecosystem.pages.edition import Edition


def pilots(edition: Edition) -> Mapping[str, Any]:
    """Return the programmes with their timelines, and all pilots: as cards, by organiser, by use and by aim."""
    cases = pilot_cases(edition)
    programmes = programmes_with_pilots(edition)
    return {
        "cases": cases,
        "programmes": [(one, listed, programme_timeline(edition, one)) for one, listed in programmes],
        "organisers": pilots_by_organiser(edition, cases),
        "use_cases": pilots_by_use_case(cases),
        "themes": pilots_by_theme(cases),
    }


def more(edition: Edition, pilot: Pilot) -> Mapping[str, Any]:
    """Return where the pilot stands today."""
    return {"standing_now": pilot_standing(pilot, edition.today)}
