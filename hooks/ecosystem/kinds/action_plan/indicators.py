"""How an action plan goes: its metrics against their targets, and the measures of its areas."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ecosystem.kinds.action_plan.model import (
    ActionPlan,
    Comparator,
    Computation,
    Dating,
    FocusArea,
    Indicator,
    Measure,
    Reading,
)
from ecosystem.kinds.events.model import Event, EventHost
from ecosystem.kinds.events.occurrences import occurrences
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.records.ecosystem import Ecosystem


def _members_listed(ecosystem: Ecosystem, _: ActionPlan) -> int:
    return len(ecosystem.of(Member))


def _pilots_listed(ecosystem: Ecosystem, _: ActionPlan) -> int:
    return len(ecosystem.of(Pilot))


def _member_events(ecosystem: Ecosystem, plan: ActionPlan) -> int:
    days = [
        day
        for event in ecosystem.of(Event).values()
        if event.host is EventHost.MEMBER
        for day in [one.date for one in occurrences(event) if one.is_dated]
    ]
    return sum(day.year == plan.year for day in days)


#: How each computed value is counted; the plan's year limits what belongs to a year.
COMPUTATIONS: Final[Mapping[Computation, Callable[[Ecosystem, ActionPlan], int]]] = {
    Computation.MEMBERS_LISTED: _members_listed,
    Computation.PILOTS_LISTED: _pilots_listed,
    Computation.MEMBER_EVENTS: _member_events,
}


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator with its latest value: computed, or the newest reading; None when nothing is known."""

    indicator: Indicator
    value: Decimal | None
    comparator: Comparator
    reading: Reading | None

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None when that cannot be told."""
        target = self.indicator.target
        if target is None or self.value is None:
            return None
        if self.value >= target.value and self.comparator is not Comparator.UNDER:
            return True
        return None if self.comparator in (Comparator.OVER, Comparator.AT_LEAST, Comparator.ABOUT) else False

    @property
    def share(self) -> int | None:
        """The value in per cent of the target, at most 100; None when it may be of a day after the deadline."""
        target = self.indicator.target
        if self.reading is not None and self.reading.dating is Dating.SEEN:
            return None
        if target is None or self.value is None or target.value <= 0:
            return None
        return min(100, int(self.value * 100 / target.value))


def indicator_state(indicator: Indicator, plan: ActionPlan, ecosystem: Ecosystem) -> IndicatorState:
    """Return the latest value of *indicator*."""
    if indicator.computed is not None and indicator.complete:
        value = Decimal(COMPUTATIONS[indicator.computed](ecosystem, plan))
        return IndicatorState(indicator, value, Comparator.EXACTLY, None)
    if not indicator.readings:
        return IndicatorState(indicator, None, Comparator.EXACTLY, None)
    latest = indicator.readings[-1]
    return IndicatorState(indicator, latest.value, latest.comparator, latest)


def computed_value(indicator: Indicator, plan: ActionPlan, ecosystem: Ecosystem) -> int | None:
    """Return the value of *indicator* of *plan* as counted from the data; None when that does not hold all of it."""
    return COMPUTATIONS[indicator.computed](ecosystem, plan) if indicator.computed and indicator.complete else None


def measures(area: FocusArea) -> tuple[Measure, ...]:
    """Return all measures of a focus area."""
    return tuple(measure for part in area.parts for measure in part.measures)


def latest_plan(ecosystem: Ecosystem) -> ActionPlan | None:
    """Return the plan of the latest year."""
    return max(ecosystem.of(ActionPlan).values(), key=lambda plan: plan.year, default=None)


@dataclass(frozen=True, slots=True)
class DeclaredMembers:
    """How many member organisations the ecosystem says it has, and when."""

    value: Decimal
    comparator: Comparator
    date: datetime.date
    reading: Reading


def declared_members(ecosystem: Ecosystem) -> DeclaredMembers | None:
    """Return the newest declared number of members, from the readings of the plans."""
    readings = [
        reading
        for plan in ecosystem.of(ActionPlan).values()
        for metric in plan.metrics
        for indicator in metric.indicators
        if indicator.unit == "organisations" and indicator.id == MEMBER_INDICATOR
        for reading in indicator.readings
    ]
    if not readings:
        return None
    newest = max(readings, key=lambda reading: reading.date)
    return DeclaredMembers(newest.value, newest.comparator, newest.date, newest)


#: The id of the indicator that counts member organisations, in every plan.
MEMBER_INDICATOR: Final = "members"
