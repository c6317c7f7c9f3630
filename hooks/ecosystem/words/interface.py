"""The interface's words in one language, from `strings/<language>.yaml`.

A key is written whole where it is used, so that it can be found by searching. Two families are built:
`choice.<type>.<value>` names the value of a choice of the model, and `<key>.one` / `<key>.other` are the forms
of a counted phrase.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from babel import Locale

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.uses import note
from ecosystem.words.wording import choice_family, read_words

#: Swedish as in Finland and English as in Britain: dates and numbers differ from the language's default.
LOCALES: Mapping[Language, str] = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of one language."""

    language: Language
    words: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return the text called *key* with *values* in its placeholders; raise `KeyError` if there is none."""
        note("word", self.language, key)
        text = self.words[key]
        return text.format(**values) if values else text

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the form of the phrase *key* for *number*, which its placeholder ``{count}`` shows."""
        return self.say(f"{key}.{_plural_form(number, self.language)}", count=number, **values)

    def of_demonstration(self) -> "Interface":
        """Return the words of a site of made-up data: its name, which stands in every page and file, says so."""
        name = self.say("demo.mark", name=self.say("site.name"))
        return replace(self, words={**self.words, "site.name": name})

    def choice(self, value: StrEnum) -> str:
        """Return the name of a value of a choice: `MemberKind.COMPANY` gives "Company"."""
        key = choice_key(value)
        note("word", self.language, key)
        return self.words[key]


@lru_cache(maxsize=1 << 12)
def _plural_form(number: int, language: Language) -> str:
    return "one" if Locale.parse(LOCALES[language]).plural_form(number) == "one" else "other"


@lru_cache(maxsize=1 << 12, typed=True)  # values of two choices can be equal texts: only their types tell them apart
def choice_key(value: StrEnum) -> str:
    """Return the key of the name of *value*: ``choice.member-kind.company``."""
    return choice_family(type(value).__name__) + value.value


def read_interfaces(strings: Path) -> dict[Language, Interface]:
    """Return the interface in every language, from the folder *strings*."""
    return {language: Interface(language, read_words(strings / f"{language}.yaml")) for language in LANGUAGES}
