"""The home page: where AI is tried, what comes next, the figures that matter, what is new, and how the plan goes."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.kinds.action_plan.growth import growth_of
from ecosystem.kinds.action_plan.indicators import MEMBER_INDICATOR, latest_plan
from ecosystem.kinds.action_plan.model import Reading
from ecosystem.kinds.action_plan.overview import plan_overview
from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.events.calendars import event_calendar
from ecosystem.kinds.events.model import Event, EventState
from ecosystem.kinds.events.occurrences import Occurrence, coming_occurrences, current_rhythms, is_over
from ecosystem.kinds.events.rhythm import SeriesRhythm
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.regions.page import regions
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import CONTEXT, JsonLd, site_publisher
from ecosystem.publishing.feeds.items import told_items
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.record import Record
from ecosystem.search.opensearch import SEARCH

#: As many meetings to come, and new things, as the home page shows.
MOST_ON_HOME: Final = 3
MOST_NEW: Final = 5


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes next: an occurrence, or a series with its rhythms of which no day is known yet; its calendar."""

    event: Event
    occurrence: Occurrence | None
    rhythms: tuple[SeriesRhythm, ...]
    calendar: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """How many of something there are, how many of these are told of, how many are new this year, and as of when."""

    value: int
    described: int
    new: int
    updated: datetime.date


def home(edition: Edition) -> Mapping[str, Any]:
    """Return what the home page shows."""
    ecosystem = edition.ecosystem
    plan = latest_plan(ecosystem)
    return {
        "known": regions(edition),
        "members": member_readings(ecosystem),
        "pilots": pilots_known(ecosystem, edition.today.year),
        "cases": cases_known(ecosystem, edition.today.year),
        "coming": coming(edition),
        "new": told_items(edition.content)[:MOST_NEW],
        "plan": plan_overview(edition, plan) if plan else None,
    }


def coming(edition: Edition) -> tuple[Coming, ...]:
    """Return what comes next of all events, soonest first, then the series that go on without a known day."""
    events, today = edition.ecosystem.of(Event).values(), edition.today
    ahead = [one for one in coming_occurrences(events, today) if one.state is not EventState.CANCELLED]
    dated = {one.event.id for one in ahead}
    undated = (
        event
        for event in events
        if event.is_series
        and event.id not in dated
        and event.state is not EventState.CANCELLED
        and not is_over(event, today)
    )
    shown = [Coming(one.event, one, (), _calendar(edition, one.event)) for one in ahead[:MOST_ON_HOME]]
    shown += [Coming(event, None, current_rhythms(event, today), _calendar(edition, event)) for event in undated]
    return tuple(shown[:MOST_ON_HOME])


def _calendar(edition: Edition, event: Event) -> str | None:
    calendar = event_calendar(edition, event)
    return calendar.path if calendar else None


def member_readings(ecosystem: Ecosystem) -> tuple[Reading, ...]:
    """Return the declared numbers of members, the newest first."""
    growth = growth_of(ecosystem, MEMBER_INDICATOR)
    return tuple(reversed(growth.readings)) if growth else ()


def pilots_known(ecosystem: Ecosystem, year: int) -> Known | None:
    """Return how many pilots there are: those of each programme, told of or not, and those of none."""
    pilots, programmes = ecosystem.of(Pilot).values(), ecosystem.of(PilotProgramme).values()
    listed = [sum(pilot.programme == programme.id for pilot in pilots) for programme in programmes]
    in_programmes = sum(
        max(programme.pilots_in_all or 0, number) for programme, number in zip(programmes, listed, strict=True)
    )
    updated = latest_update((*pilots, *programmes))
    if updated is None:
        return None
    new = sum(bool(pilot.period and pilot.period.start and pilot.period.start.year == year) for pilot in pilots)
    return Known(in_programmes + len(pilots) - sum(listed), len(pilots), new, updated)


def cases_known(ecosystem: Ecosystem, year: int) -> Known | None:
    """Return how many other uses of AI are known, and how many of them by a source of this *year*."""
    cases = ecosystem.of(Case).values()
    updated = latest_update(cases)
    if updated is None:
        return None
    new = sum(case.stage_date is not None and case.stage_date.year == year for case in cases)
    return Known(len(cases), len(cases), new, updated)


def latest_update(records: Iterable[Record]) -> datetime.date | None:
    """Return the day on which any of *records* was last brought up to date; None where there are none."""
    return max((record.updated for record in records), default=None)


def home_data(edition: Edition, address: str) -> Sequence[JsonLd]:
    """Return what the home page at *address* says to machines."""
    return [
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "name": edition.interface.say("site.name"),
            "url": address,
            "inLanguage": edition.language,
            "publisher": site_publisher(edition),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{edition.site_url}{edition.path(SEARCH)}?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    ]
