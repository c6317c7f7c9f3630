"""The rules of action plans."""

from collections.abc import Iterator
from typing import Final

from ecosystem.ground.problems import Problem, Severity
from ecosystem.kinds.action_plan.model import ActionPlan, MeasureStatus
from ecosystem.pages.addresses import EVERY_RECORD_ANCHORS
from ecosystem.records.load import LoadedData

#: Anchors of the page of a plan: the id of a part of it is an anchor beside them.
PLAN_ANCHORS: Final = EVERY_RECORD_ANCHORS | {"glance", "metrics", "measures", "contacts"}


def plan_ids_are_unique(data: LoadedData) -> Iterator[Problem]:
    """An id names one focus area, part, measure, metric or indicator of its plan: it is an anchor of the page."""
    for entry in data["action_plan"].entries:
        plan: ActionPlan = entry.record
        paths: dict[str, tuple[str | int, ...]] = {}
        for path, name in _plan_ids(plan):
            if name in PLAN_ANCHORS:
                yield Problem(entry.place(*path), "id_of_the_page", {"id": name})
            if name in paths:
                line = str(entry.place(*paths[name]).line)
                yield Problem(entry.place(*path), "id_twice", {"id": name, "first_line": line})
            paths.setdefault(name, path)


def states_have_later_sources(data: LoadedData) -> Iterator[Problem]:
    """A state other than that of the plan is known from a source that is later than the plan."""
    for entry in data["action_plan"].entries:
        plan: ActionPlan = entry.record
        for a, area in enumerate(plan.focus_areas):
            for p, part in enumerate(area.parts):
                for m, measure in enumerate(part.measures):
                    if measure.status is not MeasureStatus.PLANNED and not measure.later:
                        path = ("focus_areas", a, "parts", p, "measures", m, "status")
                        details = {"field": "status", "value": measure.status.value}
                        yield Problem(entry.place(*path), "measure_without_later", details, Severity.WARNING)


def _plan_ids(plan: ActionPlan) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for a, area in enumerate(plan.focus_areas):
        yield ("focus_areas", a, "id"), area.id
        for p, part in enumerate(area.parts):
            yield ("focus_areas", a, "parts", p, "id"), part.id
            for m, measure in enumerate(part.measures):
                yield ("focus_areas", a, "parts", p, "measures", m, "id"), measure.id
    for m, metric in enumerate(plan.metrics):
        yield ("metrics", m, "id"), metric.id
        for i, indicator in enumerate(metric.indicators):
            yield ("metrics", m, "indicators", i, "id"), indicator.id
