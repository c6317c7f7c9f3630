"""The questions of the demonstration: most of them are answered."""

from collections.abc import Sequence
from typing import Final

from ecosystem.editing.demonstration import CHANGED, SOURCE, Fields, Made, provenance, text
from ecosystem.kinds.pilots.demonstration import about

QUESTIONS: Final = 24
#: Every so many questions one is open.
_OPEN: Final = 4


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return the questions."""
    return [_question(made, number) for number in range(1, QUESTIONS + 1)]


def _question(made: Made, number: int) -> Fields:
    fields: Fields = {
        "id": f"keksitty-{number:02}",
        "question": about(made.words, "question.question", number),
        "asked_of": text(made.words, "question.asked_of"),
        "asked_in": SOURCE,
    }
    if number % _OPEN:
        fields["answer"] = text(made.words, "question.answer")
        fields["answered_on"] = CHANGED
    return fields | provenance()
