"""When events take place, occurrence by occurrence: the one view that pages, calendars, feeds' pages and mails show.

A single event occurs once. A series occurs on the days that its rhythms give, with the listed sessions in their places,
and at any other listed session besides. What a session does not say of itself is as its series has it.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.events.hours import Hours, Run, Stretch, runs
from ecosystem.kinds.events.model import Event, EventForm, EventState, Session
from ecosystem.kinds.events.month_or_week import days_of, week_of
from ecosystem.kinds.events.rhythm import SeriesRhythm
from ecosystem.records.texts import Text

#: As many coming occurrences of a series as pages list without an editor's doing.
MOST_COMING: Final = 10

_MOMENT: Final = datetime.timedelta(microseconds=1)

#: What says when something is: a single event, or a session of a series.
Timed: TypeAlias = Event | Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time at which an event takes place: `name` names it for good in its event, `stretches` is when it is.

    `season` is the rhythm that it follows or is an exception of, on the day `replaces`. While the day of an event is
    open it has no stretches, and its first and last day are those of the month or week in which it is expected.
    """

    event: Event
    name: str
    date: datetime.date
    last_day: datetime.date
    stretches: tuple[Stretch, ...]
    state: EventState
    moved_from: datetime.date | None = None
    session: Session | None = None
    season: SeriesRhythm | None = None
    replaces: datetime.date | None = None

    @property
    def id(self) -> str:
        """What tells it from all others of all events."""
        return f"{self.event.id}/{self.name}"

    @property
    def updated(self) -> datetime.date:
        """When what is known of it last changed."""
        return self.event.updated

    @property
    def zone(self) -> datetime.tzinfo:
        """The time zone of its hours."""
        return self.event.time_zone or HELSINKI

    @property
    def is_dated(self) -> bool:
        """Whether its day is known."""
        return bool(self.stretches)

    @property
    def hours(self) -> Hours | None:
        """The hours of its first day, where they are known."""
        return self.stretches[0].hours if self.stretches else None

    @property
    def runs(self) -> tuple[Run, ...]:
        """When it is, by the clocks of its time zone, as it is said in words."""
        return runs(self.stretches)

    @property
    def is_timed(self) -> bool:
        """Whether any of its hours are known."""
        return any(stretch.hours for stretch in self.stretches)

    @property
    def at_home(self) -> tuple[Stretch, ...]:
        """When it is by the clocks of Finland."""
        if self.event.time_zone is None:
            return self.stretches
        return tuple(stretch.elsewhere(self.zone, HELSINKI) for stretch in self.stretches)

    @property
    def runs_at_home(self) -> tuple[Run, ...]:
        """When it is by the clocks of Finland, as it is said in words; nothing when its own are the same."""
        there = self.runs
        here = runs(self.at_home)
        return () if here == there else here

    @property
    def week(self) -> int | None:
        """The number of the week in which it is expected while its day is open."""
        return week_of(self.event.expected) if self.event.expected else None

    @property
    def starts(self) -> datetime.datetime:
        """When it starts: whole days and open ones at midnight in Finland."""
        ends = self.stretches[0].instants(self.zone) if self.stretches else None
        return ends[0] if ends else datetime.datetime.combine(self.date, datetime.time(), HELSINKI)

    @property
    def until(self) -> datetime.date:
        """The last day in Finland on which it is not over."""
        ends = self.stretches[-1].instants(self.zone) if self.stretches else None
        if ends is None:
            return self.last_day
        start, end = (moment.astimezone(datetime.UTC) for moment in ends)
        return max(start, end - _MOMENT).astimezone(HELSINKI).date()

    @property
    def has_topic(self) -> bool:
        """Whether it is a session with a topic of its own."""
        return self.session is not None and self.session.title is not None

    @property
    def form(self) -> EventForm | None:
        """How one takes part."""
        return (self.session.form if self.session else None) or self.event.form

    @property
    def place(self) -> Text | None:
        """Where it is. A session that is online alone has not the place of its series."""
        if self.session is not None and self.session.place is not None:
            return self.session.place
        is_elsewhere = self.session is not None and self.session.form is EventForm.ONLINE
        return None if is_elsewhere else self.event.place

    @property
    def languages(self) -> Sequence[str]:
        """The languages spoken."""
        return (self.session.languages if self.session else ()) or self.event.languages

    @property
    def url(self) -> str | None:
        """Its own page elsewhere."""
        return (self.session.url if self.session else None) or self.event.url

    @property
    def registration(self) -> str | None:
        """Where one registers."""
        return (self.session.registration if self.session else None) or self.event.registration

    @property
    def recording(self) -> str | None:
        """Its recording; a session has not that of its series."""
        return self.session.recording if self.session else None if self.event.is_series else self.event.recording

    @property
    def summary(self) -> Text:
        """What it is about."""
        return (self.session.summary if self.session else None) or self.event.summary


def occurrences(event: Event) -> tuple[Occurrence, ...]:
    """Return the occurrences of *event*, soonest first."""
    if event.is_series:
        return tuple(sorted(_of_series(event), key=_by_time))
    if event.date is not None:
        return (_occurrence(event, event, event.hours, event.date, name=event.id, state=event.state),)
    first, last = days_of(str(event.expected))
    return (Occurrence(event=event, name=event.id, date=first, last_day=last, stretches=(), state=event.state),)


