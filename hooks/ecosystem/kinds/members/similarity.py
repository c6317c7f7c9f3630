"""Which members are alike or fit together, and why.

A point for each shared reason to join, for the same region and for the same kind; two for each thing that one looks for
and the other offers, since that is what a member comes to find. Members with fewer than `LEAST_POINTS` are not named.

Every member is compared with every other, so a member's traits are bits of one number, and a pair costs one operation.
"""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from ecosystem.ground.uses import once
from ecosystem.kinds.members.model import Asset, Member, MemberKind, Motive
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Content, Edition, Query

LEAST_POINTS: Final = 2
MOST_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """A member that is like another, seen from that other one."""

    member: Member
    points: int
    #: What it offers and the other looks for.
    can_give: tuple[Asset, ...]
    #: What it looks for and the other offers.
    can_use: tuple[Asset, ...]
    interests: tuple[Motive, ...]
    same_region: bool
    same_kind: bool


class SimilarMembers:
    """For each member, those that are most like it."""

    def __init__(self, members: Mapping[str, Member], regions: Mapping[str, Region]) -> None:
        traits = _Traits(regions)
        listed = tuple(members.values())
        has = [traits.has(member) for member in listed]
        self._of: dict[str, tuple[Likeness, ...]] = {}
        for place, member in enumerate(listed):
            wanted = traits.wanted(member)
            points = [(wanted & other).bit_count() for other in has]
            points[place] = 0
            best = heapq.nlargest(MOST_NAMED, range(len(listed)), key=points.__getitem__)
            self._of[member.id] = tuple(
                _likeness(member, listed[other], points[other]) for other in best if points[other] >= LEAST_POINTS
            )

    def of(self, member_id: str) -> tuple[Likeness, ...]:
        """Return the members most like the one called *member_id*, the most alike first."""
        return self._of[member_id]


class _Traits:
    """Numbers the traits of members: one bit each, two for what is offered and what is looked for."""

    def __init__(self, regions: Mapping[str, Region]) -> None:
        names: list[tuple[str, str]] = [("kind", kind) for kind in MemberKind]
        names += [("interest", motive) for motive in Motive]
        names += [("region", region) for region in regions]
        self._bit = {name: 1 << place for place, name in enumerate(names)}
        start = len(names)
        for side in ("offers", "looks_for"):
            for asset in Asset:
                self._bit[side, asset] = 0b11 << start
                start += 2

    def has(self, member: Member) -> int:
        """Return what *member* is, offers and looks for."""
        return self._common(member) | self._sum("offers", member.offers) | self._sum("looks_for", member.looks_for)

    def wanted(self, member: Member) -> int:
        """Return what another must be, offer or look for to suit *member*."""
        return self._common(member) | self._sum("offers", member.looks_for) | self._sum("looks_for", member.offers)

    def _common(self, member: Member) -> int:
        region = self._bit["region", member.region] if member.region else 0
        return self._bit["kind", member.kind] | self._sum("interest", member.interests) | region

    def _sum(self, trait: str, values: tuple[str, ...]) -> int:
        return sum(self._bit[trait, value] for value in values)


def _likeness(member: Member, other: Member, points: int) -> Likeness:
    return Likeness(
        other,
        points,
        can_give=tuple(asset for asset in other.offers if asset in member.looks_for),
        can_use=tuple(asset for asset in other.looks_for if asset in member.offers),
        interests=tuple(motive for motive in other.interests if motive in member.interests),
        same_region=other.region is not None and other.region == member.region,
        same_kind=other.kind is member.kind,
    )


@once
def _all_similar(content: Content) -> SimilarMembers:
    return SimilarMembers(content.ecosystem.of(Member), content.ecosystem.of(Region))


def _told(likenesses: tuple[Likeness, ...]) -> str:
    return repr([(one.member.id, one.points, *map(str, _reasons(one))) for one in likenesses])


def _reasons(one: Likeness) -> tuple[object, ...]:
    return one.can_give, one.can_use, one.interests, one.same_region, one.same_kind


SIMILAR: Final = Query("members-alike", lambda content, member_id: _all_similar(content).of(member_id), _told)


def similar(edition: Edition, member_id: str) -> tuple[Likeness, ...]:
    """Return the members most like the one called *member_id*, the most alike first."""
    likenesses = edition.content.ask(SIMILAR, member_id)
    members = edition.ecosystem.of(Member)
    return tuple(replace(one, member=members[one.member.id]) for one in likenesses)
