"""All pilots at a glance: where each stands, who runs it, and what it is for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot, Theme, UseCase
from ecosystem.kinds.pilots.standing import pilot_standing
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.standing import Standing
from ecosystem.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class PilotCase:
    """A pilot and where it stands today."""

    pilot: Pilot
    standing: Standing


def pilot_cases(edition: Edition) -> tuple[PilotCase, ...]:
    """Return all pilots by name."""
    listed = edition.by_name(edition.ecosystem.of(Pilot).values())
    return tuple(PilotCase(pilot, pilot_standing(pilot, edition.today)) for pilot in listed)


def pilots_by_organiser(edition: Edition, cases: Sequence[PilotCase]) -> list[tuple[Region, list[PilotCase]]]:
    """Return the organisers by name, each with its pilots; those of a programme also when none of theirs is listed."""
    named = {case.pilot.organiser for case in cases}
    for programme in edition.ecosystem.of(PilotProgramme).values():
        named.update(programme.organisers)
    regions = edition.by_name(edition.ecosystem.of(Region)[region_id] for region_id in named)
    return [(region, [case for case in cases if case.pilot.organiser == region.id]) for region in regions]


def pilots_by_use_case(cases: Sequence[PilotCase]) -> Mapping[UseCase, list[Pilot]]:
    """Return the pilots of each use case that occurs."""
    groups = {use: [case.pilot for case in cases if use in case.pilot.use_cases] for use in UseCase}
    return {use: group for use, group in groups.items() if group}


def pilots_by_theme(cases: Sequence[PilotCase]) -> Mapping[Theme, list[Pilot]]:
    """Return the pilots of each theme that occurs."""
    groups = {theme: [case.pilot for case in cases if theme in case.pilot.themes] for theme in Theme}
    return {theme: group for theme, group in groups.items() if group}
