"""What the page of cases shows: all of them by region, and what they can be filtered by."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from ecosystem.kinds.cases.model import Case, CaseStage
from ecosystem.kinds.pilots.model import UseCase
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, facets_of


def cases(edition: Edition) -> Mapping[str, Any]:
    """Return the regions that have any cases, by name, each with its cases by name, and the filters of the list."""
    listed = edition.by_name(edition.ecosystem.of(Case).values())
    named = {case.region for case in listed}
    regions = edition.by_name(region for region in edition.ecosystem.of(Region).values() if region.id in named)
    groups = [(region, [case for case in listed if case.region == region.id]) for region in regions]
    say = edition.interface.say
    places = {region.id: region.short_title.in_language(edition.language).text for region in regions}
    aspects = (
        Aspect("region", say("field.region"), lambda case: [case.region], places),
        Aspect("use_case", say("field.use_cases"), lambda case: case.use_cases, _names(edition, UseCase)),
        Aspect("stage", say("case.stage"), lambda case: [case.stage], _names(edition, CaseStage)),
    )
    in_order = tuple(case for _, group in groups for case in group)
    return {"groups": groups, "total": len(in_order), "facets": facets_of(in_order, aspects)}


def _names(edition: Edition, choices: Iterable[StrEnum]) -> Mapping[str, str]:
    return {value.value: edition.interface.choice(value) for value in choices}
