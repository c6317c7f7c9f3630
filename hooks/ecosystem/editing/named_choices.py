"""What an editor may have meant who wrote a choice or a field by its name in a language: yritys, laji."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ecosystem.editing.changes.describe import Words
from ecosystem.ground.problems import Problem

_CHOICE: Final = "choice."
_FIELD: Final = "field."


def with_meant(problems: Iterable[Problem], languages: Iterable[Words]) -> list[Problem]:
    """Return *problems*; those of an unknown choice or field get as suggestion what is called so in a language."""
    found = list(problems)
    if not any(map(_is_of_a_name, found)):
        return found  # nothing to look up, so no words are read
    words = tuple(languages)
    return [_with_meant(problem, words) if _is_of_a_name(problem) else problem for problem in found]


def _is_of_a_name(problem: Problem) -> bool:
    return "suggestion" not in problem.details and problem.code in ("choice_unknown", "field_unknown")


def _with_meant(problem: Problem, languages: tuple[Words, ...]) -> Problem:
    details = problem.details
    if problem.code == "choice_unknown":
        meant = _called(details["value"], details["choices"].split(", "), [words.site for words in languages], _CHOICE)
    else:
        meant = _called(details["field"], details["known"].split(", "), [words.editing for words in languages], _FIELD)
    return replace(problem, details={**details, "suggestion": meant}) if meant else problem


def _called(name: str, known: list[str], wordings: list[Mapping[str, str]], family: str) -> str | None:
    """Return the one of *known* that is called *name* in one of *wordings*, whose keys begin with *family*."""
    for words in wordings:
        for key, text in words.items():
            if key.startswith(family) and text.casefold() == name.casefold() and key.rpartition(".")[2] in known:
                return key.rpartition(".")[2]
    return None
