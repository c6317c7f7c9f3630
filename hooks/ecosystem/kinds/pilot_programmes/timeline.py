"""Pilot programmes with their pilots, and what happened when: the call, the period and the news about it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ecosystem.kinds.news.model import NewsItem
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.pages.edition import Edition
from ecosystem.records.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a timeline: named by a key of the interface, or told of in a news item, or both."""

    date: PartialDate
    key: str | None = None
    news: NewsItem | None = None
    is_to_come: bool = False


def programmes_with_pilots(edition: Edition) -> list[tuple[PilotProgramme, tuple[Pilot, ...]]]:
    """Return all programmes, the latest first, with the pilots of each that are listed here."""
    programmes = sorted(edition.ecosystem.of(PilotProgramme).values(), key=lambda one: one.id, reverse=True)
    return [(programme, pilots_of(edition, programme.id)) for programme in programmes]


def pilots_of(edition: Edition, programme_id: str) -> tuple[Pilot, ...]:
    """Return the listed pilots of a programme, by name."""
    return edition.by_name(pilot for pilot in edition.ecosystem.of(Pilot).values() if pilot.programme == programme_id)


def programme_timeline(edition: Edition, programme: PilotProgramme) -> tuple[Moment, ...]:
    """Return the moments of *programme*, oldest first."""
    call, period = programme.call, programme.period
    named = (
        (call.start if call else None, "timeline.call_opens"),
        (call.end if call else None, "timeline.call_closes"),
        (period.start, "timeline.pilots_begin"),
        (period.end, "timeline.pilots_end"),
    )
    pilots = {pilot.id for pilot in edition.ecosystem.of(Pilot).values() if pilot.programme == programme.id}
    news = [
        item
        for item in edition.ecosystem.of(NewsItem).values()
        if programme.id in item.programmes or pilots.intersection(item.pilots)
    ]
    moments = [
        Moment(date, key, _told_on(date, news), date.first_day > edition.today)
        for date, key in named
        if date is not None
    ]
    told = {moment.news.id for moment in moments if moment.news}
    moments += [Moment(_as_date(item), news=item) for item in news if item.id not in told]
    return tuple(sorted(moments, key=_order))


def _told_on(date: PartialDate, news: Sequence[NewsItem]) -> NewsItem | None:
    """Return the news of the day of a named moment, which would else stand twice in the timeline."""
    return next((item for item in news if _as_date(item) == date), None)


def _as_date(item: NewsItem) -> PartialDate:
    return PartialDate(item.date.year, item.date.month, item.date.day)


def _order(moment: Moment) -> tuple[datetime.date, bool]:
    """Sort a beginning by its first possible day and an end by its last, a named moment before news of that day."""
    ends = moment.key in ("timeline.call_closes", "timeline.pilots_end")
    return (moment.date.last_day if ends else moment.date.first_day, moment.key is None)
