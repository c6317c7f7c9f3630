"""What the page of questions shows: those with an answer, and those that are open."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.kinds.questions.model import Question
from ecosystem.pages.edition import Edition


def questions(edition: Edition) -> Mapping[str, Any]:
    """Return the questions with an answer, and those without; in all languages in the order of the file.

    By their first words they would stand in another order in each language, and tell nobody where to look.
    """
    listed = edition.ecosystem.of(Question).values()
    return {
        "answered": [one for one in listed if one.answer is not None],
        "open": [one for one in listed if one.answer is None],
    }


def answered_first(edition: Edition) -> Sequence[Question]:
    """Return all questions, those with an answer in front."""
    return sorted(edition.ecosystem.of(Question).values(), key=lambda one: one.answer is None)
