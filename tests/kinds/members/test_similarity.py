"""Similar members: who is named, in which order, and why."""

from ecosystem.kinds.members.model import Asset, Member, MemberKind, Motive
from ecosystem.kinds.members.similarity import MOST_NAMED, SimilarMembers
from ecosystem.kinds.regions.model import Region
from rendering import read_ecosystem

THL = read_ecosystem().of(Member)["thl"]
REGIONS = read_ecosystem().of(Region)


def member(member_id: str, **fields: object) -> Member:
    plain = {"region": None, "interests": (), "looks_for": (), "offers": (), "kind": MemberKind.COMPANY}
    return THL.model_copy(update={"id": member_id, **plain, **fields})


def similar(*members: Member) -> SimilarMembers:
    return SimilarMembers({one.id: one for one in members}, REGIONS)


def test_the_same_kind_alone_does_not_make_members_alike() -> None:
    assert similar(member("a"), member("b")).of("a") == ()


def test_what_one_looks_for_and_the_other_offers_counts_most() -> None:
    asking = member("asking", looks_for=(Asset.DATA,), region="lappi")
    giving = member("giving", offers=(Asset.DATA, Asset.TOOLS), kind=MemberKind.OTHER)
    near = member("near", region="lappi")
    found = similar(asking, giving, near, member("far", looks_for=(Asset.DATA,), kind=MemberKind.OTHER))
    assert [(one.member.id, one.points) for one in found.of("asking")] == [("giving", 2), ("near", 2)]
    first, second = found.of("asking")
    assert first.can_give == (Asset.DATA,) and first.can_use == () and not first.same_kind
    assert second.same_region and second.same_kind and second.can_give == ()


def test_a_fit_is_seen_from_both_sides() -> None:
    found = similar(member("asking", looks_for=(Asset.DATA,)), member("giving", offers=(Asset.DATA,)))
    assert found.of("asking")[0].can_give == (Asset.DATA,)
    assert found.of("giving")[0].can_use == (Asset.DATA,)
    assert found.of("asking")[0].points == found.of("giving")[0].points == 3


def test_shared_reasons_to_join_count_each() -> None:
    both = (Motive.REGULATION, Motive.SOCIETY)
    found = similar(
        member("a", interests=both),
        member("b", interests=both),
        member("c", interests=both[:1]),
    )
    assert [(one.member.id, one.points, one.interests) for one in found.of("a")] == [("b", 3, both), ("c", 2, both[:1])]


def test_nobody_is_like_oneself_and_only_a_few_are_named() -> None:
    found = similar(*(member(f"m{number}", region="lappi") for number in range(9)))
    assert "m0" not in [one.member.id for one in found.of("m0")]
    assert len(found.of("m0")) == MOST_NAMED


def test_two_nationwide_members_share_no_region() -> None:
    found = similar(member("a", interests=tuple(Motive)), member("b", interests=tuple(Motive)))
    assert not found.of("a")[0].same_region
