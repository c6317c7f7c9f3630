"""The directory of members: its pages, what it can be filtered by, and where its members are."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.kinds.action_plan.indicators import declared_members
from ecosystem.kinds.members.charts import BY_REGION, GROWTH, charts
from ecosystem.kinds.members.model import Asset, Member, MemberKind, Motive
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, Facets, facets_of
from ecosystem.pages.list_pages import ListPage, list_pages

#: One page of the directory. With its filter bar it stays under 60 kB of HTML.
MEMBERS_ON_A_PAGE: Final = 200

#: A list of so many members has room for what each of them does.
MOST_IN_DETAIL: Final = 50

#: The value of the facet "region" for members that work in all of Finland.
NATIONWIDE: Final = "nationwide"

#: Facets of the directory, by their names in addresses; other pages link to filtered lists by them.
KIND, REGION, INTERESTS, LOOKS_FOR, OFFERS, OFFERING = "kind", "region", "interests", "looks_for", "offers", "offering"


def directory(edition: Edition) -> Mapping[str, Any]:
    """Return what the directory's first page shows: the list, its filters and the charts."""
    facets = member_facets(edition)
    made = charts(edition)
    return {
        "directory": directory_pages(edition, facets)[0],
        "facets": facets.facets,
        "can_sort": any(member.since for member in edition.ecosystem.of(Member).values()),
        "declared": declared_members(edition.ecosystem),
        "nationwide": sum(member.region is None for member in edition.ecosystem.of(Member).values()),
        "by_region": made[BY_REGION]() if BY_REGION in made else None,
        "growth": made[GROWTH]() if GROWTH in made else None,
    }


def later_pages(edition: Edition) -> tuple[ListPage[Member], ...]:
    """Return the second and all further pages of the directory."""
    return directory_pages(edition, member_facets(edition))[1:]


def directory_pages(edition: Edition, facets: Facets) -> tuple[ListPage[Member], ...]:
    """Return all pages of the directory, its members in the reader's alphabetical order."""
    listed = edition.by_name(edition.ecosystem.of(Member).values())
    return list_pages(
        edition, "members", listed, facets.codes, on_a_page=MEMBERS_ON_A_PAGE, most_in_detail=MOST_IN_DETAIL
    )


@once
def member_facets(edition: Edition) -> Facets:
    """Return what members can be filtered by."""
    say = edition.interface.say
    ecosystem = edition.ecosystem
    providers = {offering.provider.member for offering in ecosystem.of(Offering).values()}
    places = {
        region.id: region.short_title.in_language(edition.language).text
        for region in edition.by_name(ecosystem.of(Region).values())
    }
    aspects = (
        Aspect(KIND, say("field.kind"), lambda member: [member.kind], _names(edition, MemberKind)),
        Aspect(
            REGION,
            say("field.region"),
            lambda member: [member.region or NATIONWIDE],
            {NATIONWIDE: say("field.nationwide"), **places},
        ),
        Aspect(INTERESTS, say("field.interests"), lambda member: member.interests, _names(edition, Motive)),
        Aspect(LOOKS_FOR, say("field.looks_for"), lambda member: member.looks_for, _names(edition, Asset)),
        Aspect(OFFERS, say("field.offers"), lambda member: member.offers, _names(edition, Asset)),
        Aspect(
            OFFERING,
            say("members.in_offering"),
            lambda member: ["yes"] if member.id in providers else [],
            {"yes": say("members.has_offering")},
        ),
    )
    return facets_of(tuple(ecosystem.of(Member).values()), aspects)


def _names(edition: Edition, choices: Iterable[StrEnum]) -> Mapping[str, str]:
    return {value.value: edition.interface.choice(value) for value in choices}
