"""Say a problem in an editor's language. The words are in `strings/messages/`, keyed by problem code."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem
from ecosystem.words.wording import read_words


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language."""

    words: Mapping[str, str]

    def text(self, problem: Problem) -> str:
        """Return what is wrong and how to mend it, without the place."""
        text = self.words[problem.code].format_map(_Details(problem.details))
        suggestion = problem.details.get("suggestion")
        if suggestion is None:
            return text
        return f"{text}. {self.words['did_you_mean'].format(suggestion=suggestion)}"

    def line(self, problem: Problem) -> str:
        """Return the whole message as a compiler would print it: file:line:column: severity: text."""
        return f"{problem.place}: {problem.severity}: {self.text(problem)}"


class _Details(dict[str, str]):
    """Details by name; one that a problem does not have is left out, so that a message is never lost."""

    def __missing__(self, key: str) -> str:
        return "…"


def read_messages(strings: Path, language: Language) -> Messages:
    """Return the messages in *language* from the folder *strings*."""
    return Messages(read_words(strings / "messages" / f"{language}.yaml"))
