"""The charts of the action plans: how many measures stand where, and how the metrics go."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Final

from ecosystem.kinds.action_plan.growth import Growth, growth_chart
from ecosystem.kinds.action_plan.indicators import measures
from ecosystem.kinds.action_plan.model import ActionPlan, Indicator, Measure, MeasureStatus
from ecosystem.pages.charts.chart import Chart, Charts, Table, about
from ecosystem.pages.charts.stack import Segment, Stack, Stacks, segments_of
from ecosystem.pages.edition import Edition

#: What is done comes first in a bar, what only the plan tells of last.
_ORDER: Final = (MeasureStatus.DONE, MeasureStatus.STARTED, MeasureStatus.DROPPED, MeasureStatus.PLANNED)


def charts(edition: Edition) -> Charts:
    """Return the chart of the measures of every plan that has any, and of its metrics with several readings."""
    found: dict[str, partial[Chart]] = {}
    for plan in edition.ecosystem.of(ActionPlan).values():
        if any(measures(area) for area in plan.focus_areas):
            found[measures_name(plan)] = partial(measures_chart, edition, plan)
        for metric in plan.metrics:
            for indicator in metric.indicators:
                if len(indicator.readings) > 1:
                    found[trend_name(plan, indicator)] = partial(trend_chart, edition, plan, indicator)
    return found


def measures_name(plan: ActionPlan) -> str:
    """Return the name of the chart of the measures of *plan*."""
    return f"plan-{plan.id}-measures"


def trend_name(plan: ActionPlan, indicator: Indicator) -> str:
    """Return the name of the chart of an *indicator* of *plan*."""
    return f"plan-{plan.id}-metric-{indicator.id}"


def trend_chart(edition: Edition, plan: ActionPlan, indicator: Indicator) -> Chart:
    """Return the chart of the readings of an *indicator* of *plan*."""
    growth = Growth(indicator, indicator.readings)
    return growth_chart(edition, trend_name(plan, indicator), growth, edition.record_path("action_plan", plan.id))


def measures_chart(edition: Edition, plan: ActionPlan) -> Chart:
    """Return how many measures of *plan*, which has some, are in which state: in all, and by focus area."""
    say, count, choice = edition.interface.say, edition.interface.count, edition.interface.choice
    everything = [measure for area in plan.focus_areas for measure in measures(area)]
    drawing = Stacks(
        [
            Stack(say("plan.all_areas"), measure_shares(everything)),
            *(
                Stack(area.title, measure_shares(measures(area)), area.id, tint)
                for tint, area in enumerate(plan.focus_areas, start=1)
            ),
        ]
    )
    counts = Counter(measure.status for measure in everything)
    done, started = (edition.formats.number(counts[one]) for one in (MeasureStatus.DONE, MeasureStatus.STARTED))
    states = drawing.states
    return Chart(
        name=measures_name(plan),
        finding=count("plan.finding", len(everything), done=done, started=started),
        about=about(edition, say("plan.by_area"), say("chart.number"), edition.formats.date(plan.updated)),
        drawing=drawing,
        table=Table(
            (say("plan.focus_area"), *(choice(state) for state in states), say("chart.total")),
            [
                (
                    stack.label,
                    *(sum(one.count for one in stack.segments if one.state is state) for state in states),
                    stack.count,
                )
                for stack in drawing.stacks
            ],
        ),
        page=edition.record_path("action_plan", plan.id),
        note=say("plan.states_as_of"),
    )


def measure_shares(chosen: Iterable[Measure]) -> tuple[Segment, ...]:
    """Return how many of the *chosen* measures are in each state that occurs, the most finished first."""
    counts = Counter(measure.status for measure in chosen)
    return segments_of({status: counts[status] for status in _ORDER if counts[status]})