def all_occurrences(events: Iterable[Event]) -> tuple[Occurrence, ...]:
    """Return the occurrences of all *events*, soonest first."""
    return tuple(sorted((one for event in events for one in occurrences(event)), key=_by_time))


def coming_occurrences(events: Iterable[Event], today: datetime.date) -> tuple[Occurrence, ...]:
    """Return what is not over of all that pages list of *events*, soonest first."""
    listed = (one for event in events for one in shown_occurrences(event, today) if one.until >= today)
    return tuple(sorted(listed, key=_by_time))


def past_occurrences(events: Iterable[Event], today: datetime.date) -> tuple[Occurrence, ...]:
    """Return what is over of all that pages list of *events*, the latest first."""
    listed = (one for event in events for one in shown_occurrences(event, today) if one.until < today)
    return tuple(sorted(listed, key=_by_time, reverse=True))


def shown_occurrences(event: Event, today: datetime.date) -> tuple[Occurrence, ...]:
    """Return the occurrences that pages list of *event*: all that an editor has listed, and the next by rhythm."""
    known = occurrences(event)
    coming = [one for one in known if one.until >= today][:MOST_COMING]
    return tuple(one for one in known if one.session is not None or not event.is_series or one in coming)


def is_over(event: Event, today: datetime.date) -> bool:
    """Tell whether *event* is over: its last day is past. A series without a last day goes on."""
    if any(rhythm.until is None or rhythm.until >= today for rhythm in event.rhythms):
        return False
    return all(one.until < today for one in occurrences(event))


def has_dates(events: Iterable[Event]) -> bool:
    """Tell whether any of *events* has an occurrence whose day is known."""
    return any(one.is_dated for event in events for one in occurrences(event))


def current_rhythms(event: Event, today: datetime.date) -> tuple[SeriesRhythm, ...]:
    """Return the rhythms in which a series meets now or next; when it is over, the last in which it met."""
    going_on = [one for one in event.rhythms if one.until is None or one.until >= today]
    begun = [one for one in going_on if one.first is None or one.first <= today]
    return tuple(begun or going_on[:1] or event.rhythms[-1:])


def stretches(timed: Timed, first: datetime.date, usual: Hours | None) -> tuple[Stretch, ...]:
    """Return when *timed*, which begins on the day *first*, takes place; its hours are the *usual* ones.

    Several days with hours are one stretch for each day, so that no calendar shows the nights between them as busy;
    hours that end earlier in the day than they start last from the first day into the second.
    """
    last = timed.end_date or first
    if timed.days:
        return tuple(Stretch(day.date, day.date, day.hours or usual) for day in timed.days)
    if usual is None or (usual.over_midnight and last - first == datetime.timedelta(1)):
        return (Stretch(first, last, usual),)
    days = (last - first).days + 1
    each = (first + datetime.timedelta(number) for number in range(days))
    return tuple(Stretch(day, day, usual) for day in each)


def _by_time(one: Occurrence) -> tuple[datetime.datetime, str, str]:
    return one.starts, one.event.id, one.name


def _of_series(event: Event) -> Iterator[Occurrence]:
    seasons = {day: rhythm for rhythm in event.rhythms for day in rhythm.days()}
    replaced = set()
    for session in event.sessions:
        replaces = session.replaces if session.replaces in seasons else None
        season = seasons[replaces] if replaces else None
        replaced.add(replaces)
        usual = (season or _rhythm_around(event, session.planned_day)).hours
        cancelled = event.state is EventState.CANCELLED
        yield _occurrence(
            event,
            session,
            session.hours or usual,
            session.date,
            name=session.name,
            state=EventState.CANCELLED if cancelled else session.state,
            season=season,
            replaces=replaces,
        )
    for day, season in seasons.items():
        if day not in replaced:
            yield Occurrence(
                event=event,
                name=str(day),
                date=day,
                last_day=day,
                stretches=(Stretch(day, day, season.hours),),
                state=event.state if event.state is EventState.CANCELLED else EventState.SCHEDULED,
                season=season,
                replaces=day,
            )


def _occurrence(
    event: Event,
    timed: Timed,
    hours: Hours | None,
    date: datetime.date,
    *,
    name: str,
    state: EventState,
    season: SeriesRhythm | None = None,
    replaces: datetime.date | None = None,
) -> Occurrence:
    return Occurrence(
        event=event,
        name=name,
        date=date,
        last_day=timed.end_date or date,
        stretches=stretches(timed, date, hours),
        state=state,
        moved_from=timed.instead_of,
        session=timed if isinstance(timed, Session) else None,
        season=season,
        replaces=replaces,
    )


def _rhythm_around(event: Event, day: datetime.date) -> SeriesRhythm:
    """Return the rhythm in whose season *day* is, or else the last that had begun by then."""
    begun = [rhythm for rhythm in event.rhythms if rhythm.first is None or rhythm.first <= day]
    return begun[-1] if begun else event.rhythms[0]
