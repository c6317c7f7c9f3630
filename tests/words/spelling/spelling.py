"""Is a word spelt right? Voikko answers for Finnish, a Hunspell dictionary for Swedish and for English.

English is British here: a form that codespell's list calls American is wrong, its British pair right.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Final

import codespell_lib
import pyvoikko
import spylls
from spylls.hunspell import Dictionary

from ecosystem.ground.languages import Language

#: The ending of a genitive: `DigiFinlands`, `the county's`; in Finnish, all endings behind a colon: `THL:ssä`.
GENITIVE: Final[dict[Language, re.Pattern[str]]] = {
    "fi": re.compile(r":\w+$"),
    "sv": re.compile(r":?s$"),
    "en": re.compile(r"'s$"),
}


@cache
def swedish() -> Dictionary:
    """Return the dictionary that the package hunspell-sv installs."""
    found = next(path for path in files("hunspell-sv") or [] if path.name == "sv_SE.dic")
    return Dictionary.from_files(str(Path(str(found.locate())).resolve().with_suffix("")))


@cache
def english() -> Dictionary:
    """Return the dictionary that spylls brings along."""
    return Dictionary.from_files(str(Path(spylls.__file__).parent / "hunspell" / "data" / "en" / "en_US"))


@cache
def british() -> dict[str, str]:
    """Return British forms, each with its American pair."""
    path = Path(codespell_lib.__file__).parent / "data" / "dictionary_en-GB_to_en-US.txt"
    pairs = (line.split("->") for line in path.read_text(encoding="utf-8").splitlines())
    return {ours.strip(): theirs.strip(" ,") for ours, theirs in pairs}


@cache
def american() -> frozenset[str]:
    """Return the American forms that have a British pair."""
    return frozenset(british().values())


def _forms(word: str) -> Iterable[str]:
    """Return *word* as the middle of a sentence has it, as it stands, and as a name; the likeliest first."""
    return dict.fromkeys((word.lower(), word, word.capitalize()))


@cache
def _finnish_has(form: str) -> bool:
    return bool(pyvoikko.analyse(form))


@cache
def _swedish_has(form: str) -> bool:
    return bool(swedish().lookup(form))


def _english_has(form: str) -> bool:
    small = form.lower()
    return small in british() or (small not in american() and bool(english().lookup(form)))


_HAS: Final[dict[Language, Callable[[str], bool]]] = {"fi": _finnish_has, "sv": _swedish_has, "en": _english_has}


def _has(word: str, language: Language) -> bool:
    return any(_HAS[language](form) for form in _forms(word))


@cache
def is_known(word: str, language: Language) -> bool:
    """Tell whether the dictionary of *language* has *word*, or every part of it between hyphens."""
    plain = word.replace("’", "'")
    stems = dict.fromkeys((plain, GENITIVE[language].sub("", plain)))
    return any(
        _has(stem, language) or ("-" in stem and all(_has(part, language) for part in stem.split("-") if part))
        for stem in stems
    )
