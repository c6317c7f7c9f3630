"""The directory of members: its pages, what it can be filtered by, and where its members are."""

from collections.abc import Mapping
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.kinds.action_plan.indicators import declared_members
from ecosystem.kinds.members.charts import BY_REGION, GROWTH, charts
from ecosystem.kinds.members.model import Asset, Member, MemberKind, Motive
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.regions.names import region_names
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, Facets, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, NEWEST, ListPage, list_pages

#: The value of the facet "region" for members that work in all of Finland.
NATIONWIDE: Final = "nationwide"

#: Facets of the directory, by their names in addresses; other pages link to filtered lists by them.
KIND, REGION, INTERESTS, LOOKS_FOR, OFFERS, OFFERING = "kind", "region", "interests", "looks_for", "offers", "offering"


def directory(edition: Edition) -> Mapping[str, Any]:
    """Return what the directory's first page shows: the list, its filters and the charts."""
    made = charts(edition)
    return {
        "directory": directory_pages(edition)[0],
        "declared": declared_members(edition.ecosystem),
        "nationwide": sum(member.region is None for member in edition.ecosystem.of(Member).values()),
        "by_region": made[BY_REGION]() if BY_REGION in made else None,
        "growth": made[GROWTH]() if GROWTH in made else None,
    }


@once
def directory_pages(edition: Edition) -> tuple[ListPage[Member], ...]:
    """Return all pages of the directory, its members in the reader's alphabetical order."""
    listed = edition.by_name(edition.ecosystem.of(Member).values())
    return list_pages(
        edition,
        "members",
        listed,
        member_facets(edition),
        day_of=lambda member: member.since,
        orders=(BY_NAME, NEWEST),
    )


@once
def member_facets(edition: Edition) -> Facets:
    """Return what members can be filtered by."""
    say = edition.interface.say
    ecosystem = edition.ecosystem
    providers = {offering.provider.member for offering in ecosystem.of(Offering).values()}
    aspects = (
        Aspect(KIND, say("field.kind"), lambda member: [member.kind], choices(edition, MemberKind)),
        Aspect(
            REGION,
            say("field.region"),
            lambda member: [member.region or NATIONWIDE],
            {NATIONWIDE: say("field.nationwide"), **region_names(edition)},
        ),
        Aspect(INTERESTS, say("field.interests"), lambda member: member.interests, choices(edition, Motive)),
        Aspect(LOOKS_FOR, say("field.looks_for"), lambda member: member.looks_for, choices(edition, Asset)),
        Aspect(OFFERS, say("field.offers"), lambda member: member.offers, choices(edition, Asset)),
        Aspect(
            OFFERING,
            say("members.in_offering"),
            lambda member: ["yes"] if member.id in providers else [],
            {"yes": say("members.has_offering")},
        ),
    )
    return facets_of(tuple(ecosystem.of(Member).values()), aspects)
