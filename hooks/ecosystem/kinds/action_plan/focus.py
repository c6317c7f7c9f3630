"""Which focus area of the latest plan concerns what: a group belongs to the areas whose measures name it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.ground.uses import once
from ecosystem.kinds.action_plan.indicators import latest_plan, measures
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Text


@dataclass(frozen=True, slots=True)
class Focus:
    """A focus area of a plan, the path to it, and the number of its tint."""

    title: Text
    path: str
    tint: int


@once
def focus_of_groups(edition: Edition) -> Mapping[str, tuple[Focus, ...]]:
    """Return the focus areas of each working group that a measure of the latest plan names."""
    plan = latest_plan(edition.ecosystem)
    if plan is None:
        return {}
    path = edition.record_path("action_plan", plan.id)
    found: dict[str, list[Focus]] = defaultdict(list)
    for tint, area in enumerate(plan.focus_areas, start=1):
        for group in dict.fromkeys(group for measure in measures(area) for group in measure.workgroups):
            found[group].append(Focus(area.title, f"{path}#{area.id}", tint))
    return {group: tuple(areas) for group, areas in found.items()}
