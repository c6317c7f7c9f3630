"""Which members are alike or fit together, and why.

A point for each shared reason to join, for the same region and for the same kind; two for each thing that one looks for
and the other offers, since that is what a member comes to find. Members with fewer than `LEAST_POINTS` are not named.

Every member is compared with every other, so members are bits of long numbers: for each trait, those that have it. A
member's points to all others are added at once, as one adds on paper: one number holds the ones of all sums, the next
the twos, then the fours.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Final, TypeAlias

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


#: What a member is, offers or looks for: the kind of trait, and its value.
_Trait: TypeAlias = tuple[str, str]


class SimilarMembers:
    """For each member, those that are most like it."""

    def __init__(self, members: Mapping[str, Member], regions: Mapping[str, Region]) -> None:
        listed = tuple(members.values())
        with_trait = dict.fromkeys(_all_traits(regions), 0)
        for place, member in enumerate(listed):
            for trait in _traits(member):
                with_trait[trait] |= 1 << place
        everyone = (1 << len(listed)) - 1
        self._of: dict[str, tuple[Likeness, ...]] = {}
        for place, member in enumerate(listed):
            ranked = _ranked(_points(member, with_trait), everyone ^ (1 << place))
            enough = takewhile(lambda one: one[1] >= LEAST_POINTS, ranked)
            self._of[member.id] = tuple(
                _likeness(member, listed[other], points) for other, points in islice(enough, MOST_NAMED)
            )

    def of(self, member_id: str) -> tuple[Likeness, ...]:
        """Return the members most like the one called *member_id*, the most alike first."""
        return self._of[member_id]


def _all_traits(regions: Mapping[str, Region]) -> Iterator[_Trait]:
    yield from (("kind", kind) for kind in MemberKind)
    yield from (("interest", motive) for motive in Motive)
    yield from (("region", region) for region in regions)
    yield from ((side, asset) for side in ("offers", "looks_for") for asset in Asset)


def _common(member: Member) -> Iterator[_Trait]:
    """Yield the traits for which two members that share one get a point."""
    yield "kind", member.kind
    yield from (("interest", motive) for motive in member.interests)
    if member.region:
        yield "region", member.region


def _traits(member: Member) -> Iterator[_Trait]:
    yield from _common(member)
    yield from (("offers", asset) for asset in member.offers)
    yield from (("looks_for", asset) for asset in member.looks_for)


def _points(member: Member, with_trait: Mapping[_Trait, int]) -> Sequence[int]:
    """Return the points of all members to *member*: the ones, twos, fours … of every sum, a bit for each member."""
    places: list[int] = []
    for trait in _common(member):
        _add(places, with_trait[trait], 0)
    for asset in member.looks_for:
        _add(places, with_trait["offers", asset], 1)
    for asset in member.offers:
        _add(places, with_trait["looks_for", asset], 1)
    return places


def _add(places: list[int], carried: int, place: int) -> None:
    """Add to the sums of those in *carried* what one is worth at *place*: 1 at place 0, 2 at place 1."""
    while carried:
        places += [0] * (place + 1 - len(places))
        places[place], carried = places[place] ^ carried, places[place] & carried
        place += 1


def _ranked(places: Sequence[int], members: int, points: int = 0) -> Iterator[tuple[int, int]]:
    """Yield (number, points) of each of *members*: those with the most points first, equal ones in their order."""
    if places:
        *lower, highest = places
        if above := members & highest:
            yield from _ranked(lower, above, points + (1 << len(lower)))
        if below := members & ~highest:
            yield from _ranked(lower, below, points)
        return
    while members:
        first = members & -members
        yield first.bit_length() - 1, points
        members ^= first


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
