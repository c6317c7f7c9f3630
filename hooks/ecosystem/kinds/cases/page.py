"""What the page of cases shows: all of them by region, and what they can be filtered by."""

from collections.abc import Mapping
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.cases.model import Case, CaseStage
from ecosystem.kinds.pilots.model import UseCase
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.names import region_names
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, GROUPED, NEWEST, Heading, ListPage, list_pages


def cases(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all cases."""
    return {"cases": case_pages(edition)[0]}


@once
def case_pages(edition: Edition) -> tuple[ListPage[Case], ...]:
    """Return all pages of the list: the regions that have any cases, by name, each with its cases by name."""
    say = edition.interface.say
    by_name = edition.by_name(edition.ecosystem.of(Case).values())
    regions = edition.ecosystem.of(Region)
    places = region_names(edition, {case.region: regions[case.region] for case in by_name}.values())
    headings = {region: Heading(f"region-{region}", label) for region, label in places.items()}
    order = list(places)
    listed = sorted(by_name, key=lambda case: order.index(case.region))
    aspects = (
        Aspect("region", say("field.region"), lambda case: [case.region], places),
        Aspect("use_case", say("field.use_cases"), lambda case: case.use_cases, choices(edition, UseCase)),
        Aspect("stage", say("case.stage"), lambda case: [case.stage], choices(edition, CaseStage)),
    )
    facets = facets_of(listed, aspects)
    return list_pages(
        edition,
        "cases",
        listed,
        facets,
        day_of=lambda case: case.stage_date,
        orders=(GROUPED, BY_NAME, NEWEST),
        heading_of=lambda case: headings[case.region],
    )


def card_line(edition: Edition, case: Case) -> str:
    """Return where *case* is, and how far it has come as far as is known."""
    where = edition.ecosystem.of(Region)[case.region].short_title.in_language(edition.language).text
    known = f", {edition.formats.partial_date(case.stage_date)}" if case.stage_date else ""
    return f"{where} · {edition.interface.choice(case.stage)}{known}"
