"""What the pages of laws show: all of them with a timeline, and one with its measures."""

from collections.abc import Mapping
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.kinds.laws.measures import measures_of
from ecosystem.kinds.laws.model import Affected, Law, LawKind, LawStage
from ecosystem.kinds.laws.timeline import moments
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, GROUPED, NEWEST, Heading, ListPage, list_pages

#: What stands over the laws of each kind.
_HEADINGS: Final = {
    LawKind.BILL: "laws.bill",
    LawKind.ACT: "laws.act",
    LawKind.EU_REGULATION: "laws.eu-regulation",
    LawKind.EU_PROPOSAL: "laws.eu-proposal",
}


def laws(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all laws, what is to come for them, soonest first, and what was, latest first."""
    all_moments = moments(edition, edition.by_name(edition.ecosystem.of(Law).values()))
    return {
        "laws": law_pages(edition)[0],
        "coming": [moment for moment in all_moments if moment.is_to_come],
        "past": [moment for moment in reversed(all_moments) if not moment.is_to_come],
    }


@once
def law_pages(edition: Edition) -> tuple[ListPage[Law], ...]:
    """Return all pages of the list of laws, by kind, then by name."""
    say = edition.interface.say
    order = list(LawKind)
    headings = {kind: Heading(kind.value, say(key)) for kind, key in _HEADINGS.items()}
    listed = sorted(edition.by_name(edition.ecosystem.of(Law).values()), key=lambda law: order.index(law.kind))
    kinds = {kind.value: heading.label for kind, heading in headings.items()}
    aspects = (
        Aspect("kind", say("field.kind"), lambda law: [law.kind], kinds),
        Aspect("stage", say("law.stage"), lambda law: [law.stage], choices(edition, LawStage)),
        Aspect("affects", say("law.affects"), lambda law: law.affects, choices(edition, Affected)),
    )
    return list_pages(
        edition,
        "laws",
        listed,
        facets_of(listed, aspects),
        day_of=lambda law: law.stage_date,
        orders=(GROUPED, BY_NAME, NEWEST),
        heading_of=lambda law: headings[law.kind],
    )


def more(edition: Edition, law: Law) -> Mapping[str, Any]:
    """Return the timeline of *law*, and the measures that it concerns with their plans."""
    return {"moments": moments(edition, [law]), "measures": measures_of(edition, law)}


def card_line(edition: Edition, law: Law) -> str:
    """Return how far *law* had come, and when."""
    return f"{edition.interface.choice(law.stage)} · {edition.formats.partial_date(law.stage_date)}"
