"""The form by which a new value of an indicator is told."""

from collections.abc import Iterator, Mapping
from typing import Final, cast

from ecosystem.editing.forms.request_form import SOURCE, RequestForm, Requests, Target
from ecosystem.editing.forms.requests import with_source
from ecosystem.editing.yaml_text import Plain
from ecosystem.kinds.action_plan.model import ActionPlan, Reading
from ecosystem.records.ecosystem import Ecosystem


def _indicators(ecosystem: Ecosystem) -> Iterator[Target]:
    """Yield the indicators of the latest plan whose values are typed in."""
    plans = [plan for plan in ecosystem.collection("action_plan").values() if isinstance(plan, ActionPlan)]
    for plan in sorted(plans, key=lambda one: one.id)[-1:]:
        for metric in plan.metrics:
            for indicator in metric.indicators:
                if indicator.computed is None:
                    yield Target(plan.id, indicator.title, indicator.id)


def _with_reading(answers: Mapping[str, Plain], record: Mapping[str, Plain], item: str) -> Mapping[str, Plain]:
    """Return the metrics of *record* with the reading that *answers* tell of at the indicator *item*."""
    today = str(answers["today"])
    told = {field: value for field, value in answers.items() if field in ("date", "comparator", "value")}
    reading = {**told, "sources": with_source(None, str(answers.get(SOURCE, "")), today)}

    def with_it(part: Plain) -> Plain:
        """Return *part* of the plan with the reading where the indicator is."""
        if isinstance(part, str):
            return part
        if not isinstance(part, Mapping):
            return [with_it(inner) for inner in part]
        if part.get("id") != item:
            return {name: with_it(value) for name, value in part.items()}
        readings = [dict(one) for one in part.get("readings", ()) if isinstance(one, Mapping)]
        others = [one for one in readings if one.get("date") != reading.get("date")]
        return {**part, "readings": cast("Plain", sorted([*others, reading], key=lambda one: str(one["date"])))}

    return {"metrics": with_it(record["metrics"])}


PLAN_REQUESTS: Final = Requests(
    (
        RequestForm(
            name="reading",
            targets=_indicators,
            part=Reading,
            fields=("date", "value", "comparator"),
            required=("date", "value"),
            change=_with_reading,
        ),
    )
)
