"""What the page of questions shows: those with an answer, and those that are open."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.questions.model import Question
from ecosystem.pages.edition import Edition


def questions(edition: Edition) -> Mapping[str, Any]:
    """Return the questions in the reader's alphabetical order: with an answer, and without."""
    listed = edition.by_name(edition.ecosystem.of(Question).values())
    return {
        "answered": [one for one in listed if one.answer is not None],
        "open": [one for one in listed if one.answer is None],
    }
