"""Is a word spelt right? Voikko answers for Finnish, a Hunspell dictionary for Swedish and for English.

English is British here: a form that codespell's list calls American is wrong, its British pair right. The dictionaries
are those of the environment of the tests, and take seconds to read: only who asks for the spelling waits for them.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from importlib.metadata import files
from pathlib import Path
from typing import Any, Final

from ecosystem.ground.languages import Language

#: The ending of a genitive: `DigiFinlands`, `the county's`; in Finnish, all endings behind a colon: `THL:ssä`.
GENITIVE: Final[dict[Language, re.Pattern[str]]] = {
    "fi": re.compile(r":\w+$"),
    "sv": re.compile(r":?s$"),
    "en": re.compile(r"'s$"),
}


def load_dictionaries(languages: Iterable[Language]) -> None:
    """Read the dictionaries of *languages*; ImportError where one is not installed."""
    for language in languages:
        _HAS[language]("a")


def _folder_of(package: str) -> Path:
    return Path(str(import_module(package).__file__)).parent


def _dictionary(path: Path) -> Any:
    return import_module("spylls.hunspell").Dictionary.from_files(str(path))


@cache
def _swedish() -> Any:
    """Return the dictionary that the package hunspell-sv installs."""
    found = next(path for path in files("hunspell-sv") or [] if path.name == "sv_SE.dic")
    return _dictionary(Path(str(found.locate())).resolve().with_suffix(""))


@cache
def _english() -> Any:
    """Return the dictionary that spylls brings along."""
    return _dictionary(_folder_of("spylls") / "hunspell" / "data" / "en" / "en_US")


@cache
def _british() -> dict[str, str]:
    """Return British forms, each with its American pair."""
    path = _folder_of("codespell_lib") / "data" / "dictionary_en-GB_to_en-US.txt"
    pairs = (line.split("->") for line in path.read_text(encoding="utf-8").splitlines())
    return {ours.strip(): theirs.strip(" ,") for ours, theirs in pairs}


@cache
def _american() -> frozenset[str]:
    """Return the American forms that have a British pair."""
    return frozenset(_british().values())


@cache
def _finnish_has(form: str) -> bool:
    return bool(import_module("pyvoikko").analyse(form))


@cache
def _swedish_has(form: str) -> bool:
    return bool(_swedish().lookup(form))


@cache
def _english_has(form: str) -> bool:
    small = form.lower()
    return small in _british() or (small not in _american() and bool(_english().lookup(form)))


_HAS: Final[dict[Language, Callable[[str], bool]]] = {"fi": _finnish_has, "sv": _swedish_has, "en": _english_has}


def _has(word: str, language: Language) -> bool:
    """Tell whether *word* is known as the middle of a sentence has it, as it stands, or as a name."""
    return any(_HAS[language](form) for form in dict.fromkeys((word.lower(), word, word.capitalize())))


@cache
def is_known(word: str, language: Language) -> bool:
    """Tell whether the dictionary of *language* has *word*, or every part of it between hyphens."""
    plain = word.replace("’", "'")
    stems = dict.fromkeys((plain, GENITIVE[language].sub("", plain)))
    return any(
        _has(stem, language) or ("-" in stem and all(_has(part, language) for part in stem.split("-") if part))
        for stem in stems
    )
