"""The laws of the demonstration: of every kind, in every stage, some with a day to come."""

from collections.abc import Sequence
from typing import Final

from ecosystem.editing.demonstration import Fields, Made, provenance, text
from ecosystem.kinds.laws.model import Affected, LawKind, LawStage
from ecosystem.kinds.pilots.demonstration import about

LAWS: Final = 24


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return the laws."""
    return [_law(made, number) for number in range(1, LAWS + 1)]


def _law(made: Made, number: int) -> Fields:
    kinds, stages, affected = tuple(LawKind), tuple(LawStage), tuple(Affected)
    fields: Fields = {
        "id": f"keksitty-{number:02}",
        "name": about(made.words, "law.name", number),
        "identifier": text(made.words, "law.identifier", number=number),
        "kind": kinds[number % len(kinds)].value,
        "stage": stages[number % len(stages)].value,
        "stage_date": f"2026-{number % 10 + 1:02}-05",
        "summary": text(made.words, "law.summary"),
        "affects": [affected[number % len(affected)].value],
        "milestones": [
            {"date": f"2026-{number % 10 + 1:02}-05", "title": text(made.words, "law.milestone.0")},
            {"date": f"2027-{number % 12 + 1:02}", "title": text(made.words, "law.milestone.1")},
        ],
    }
    return fields | provenance()
