"""What counts as an item of the feeds, and when it was news.

Items are the same in all languages. Nothing about them is typed twice: a change of the data makes the item.
Dates are days, as the data knows no times. A date known only to its month or year counts from its first
day; where no day is known, the day on which the entry last changed stands in. An item of a later day than
today waits for it.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from ecosystem.model import Ecosystem
from ecosystem.model.event import Event, EventState
from ecosystem.model.record import CollectionName, Record

FeedTopic: TypeAlias = Literal["news", "events", "pilots", "members", "publications", "action-plan"]

ItemKind: TypeAlias = Literal["news", "event", "session", "pilot", "results", "member", "publication", "reading"]

FEED_TOPICS: Final[tuple[FeedTopic, ...]] = ("news", "events", "pilots", "members", "publications", "action-plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """Something worth telling subscribers.

    `part` tells items of one record apart and is permanent like the record's id. `detail` is what the item is
    about besides the record: a session, or an indicator and one of its readings. `published` is the day of the
    fact, `updated` the day on which its telling last changed, and `newest` the day by which items are sorted.
    """

    kind: ItemKind
    topic: FeedTopic
    collection: CollectionName
    record: Record
    published: datetime.date
    updated: datetime.date
    part: str = ""
    detail: Any = None
    told_again: bool = False

    @property
    def key(self) -> str:
        """The item's permanent name, the same in all languages: `pilots/kanta-hame/active`."""
        return "/".join(filter(None, (self.collection, self.record.id, self.part)))

    @property
    def newest(self) -> datetime.date:
        """The day of the fact, or of the change when the item is told again under its old name."""
        return self.updated if self.told_again else self.published


def feed_items(ecosystem: Ecosystem, today: datetime.date) -> tuple[FeedItem, ...]:
    """Return all items that the public may see on the day *today*, newest first."""
    items = (item for item in _all_items(ecosystem, today) if item.published <= today)
    return tuple(sorted(items, key=lambda item: (item.newest, item.key), reverse=True))


def _all_items(ecosystem: Ecosystem, today: datetime.date) -> Iterator[FeedItem]:
    for item in (
        *_news(ecosystem),
        *_events(ecosystem),
        *_pilots(ecosystem),
        *_members(ecosystem),
        *_publications(ecosystem),
        *_readings(ecosystem),
    ):
        # An entry whose change is dated ahead has not changed yet, as far as readers are concerned.
        yield FeedItem(**item, updated=max(item["published"], min(item["record"].updated, today)))


_Fields: TypeAlias = dict[str, Any]


def _news(ecosystem: Ecosystem) -> Iterator[_Fields]:
    for record in ecosystem.news.values():
        yield {"kind": "news", "topic": "news", "collection": "news", "record": record, "published": record.date}


def _events(ecosystem: Ecosystem) -> Iterator[_Fields]:
    for event in ecosystem.events.values():
        common = {"topic": "events", "collection": "events", "record": event}
        changed = event.state is not EventState.SCHEDULED
        yield {**common, "kind": "event", "published": _announced(event, event.date), "told_again": changed}
        for session in event.sessions:
            changed = session.state is not EventState.SCHEDULED
            yield {
                **common,
                "kind": "session",
                "part": str(session.planned_day),
                "detail": session,
                "published": _announced(event, session.planned_day),
                "told_again": changed,
            }


def _announced(event: Event, day: datetime.date | None) -> datetime.date:
    """Return when an event was announced: when it was entered, which for a past one is its day at the latest."""
    if event.announced is not None:
        return event.announced
    return event.updated if day is None else min(event.updated, day)


def _pilots(ecosystem: Ecosystem) -> Iterator[_Fields]:
    """A pilot is news when it gets a status, and again when it has results: two items with names of their own."""
    for pilot in ecosystem.pilots.values():
        common = {"topic": "pilots", "collection": "pilots", "record": pilot}
        yield {**common, "kind": "pilot", "part": pilot.status.value, "published": pilot.status_date}
        if pilot.results is not None:
            yield {**common, "kind": "results", "part": "results", "published": pilot.updated}


def _members(ecosystem: Ecosystem) -> Iterator[_Fields]:
    for member in ecosystem.members.values():
        day = member.since.first_day if member.since else member.updated
        yield {"kind": "member", "topic": "members", "collection": "members", "record": member, "published": day}


def _publications(ecosystem: Ecosystem) -> Iterator[_Fields]:
    for record in ecosystem.publications.values():
        day = record.date.first_day if record.date else record.updated
        yield {
            "kind": "publication",
            "topic": "publications",
            "collection": "publications",
            "record": record,
            "published": day,
        }


def _readings(ecosystem: Ecosystem) -> Iterator[_Fields]:
    for plan in ecosystem.action_plan.values():
        for indicator in (one for metric in plan.metrics for one in metric.indicators):
            for reading in indicator.readings:
                yield {
                    "kind": "reading",
                    "topic": "action-plan",
                    "collection": "action_plan",
                    "record": plan,
                    "part": f"{indicator.id}/{reading.date}",
                    "detail": (indicator, reading),
                    "published": reading.date,
                }
