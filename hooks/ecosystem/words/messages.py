"""Say a problem in an editor's language. The words are in `strings/messages/`, keyed by problem code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem
from ecosystem.words.wording import choice_family, read_words


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language."""

    words: Mapping[str, str]
    #: Gives the site's words, in which values of choices have names; without it, the values stand for themselves.
    site: Callable[[], Mapping[str, str]] | None = None

    def text(self, problem: Problem) -> str:
        """Return what is wrong and how to mend it, without the place."""
        text = self.words[problem.code].format_map(_Details(self._with_names(problem.details)))
        suggestion = problem.details.get("suggestion")
        if suggestion is None:
            return text
        return f"{text}. {self.words['did_you_mean'].format(suggestion=suggestion)}"

    def _with_names(self, details: Mapping[str, str]) -> Mapping[str, str]:
        """Return *details* with the values of a choice followed by their names: `company (yritys)`."""
        if self.site is None or "choice" not in details:
            return details
        names, family = self.site(), choice_family(details["choice"])
        values = details["choices"].split(", ")
        named = (f"{one} ({name})" if (name := names.get(family + one)) else one for one in values)
        return {**details, "choices": ", ".join(named)}

    def line(self, problem: Problem) -> str:
        """Return the whole message as a compiler would print it: file:line:column: severity: text."""
        return f"{problem.place}: {problem.severity}: {self.text(problem)}"


class _Details(dict[str, str]):
    """Details by name; one that a problem does not have is left out, so that a message is never lost."""

    def __missing__(self, key: str) -> str:
        return "…"


def read_messages(strings: Path, language: Language) -> Messages:
    """Return the messages in *language* from the folder *strings*. In English the values of choices are words."""
    site = None if language == "en" else partial(read_words, strings / f"{language}.yaml")
    return Messages(read_words(strings / "messages" / f"{language}.yaml"), site)
