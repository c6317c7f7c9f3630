"""An action plan at a glance: how many measures stand where, and how plans of several years compare."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ecosystem.kinds.action_plan.charts import measure_shares, measures_chart, trend_chart
from ecosystem.kinds.action_plan.indicators import IndicatorState, indicator_state, measures
from ecosystem.kinds.action_plan.model import ActionPlan, FocusArea, Indicator, Metric, PlanPart
from ecosystem.kinds.parts import Source
from ecosystem.pages.charts.chart import Chart
from ecosystem.pages.charts.stack import Segment
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Text


@dataclass(frozen=True, slots=True)
class PartOverview:
    """A part of a focus area; what is the same for all its measures is said once."""

    part: PlanPart
    shares: Sequence[Segment]
    sources: Sequence[Source]

    @property
    def own_sources(self) -> Mapping[str, tuple[Source, ...]]:
        """The sources of the measures that rest on more than the part as a whole, by measure."""
        shared = set(self.sources)
        return {
            measure.id: tuple(source for source in measure.sources if source not in shared)
            for measure in self.part.measures
        }


@dataclass(frozen=True, slots=True)
class AreaOverview:
    """A focus area with its tint, its parts and the states of its measures."""

    area: FocusArea
    tint: int
    parts: Sequence[PartOverview]
    shares: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class IndicatorOverview:
    """An indicator with its latest value, and how it has changed once it has two readings."""

    state: IndicatorState
    trend: Chart | None


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """A plan as its page shows it."""

    plan: ActionPlan
    shares: Sequence[Segment]
    areas: Sequence[AreaOverview]
    year_over: bool
    chart: Chart | None

    @property
    def count(self) -> int:
        """The number of all measures."""
        return sum(share.count for share in self.shares)

    @property
    def with_later_information(self) -> int:
        """The number of measures of which a later source says something."""
        return sum(bool(measure.later) for area in self.plan.focus_areas for measure in measures(area))


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    """One indicator in every plan that has it; None where a plan lacks it."""

    title: Text
    states: Sequence[IndicatorState | None]


def plan_overview(edition: Edition, plan: ActionPlan) -> PlanOverview:
    """Return *plan* at a glance."""
    areas = [_area_overview(area, tint) for tint, area in enumerate(plan.focus_areas, start=1)]
    everything = [measure for area in plan.focus_areas for measure in measures(area)]
    return PlanOverview(
        plan=plan,
        shares=measure_shares(everything),
        areas=areas,
        year_over=plan.year < edition.today.year,
        chart=measures_chart(edition, plan) if everything else None,
    )


def metrics_overview(edition: Edition, plan: ActionPlan) -> tuple[tuple[Metric, tuple[IndicatorOverview, ...]], ...]:
    """Return the metrics of *plan*, each with its indicators."""
    return tuple(
        (
            metric,
            tuple(
                IndicatorOverview(
                    indicator_state(indicator, plan, edition.ecosystem),
                    trend_chart(edition, plan, indicator) if len(indicator.readings) > 1 else None,
                )
                for indicator in metric.indicators
            ),
        )
        for metric in plan.metrics
    )


def compared_indicators(edition: Edition, plans: Sequence[ActionPlan]) -> tuple[ComparedIndicator, ...]:
    """Return the indicators of all *plans* in the order of the first plan that has each."""
    by_plan = [{indicator.id: indicator for indicator in _indicators(plan)} for plan in plans]
    titles = {name: indicator.title for indicators in reversed(by_plan) for name, indicator in indicators.items()}
    order = dict.fromkeys(name for indicators in by_plan for name in indicators)
    return tuple(
        ComparedIndicator(
            titles[name],
            tuple(
                indicator_state(indicators[name], plan, edition.ecosystem) if name in indicators else None
                for plan, indicators in zip(plans, by_plan, strict=True)
            ),
        )
        for name in order
    )


def _area_overview(area: FocusArea, tint: int) -> AreaOverview:
    return AreaOverview(
        area=area,
        tint=tint,
        parts=[_part_overview(part) for part in area.parts],
        shares=measure_shares(measures(area)),
    )


def _part_overview(part: PlanPart) -> PartOverview:
    shared = part.measures[0].sources if part.measures else ()
    return PartOverview(
        part=part,
        shares=measure_shares(part.measures),
        sources=[source for source in shared if all(source in measure.sources for measure in part.measures)],
    )


def _indicators(plan: ActionPlan) -> Iterable[Indicator]:
    return (indicator for metric in plan.metrics for indicator in metric.indicators)
