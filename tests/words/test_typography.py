"""Quotation marks, dashes, spaces and numbers are those of each language, in all words of the code."""

import re
from collections.abc import Iterator
from typing import Final

from ecosystem.editing.proofreading.marks import wrong_marks
from ecosystem.editing.proofreading.passages import Passage
from ecosystem.ground.problems import Problem
from prose import words_of_the_code

#: Messages of the command line name single characters; in English they quote with the mark of the keyboard.
TYPED: Final = re.compile(r"strings/(?:messages|commands|editing)/")


def faults(passage: Passage) -> Iterator[Problem]:
    """Yield what a proofreader would mark in *passage*, but for what is typed as plain text."""
    for problem in wrong_marks(passage):
        right = problem.details.get("right")
        if TYPED.match(passage.place.file):
            if right == "”…”":
                yield problem
        elif not (passage.place.file.startswith("EDITING") and right == "’"):
            yield problem


def test_the_marks_are_those_of_the_language() -> None:
    assert [problem for one in words_of_the_code() for problem in faults(one)] == []
