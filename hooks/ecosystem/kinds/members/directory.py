"""The directory of members: its pages, what it can be filtered by, and where its members are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.kinds.action_plan.growth import growth_of
from ecosystem.kinds.action_plan.indicators import MEMBER_INDICATOR, declared_members
from ecosystem.kinds.members.model import Asset, Member, MemberKind, Motive
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.tile_map import Count, tile_map
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, Facets, facets_of
from ecosystem.pages.list_pages import ListPage, list_pages

#: One page of the directory. With its filter bar it stays under 60 kB of HTML.
MEMBERS_ON_A_PAGE: Final = 220

#: A list of so many members has room for what each of them does.
MOST_IN_DETAIL: Final = 50

#: The value of the facet "region" for members that work in all of Finland.
NATIONWIDE: Final = "nationwide"

#: Facets of the directory, by their names in addresses; other pages link to filtered lists by them.
KIND, REGION, INTERESTS, LOOKS_FOR, OFFERS, OFFERING = "kind", "region", "interests", "looks_for", "offers", "offering"


def directory(edition: Edition) -> Mapping[str, Any]:
    """Return what the directory's first page shows: the list, its filters, the map and the growth of membership."""
    facets = member_facets(edition)
    where = Counter(member.region for member in edition.ecosystem.of(Member).values() if member.region)
    return {
        "directory": directory_pages(edition, facets)[0],
        "facets": facets.facets,
        "can_sort": any(member.since for member in edition.ecosystem.of(Member).values()),
        "declared": declared_members(edition.ecosystem),
        "map": tile_map(
            edition,
            lambda region: Count(
                where[region], str(where[region]), edition.interface.count("regions.members", where[region])
            ),
        ),
        "nationwide": sum(member.region is None for member in edition.ecosystem.of(Member).values()),
        "growth": growth_of(edition.ecosystem, MEMBER_INDICATOR),
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
