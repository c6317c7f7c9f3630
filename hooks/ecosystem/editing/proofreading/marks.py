"""Quotation marks, dashes, spaces and numbers are those of each language."""

import re
from collections.abc import Iterator
from typing import Final

from ecosystem.editing.proofreading.passages import Passage
from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem, quote

#: What is wrong in every language and has a message of its own.
_EVERYWHERE: Final = {
    "two_spaces": re.compile(r"(?<=\S)  +(?=\S)"),
    "space_before_mark": re.compile(r"\w [,;:?!.](?=\s|$)"),
    "two_full_stops": re.compile(r"(?<!\.)\.\.(?!\.)"),
}

#: What is wrong in every language, with what is right.
_ALIKE: Final = {
    "…": re.compile(r"\.\.\."),
    " – ": re.compile(r"(?<=[^\W\d_]) - (?=\w)|(?<=\s)--(?=\s)"),
    "9–10": re.compile(r"(?<![\w/.:-])\d{1,2}-\d{1,2}(?![\w/-])(?!\.\d)"),
}

_QUOTES: Final = "”…”"
_APOSTROPHE: Final = "’"

#: What is wrong in one language and right in another, with what is right in this one.
_OF_LANGUAGE: Final[dict[Language, dict[str, re.Pattern[str]]]] = {
    "fi": {
        _QUOTES: re.compile(r"[“„«»\"]"),
        _APOSTROPHE: re.compile(r"\w'\w"),
        "2,3": re.compile(r"(?<![\d.])\d+\.\d+(?= (?:prosent|miljoon|euro|%))"),
        "45 %": re.compile(r"\d%"),
        "1 500": re.compile(r"\d,\d{3}\b"),
        "klo 8.30": re.compile(r"\bklo \d{1,2}:\d\d"),
        "7.3.2025": re.compile(r"\b(?:0\d\.\d{1,2}|\d{1,2}\.0\d)\.\d{4}"),
    },
    "sv": {
        _QUOTES: re.compile(r"[“„«»\"]"),
        _APOSTROPHE: re.compile(r"\w'\w"),
        "2,3": re.compile(r"(?<![\d.])\d+\.\d+(?= (?:procent|miljon|euro|%))"),
        "45 %": re.compile(r"\d%"),
        "1 500": re.compile(r"\d,\d{3}\b"),
        "kl. 8.30": re.compile(r"\bkl \d"),
        "den 7 mars 2025": re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\. (?:januari|februari|mars|april|maj|ju)"),
    },
    "en": {
        "“…”": re.compile(r"[„«»\"]|(?<!\w)‘|(?<!\w)”\w|\w“"),
        _APOSTROPHE: re.compile(r"\w'(?=\w|\s)"),
        "2.3": re.compile(r"\d,\d{1,2}(?!\d)(?= (?:per cent|million|%))"),
        "45%": re.compile(r"\d[ \u00a0]%"),
        "1,500": re.compile(r"(?<!\d )(?<!\d)\d{1,3}[ \u00a0]\d{3}\b(?! ?\d)"),
        "7 March 2025": re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}|\b(?:January|March|April|June|July) \d{1,2}, \d"),
    },
}

#: Of these a text must have one if any of its marks is wrong: most texts have none, and are looked through once.
#: Each begins with characters that are named, which is what makes the search quick.
_NOTEWORTHY: Final = re.compile(r"  | [,;:?!.-]|\.\.|--|[0-9](?:[-.,:%]|[ \u00a0][0-9%])|[“„«»\"'‘”]|l [0-9]")

#: Marks of Markdown at the beginning of a line, and tables.
_MARKUP: Final = re.compile(r"^ *(?:[-*|#>]+|\d+\.) +|^\|.*$", re.MULTILINE)
_NEW_LINE: Final = re.compile(r"\s*\n\s*")

#: As much of the text before a mark shows where it is.
_BEFORE: Final = 30


def wrong_marks(passage: Passage) -> Iterator[Problem]:
    """Yield a warning for each kind of mark in *passage* that its language writes otherwise."""
    if not _NOTEWORTHY.search(passage.text):
        return
    text = _NEW_LINE.sub(" ", _MARKUP.sub("", passage.seen))
    for code, rule in _EVERYWHERE.items():
        if match := rule.search(text):
            yield passage.warn(code, found=_found(text, match))
    for right, rule in (_ALIKE | _OF_LANGUAGE[passage.language]).items():
        if match := rule.search(text):
            yield passage.warn("mark_of_language", found=_found(text, match), right=right.strip())


def _found(text: str, match: re.Match[str]) -> str:
    """Return the words in which *match* stands: whole words, as many as show the place."""
    start = text.rfind(" ", 0, max(0, match.start() - _BEFORE)) + 1
    end = text.find(" ", match.end())
    return quote(text[start : end if end >= 0 else len(text)].strip())
