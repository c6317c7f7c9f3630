"""What can be followed by itself besides topics: a region, group or pilot, a subject of news, a language of events.

A kind that divides what is told says so as a role. Of each strand there are files only where there is something.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ecosystem.ground.uses import once
from ecosystem.pages.edition import Content, Edition
from ecosystem.publishing.feeds.items import FeedItem, single_items
from ecosystem.records.kind import Kinds
from ecosystem.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Something that can be followed, by its id in its group: what it is called, its page, and its former ids."""

    id: str
    title: str
    page: str
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strands:
    """The role of a kind by whose records, or values of theirs, what is told is divided.

    `group` is how the names of the strands' feeds and calendars begin, `place` the group's place among the others.
    `all` are the strands of which there is something, and `of` the ids of those to which an item belongs.
    """

    group: str
    place: int
    all: Callable[[Edition], Iterable[Strand]]
    of: Callable[[Content, FeedItem], Iterable[str]]

    def name(self, strand_id: str) -> str:
        """Return the name of the feed and of the calendar of a strand: `region-pirkanmaa`."""
        return f"{self.group}-{strand_id}"


def strands_of_records(group: str, place: int, collection: str) -> Strands:
    """Return the role of a kind each of whose records can be followed: all that belongs together with it is told."""
    return Strands(group=group, place=place, all=partial(_records, collection), of=partial(_related_to, collection))


def groups_of_strands(kinds: Kinds) -> Sequence[Strands]:
    """Return all groups of strands in their order."""
    return sorted((role for _, role in kinds.playing(Strands)), key=lambda one: one.place)


def is_followed(edition: Edition, collection: str, record_id: str) -> bool:
    """Tell whether the record can be followed: it is of such a kind, and something belongs together with it."""
    role = edition.ecosystem.kinds[collection].role(Strands)
    return role is not None and bool(edition.content.relations.of(collection, record_id))


@once
def by_strand(content: Content) -> Mapping[str, list[FeedItem]]:
    """Return the items of each strand, newest first, by its name; none are told together."""
    found: defaultdict[str, list[FeedItem]] = defaultdict(list)
    roles = groups_of_strands(content.ecosystem.kinds)
    for item in single_items(content):
        for role in roles:
            for strand_id in role.of(content, item):
                found[role.name(strand_id)].append(item)
    return found


def _records(collection: str, edition: Edition) -> Iterable[Strand]:
    for record in edition.by_name(edition.ecosystem.collection(collection).values()):
        if is_followed(edition, collection, record.id):
            yield record_strand(edition, collection, record)


def record_strand(edition: Edition, collection: str, record: Record) -> Strand:
    """Return *record* as a strand."""
    path = edition.record_path(collection, record.id)
    return Strand(id=record.id, title=edition.title(record), page=path, former_ids=record.formerly)


def _related_to(collection: str, content: Content, item: FeedItem) -> Iterable[str]:
    own = (item.collection, item.record.id)
    related = (own, *content.relations.keys(*own))
    return dict.fromkeys(record_id for name, record_id in related if name == collection)
