"""Put right what is certain: a value of the wrong shape, or a word for a choice or a field, that means one thing.

Each suggestion is tried alone: it stays if its finding is gone and there are no more than before.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from ecosystem.ground.problems import Problem, Severity
from ecosystem.ground.text import read_text

#: Findings whose suggestion says what was typed in the right form: nothing in it is guessed.
CERTAIN: Final = frozenset(
    {
        "choice_unknown",
        "country_unknown",
        "date_not_in_calendar",
        "date_shape",
        "field_misspelt",
        "flag_shape",
        "html_in_text",
        "letters_damaged",
        "number_shape",
        "partial_date_shape",
        "quotes_around",
        "reference_unknown",
        "time_shape",
        "url_end",
        "url_host_letters",
        "url_tracking",
        "url_wrapped",
    }
)


def certain(problems: Iterable[Problem]) -> list[Problem]:
    """Return those of *problems* that can be put right, the last of each file first: the others keep their places."""
    found = [one for one in problems if one.code in CERTAIN and "suggestion" in one.details and _typed(one)]
    return sorted(found, key=lambda one: one.place, reverse=True)


def fixed(problems: Sequence[Problem], check: Callable[[], Sequence[Problem]]) -> list[Problem]:
    """Write the suggestion of each of *problems* where *check* then no longer finds it; return those written."""
    written: list[Problem] = []
    before = _weight(check())
    for problem in problems:
        path = Path(problem.place.file)
        text, _ = read_text(path, problem.place.file)
        new = _with_suggestion(text, problem) if text is not None else None
        if text is None or new is None:
            continue
        path.write_bytes(new.encode("utf-8"))
        found = check()
        is_gone = all((one.place, one.code) != (problem.place, problem.code) for one in found)
        if is_gone and _weight(found) <= before:
            before = _weight(found)
            written.append(problem)
        else:
            path.write_bytes(text.encode("utf-8"))
    return written


def _weight(problems: Sequence[Problem]) -> tuple[int, int]:
    errors = sum(one.severity is Severity.ERROR for one in problems)
    return errors, len(problems) - errors


def _typed(problem: Problem) -> str:
    """Return what was typed, as *problem* quotes it; empty when it quotes only a part."""
    value = problem.details.get("field" if problem.code == "field_misspelt" else "value", "")
    return "" if value.endswith("…") or problem.details["suggestion"].endswith("…") else value


def _with_suggestion(text: str, problem: Problem) -> str | None:
    """Return *text* with the suggestion in place of what was typed; None where that does not stand at the place."""
    lines = text.split("\n")
    line = lines[problem.place.line - 1]
    at, typed = problem.place.column - 1, _typed(problem)
    suggestion = problem.details["suggestion"]
    if problem.code in ("url_wrapped", "url_tracking", "url_end", "letters_damaged"):
        typed = line[at:].strip()  # the suggestion is for the whole value, of which the message quotes a part
    if line.find(typed, at) < 0 or (problem.code == "letters_damaged" and ": " in typed):
        return None
    lines[problem.place.line - 1] = line[:at] + line[at:].replace(typed, suggestion, 1)
    return "\n".join(lines)
