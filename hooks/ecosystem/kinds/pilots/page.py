"""What the pages of pilots show: all of them with their programmes, and where each stands."""

from collections.abc import Mapping
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilot_programmes.timeline import programme_timeline, programmes_with_pilots
from ecosystem.kinds.pilots.model import Pilot, PilotStatus, Theme, UseCase
from ecosystem.kinds.pilots.standing import pilot_standing
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.names import region_names
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, NEWEST, ListPage, list_pages


def pilots(edition: Edition) -> Mapping[str, Any]:
    """Return the list of pilots, and the programmes with their timelines and the organisers without a pilot here."""
    programmes = programmes_with_pilots(edition)
    return {
        "pilots": pilot_pages(edition)[0],
        "programmes": [
            (one, listed, programme_timeline(edition, one), _without_pilots(edition, one)) for one, listed in programmes
        ],
    }


@once
def pilot_pages(edition: Edition) -> tuple[ListPage[Pilot], ...]:
    """Return all pages of the list of pilots, by name."""
    say = edition.interface.say
    listed = edition.by_name(edition.ecosystem.of(Pilot).values())
    aspects = (
        Aspect("region", say("field.organiser"), lambda pilot: [pilot.organiser], region_names(edition)),
        Aspect("use_case", say("field.use_cases"), lambda pilot: pilot.use_cases, choices(edition, UseCase)),
        Aspect("theme", say("field.themes"), lambda pilot: pilot.themes, choices(edition, Theme)),
        Aspect("status", say("pilots.last_known"), lambda pilot: [pilot.status], choices(edition, PilotStatus)),
        Aspect("results", say("field.results"), _told, {"yes": say("pilots.with_results")}),
    )
    return list_pages(
        edition,
        "pilots",
        listed,
        facets_of(listed, aspects),
        day_of=lambda pilot: pilot.status_date,
        orders=(BY_NAME, NEWEST),
        more={pilot.id: pilot_standing(pilot, edition.today) for pilot in listed},
    )


def more(edition: Edition, pilot: Pilot) -> Mapping[str, Any]:
    """Return where the pilot stands today."""
    return {"standing_now": pilot_standing(pilot, edition.today)}


def _told(pilot: Pilot) -> list[str]:
    return ["yes"] if pilot.results else []


def _without_pilots(edition: Edition, programme: PilotProgramme) -> tuple[Region, ...]:
    """Return the organisers of *programme* none of whose pilots the site describes, by name."""
    named = {pilot.organiser for pilot in edition.ecosystem.of(Pilot).values()}
    regions = edition.ecosystem.of(Region)
    return edition.by_name(regions[region] for region in programme.organisers if region not in named)


def card_line(edition: Edition, pilot: Pilot) -> str:
    """Return who runs *pilot*, and where it stands today."""
    where = edition.ecosystem.of(Region)[pilot.organiser].short_title.in_language(edition.language).text
    standing = pilot_standing(pilot, edition.today)
    state = edition.interface.say(standing.lapsed) if standing.lapsed else edition.interface.choice(pilot.status)
    return f"{where} · {state}"
