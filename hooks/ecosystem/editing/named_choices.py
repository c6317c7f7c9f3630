"""What an editor may have meant who wrote a choice or a field by its name in a language: yritys, laji."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ecosystem.editing.changes.describe import Words
from ecosystem.ground.problems import Problem
from ecosystem.ground.suggestion import SHORTEST_START, nearest

_CHOICES: Final = ("choice.", "rhythm.day.")
_FIELDS: Final = ("field.",)


def with_meant(problems: Iterable[Problem], languages: Iterable[Words]) -> list[Problem]:
    """Return *problems*; those of an unknown choice or field get as suggestion what is called so in a language.

    A field that is there under such a name is not missing besides.
    """
    found = list(problems)
    if not any(map(_is_of_a_name, found)):
        return found  # nothing to look up, so no words are read
    words = tuple(languages)
    named: list[Problem] = []
    for problem in found:
        named.append(_with_meant(problem, words) if _is_of_a_name(problem) else problem)
        if problem.code == "field_unknown" and named[-1] is not problem:
            _drop_missing(named, named[-1])
    return named


def _is_of_a_name(problem: Problem) -> bool:
    return "suggestion" not in problem.details and problem.code in ("choice_unknown", "field_unknown")


def _with_meant(problem: Problem, languages: tuple[Words, ...]) -> Problem:
    details = problem.details
    if problem.code == "choice_unknown":
        known = details["choices"].split(", ")
        meant = _called(details["value"], known, [words.site for words in languages], _CHOICES)
        return replace(problem, details={**details, "suggestion": meant}) if meant else problem
    meant = _called(details["field"], details["known"].split(", "), [words.editing for words in languages], _FIELDS)
    if meant is None:
        return problem
    return replace(problem, code="field_misspelt", details={"field": details["field"], "suggestion": meant})


def _drop_missing(named: list[Problem], unknown: Problem) -> None:
    """Take out of *named* the finding that the field is missing which *unknown* turned out to be."""
    for index in range(len(named) - 1, -1, -1):
        other = named[index]
        is_missing = other.code in ("field_missing", "field_missing_here") and other.place.file == unknown.place.file
        if is_missing and other.details["key"] == unknown.details["suggestion"]:
            del named[index]
            return


def _called(name: str, known: list[str], wordings: list[Mapping[str, str]], families: tuple[str, ...]) -> str | None:
    """Return the one of *known* that is called *name* in one of *wordings*, whose keys begin with one of *families*.

    Else the only one whose name begins so, or one of whose words is so called.
    """
    values = {
        _folded(text): value
        for words in wordings
        for key, text in words.items()
        if key.startswith(families) and (value := key.rpartition(".")[2]) in known
    }
    asked = _folded(name)
    if asked in values:
        return values[asked]
    near = nearest(asked, values)
    if near is not None:
        return values[near]
    within = {value for text, value in values.items() if any(word.startswith(asked) for word in text.split())}
    return within.pop() if len(within) == 1 and len(asked) >= SHORTEST_START else None


def _folded(name: str) -> str:
    """Return *name* in small letters without their marks: whose keyboard lacks ä writes a."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
