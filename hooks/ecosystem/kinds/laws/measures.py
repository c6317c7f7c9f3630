"""Which measures of action plans laws concern, both ways."""

from collections import defaultdict
from collections.abc import Mapping

from ecosystem.ground.uses import once
from ecosystem.kinds.action_plan.indicators import measures
from ecosystem.kinds.action_plan.model import ActionPlan, Measure
from ecosystem.kinds.laws.model import Law
from ecosystem.pages.edition import Edition


def measures_of(edition: Edition, law: Law) -> tuple[tuple[ActionPlan, Measure], ...]:
    """Return the measures that *law* concerns, each with the latest plan that has it, in the order of the law."""
    found: dict[str, tuple[ActionPlan, Measure]] = {}
    for plan in sorted(edition.ecosystem.of(ActionPlan).values(), key=lambda one: one.year):
        found |= {measure.id: (plan, measure) for area in plan.focus_areas for measure in measures(area)}
    return tuple(found[name] for name in law.measures if name in found)


@once
def laws_by_measure(edition: Edition) -> Mapping[str, tuple[Law, ...]]:
    """Return the laws that concern each measure, by name."""
    found: dict[str, list[Law]] = defaultdict(list)
    for law in edition.by_name(edition.ecosystem.of(Law).values()):
        for name in law.measures:
            found[name].append(law)
    return {name: tuple(laws) for name, laws in found.items()}
