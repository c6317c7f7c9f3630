"""What the pages of action plans show: all plans at a glance, and one in full."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.action_plan.overview import compared_indicators, metrics_overview, plan_overview
from ecosystem.kinds.laws.measures import laws_by_measure
from ecosystem.pages.edition import Edition


def action_plan(edition: Edition) -> Mapping[str, Any]:
    """Return all plans at a glance, the latest first, and their indicators side by side; one alone in full."""
    plans = sorted(edition.ecosystem.of(ActionPlan).values(), key=lambda plan: plan.year, reverse=True)
    return {
        "plans": [plan_overview(edition, plan) for plan in plans],
        "compared": compared_indicators(edition, plans),
        "only": more(edition, plans[0]) if len(plans) == 1 else None,
    }


def more(edition: Edition, plan: ActionPlan) -> Mapping[str, Any]:
    """Return the metrics of the plan, the states of its measures, and the laws that concern them."""
    return {
        "metrics": metrics_overview(edition, plan),
        "overview": plan_overview(edition, plan),
        "laws": laws_by_measure(edition),
    }
