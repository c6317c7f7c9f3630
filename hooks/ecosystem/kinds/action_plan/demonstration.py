"""The plans of the demonstration: with that of the real ecosystem three years, each with measures in every state."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Final

from ecosystem.editing.demonstration import SOURCE, Fields, Made, Words, provenance, text
from ecosystem.editing.yaml_text import Plain
from ecosystem.kinds.action_plan.model import Comparator, MeasureStatus, Unit

_YEARS: Final = (2024, 2026)
_AREAS: Final = 4
_MEASURES: Final = 5
_STATES: Final = (MeasureStatus.PLANNED, MeasureStatus.STARTED, MeasureStatus.DONE, MeasureStatus.DROPPED)


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return the plans."""
    return [_plan(made.words, year) for year in _YEARS]


def _plan(words: Words, year: int) -> Fields:
    states = cycle(_STATES)
    fields: Fields = {
        "id": str(year),
        "title": text(words, "plan.title", year=year),
        "summary": text(words, "plan.summary"),
        "adopted": f"{year}-01-15",
        "focus_areas": [_area(words, year, area, states) for area in range(_AREAS)],
        "metrics": [
            {
                "id": "keksitty-mittari",
                "title": text(words, "plan.metric"),
                "indicators": [_indicator(words, year)],
            }
        ],
    }
    return fields | provenance()


def _area(words: Words, year: int, area: int, states: Iterator[MeasureStatus]) -> Plain:
    part: Fields = {
        "id": f"keksitty-osa-{area}",
        "title": text(words, "plan.part"),
        "measures": [_measure(words, year, area * _MEASURES + place + 1, next(states)) for place in range(_MEASURES)],
    }
    return {
        "id": f"keksitty-suunta-{area}",
        "title": text(words, f"plan.area.{area}"),
        "summary": text(words, "plan.area.summary"),
        "parts": [part],
    }


def _measure(words: Words, year: int, number: int, status: MeasureStatus) -> Plain:
    fields: Fields = {
        "id": f"keksitty-toimenpide-{number}",
        "title": text(words, "plan.measure", number=number),
        "status": status.value,
        "status_date": f"{year}-{number % 9 + 1:02}-20",
    }
    if status is not MeasureStatus.PLANNED:
        later: Fields = {
            "what": text(words, "plan.later"),
            "date": f"{year}-{number % 9 + 1:02}-20",
            "sources": [SOURCE],
        }
        fields["later"] = [later]
    return fields


def _indicator(words: Words, year: int) -> Plain:
    readings: list[Plain] = [
        {
            "date": f"{year}-{month:02}-01",
            "comparator": Comparator.EXACTLY.value,
            "value": str(month * 20),
            "sources": [SOURCE],
        }
        for month in (2, 5, 8, 11)
    ]
    return {
        "id": "keksitty-luku",
        "title": text(words, "plan.indicator"),
        "unit": Unit.ORGANISATIONS.value,
        "target": {"comparator": Comparator.AT_LEAST.value, "value": "250", "deadline": f"{year}-12-31"},
        "readings": readings,
    }
