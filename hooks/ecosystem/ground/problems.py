"""What is wrong with the data, and where.

Rules and readers yield `Problem`s; they never print and never stop at the first one. A problem
carries a code and the values of its message, so that `ecosystem.words.messages` can say it in any language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

NO_DETAILS: Final[Mapping[str, str]] = MappingProxyType({})

#: Values quoted in a message are cut after this many characters.
LONGEST_QUOTE: Final = 60

#: So many findings of one file are said: who has more has one cause for many of them.
MOST_OF_A_FILE: Final = 1000


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, how bad, which message, and the values that the message names."""

    place: Place
    code: str
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)
    severity: Severity = Severity.ERROR


def quote(value: object) -> str:
    """Return *value* as it may be printed: one line, short, with nothing a terminal would obey."""
    text = str(value)
    shown = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return printable(shown)


def printable(text: str) -> str:
    """Return *text* on one line, with nothing that a terminal or a program that reads its lines would obey."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )


def has_errors(problems: list[Problem]) -> bool:
    """Tell whether any of *problems* stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_reading_order(problems: list[Problem]) -> list[Problem]:
    """Return *problems* file by file, top to bottom, each once; of very many of one file the first, and their number.

    Errors are then worth more than warnings, so that the file stays one that has errors.
    """
    unique = {(p.place, p.code, tuple(sorted(p.details.items()))): p for p in problems}
    by_file: dict[str, list[Problem]] = {}
    for problem in sorted(unique.values(), key=lambda p: (p.place, p.code)):
        by_file.setdefault(problem.place.file, []).append(problem)
    return [problem for found in by_file.values() for problem in _first(found)]


def _first(found: list[Problem]) -> list[Problem]:
    """Return *found*, all of one file, or the worst and then first of them and how many more there are."""
    if len(found) <= MOST_OF_A_FILE:
        return found
    worst = sorted(found, key=lambda problem: problem.severity is not Severity.ERROR)[:MOST_OF_A_FILE]
    more = Problem(
        Place(found[0].place.file), "more_problems", {"number": str(len(found) - MOST_OF_A_FILE)}, worst[0].severity
    )
    return [*sorted(worst, key=lambda problem: (problem.place, problem.code)), more]
