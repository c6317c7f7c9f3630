"""The table of meetings of two: made of who wants to meet whom, and of the time that is set aside for it.

A wish that names a participant or the host is a meeting. Those that both sides want come first, then those of whom the
most is wanted; each gets the first time at which both are free.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ecosystem.ground.letters import same_words
from ecosystem.kinds.meetings.model import InternationalMeeting, OneToOneTime
from ecosystem.kinds.parts import Actor

#: What an organisation is called, in any language.
NamesOf = Callable[[Actor], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that meet: who asked, whom, and by which of the wishes, counted from 0."""

    who: Actor
    whom: Actor
    wish: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A time, and who meet at it, beside each other."""

    day: datetime.date
    start: datetime.time
    end: datetime.time
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """Who meet when, and those for whom no time was left."""

    slots: tuple[Slot, ...]
    unplaced: tuple[Pair, ...]


def timetable(meeting: InternationalMeeting, names_of: NamesOf) -> Timetable:
    """Return the table of *meeting*, whose organisations are called what *names_of* says."""
    times = [time for one in meeting.one_to_ones for time in _times(one)]
    at: list[list[Pair]] = [[] for _ in times]
    busy: list[set[str]] = [set() for _ in times]
    unplaced = []
    for pair, key in _pairs(meeting, names_of):
        number = next((number for number, those in enumerate(busy) if those.isdisjoint(key)), None)
        if number is None:
            unplaced.append(pair)
        else:
            at[number].append(pair)
            busy[number] |= key
    slots = tuple(Slot(*time, tuple(pairs)) for time, pairs in zip(times, at, strict=True) if pairs)
    return Timetable(slots, tuple(unplaced))


def _times(one: OneToOneTime) -> Iterator[tuple[datetime.date, datetime.time, datetime.time]]:
    """Yield the times of a block, each of its minutes, as many as are over when it is."""
    start = datetime.datetime.combine(one.date, one.start)
    step, end = datetime.timedelta(minutes=one.minutes), datetime.datetime.combine(one.date, one.end)
    while start + step <= end:
        yield one.date, start.time(), (start + step).time()
        start += step


def _pairs(meeting: InternationalMeeting, names_of: NamesOf) -> list[tuple[Pair, frozenset[str]]]:
    """Return who are to meet, each two once, in the order in which they get their time."""
    parties = [*([meeting.host] if meeting.host else []), *(one.organisation for one in meeting.participants)]
    by_name = {same_words(name): party for party in parties for name in names_of(party)}
    found: dict[frozenset[str], Pair] = {}
    wishes: Counter[frozenset[str]] = Counter()
    for number, wanted in enumerate(meeting.wanted):
        for name in wanted.organisations:
            whom = by_name.get(same_words(name))
            pair = Pair(wanted.who, whom, number) if whom else None
            if pair and len(key := _key(pair, names_of)) > 1:
                found.setdefault(key, pair)
                wishes[key] += 1
    busy = Counter(side for key in found for side in key)
    order = sorted(found, key=lambda key: (-wishes[key], -sum(busy[side] for side in key), found[key].wish))
    return [(found[key], key) for key in order]


def _key(pair: Pair, names_of: NamesOf) -> frozenset[str]:
    """Return what tells two that meet from others, whoever of them asked."""
    return frozenset(same_words(min(names_of(actor))) for actor in (pair.who, pair.whom))
