"""The cases of the demonstration: in all regions, stages and uses."""

from collections.abc import Sequence
from typing import Final

from ecosystem.editing.demonstration import Fields, Made, provenance, text
from ecosystem.kinds.cases.model import CaseStage
from ecosystem.kinds.pilots.demonstration import TRIED, about, offering_about

CASES: Final = 90


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return the cases."""
    return [_case(made, number) for number in range(1, CASES + 1)]


def _case(made: Made, number: int) -> Fields:
    regions, stage = made.ids["regions"], tuple(CaseStage)[number % len(CaseStage)]
    fields: Fields = {
        "id": f"keksitty-{number:02}",
        "name": about(made.words, "case.name", number),
        "region": regions[number % len(regions)],
        "summary": about(made.words, "case.summary", number),
        "use_cases": [TRIED[number % len(TRIED)][1].value],
        "stage": stage.value,
        "stage_date": f"2026-{number % 11 + 1:02}",
    }
    if stage is not CaseStage.PLANNED:
        fields |= offering_about(made, number)
    if stage is CaseStage.ENDED:
        fields["results"] = text(made.words, "case.result")
    return fields | provenance()
