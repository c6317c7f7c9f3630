"""Quotation marks, dashes, spaces and numbers are those of each language, in everything that people read."""

import re
from typing import Final

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from prose import Passage, passages, seen
from workbench import Content

#: What is wrong in every language, with what to write.
EVERYWHERE: Final = {
    "two spaces": re.compile(r"(?<=\S)  +(?=\S)"),
    "a space before a punctuation mark": re.compile(r"\w [,;:?!.](?=\s|$)"),
    "three full stops for an ellipsis": re.compile(r"\.\.\."),
    "a hyphen for a dash": re.compile(r"(?<=[^\W\d_]) - (?=\w)|(?<=\s)--(?=\s)"),
    "a hyphen between two numbers": re.compile(r"(?<![\w/.:-])\d{1,2}-\d{1,2}(?![\w/-])(?!\.\d)"),
    "two full stops": re.compile(r"(?<!\.)\.\.(?!\.)"),
}

#: What is wrong in one language and right in another.
HERE: Final[dict[Language, dict[str, re.Pattern[str]]]] = {
    "fi": {
        "quotation marks: ” on both sides": re.compile(r"[“„«»\"]"),
        "an apostrophe: ’": re.compile(r"\w'\w"),
        "a decimal comma": re.compile(r"(?<![\d.])\d+\.\d+(?= (?:prosent|miljoon|euro|%))"),
        "a space before %": re.compile(r"\d%"),
        "a space between thousands": re.compile(r"\d,\d{3}\b"),
        "a full stop between hours and minutes": re.compile(r"\bklo \d{1,2}:\d\d"),
        "a date as 7.3.2025": re.compile(r"\b(?:0\d\.\d{1,2}|\d{1,2}\.0\d)\.\d{4}"),
    },
    "sv": {
        "quotation marks: ” on both sides": re.compile(r"[“„«»\"]"),
        "an apostrophe: ’": re.compile(r"\w'\w"),
        "a decimal comma": re.compile(r"(?<![\d.])\d+\.\d+(?= (?:procent|miljon|euro|%))"),
        "a space before %": re.compile(r"\d%"),
        "a space between thousands": re.compile(r"\d,\d{3}\b"),
        "kl. before a time": re.compile(r"\bkl \d"),
        "a date as 7 mars 2025": re.compile(
            r"\b\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\. (?:januari|februari|mars|april|maj|ju)"
        ),
    },
    "en": {
        "quotation marks: “ and ”": re.compile(r"[„«»\"]|(?<!\w)‘|(?<!\w)”\w|\w“"),
        "an apostrophe: ’": re.compile(r"\w'(?=\w|\s)"),
        "a decimal point": re.compile(r"\d,\d{1,2}(?!\d)(?= (?:per cent|million|%))"),
        "no space before %": re.compile(r"\d[ \u00a0]%"),
        "a comma between thousands": re.compile(r"(?<!\d )(?<!\d)\d{1,3}[ \u00a0]\d{3}\b(?! ?\d)"),
        "a date as 7 March 2025": re.compile(
            r"\b\d{1,2}\.\d{1,2}\.\d{4}|\b(?:January|March|April|June|July) \d{1,2}, \d"
        ),
    },
}


#: Messages of the command line name single characters; in English they quote with the mark of the keyboard.
TYPED: Final = re.compile(r"strings/(?:messages|commands|editing)/")


def rules(passage: Passage) -> dict[str, re.Pattern[str]]:
    """Return the rules that hold for *passage*."""
    here = HERE[passage.language]
    if TYPED.match(passage.place):
        quotes = {name: rule for name, rule in here.items() if name.startswith("quotation marks")}
        return quotes if passage.language != "en" else {}
    if passage.place.startswith("EDITING"):  # typed as plain text, with the apostrophe of the keyboard
        here = {name: rule for name, rule in here.items() if not name.startswith("an apostrophe")}
    return EVERYWHERE | here


def faults(passage: Passage) -> list[str]:
    """Return what a proofreader would mark in *passage*."""
    text = re.sub(r"^ *(?:[-*|#>]+|\d+\.) +|^\|.*$", "", seen(passage.text), flags=re.MULTILINE)
    text = re.sub(r"\s*\n\s*", " ", text)
    found = ((name, rule.search(text)) for name, rule in rules(passage).items())
    return [
        f"{passage.place} ({passage.language}): {name}, at {text[: match.end()][-40:]!r}"
        for name, match in found
        if match is not None
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_are_those_of_the_language(language: Language, content: Content) -> None:
    assert [line for one in passages(content) if one.language == language for line in faults(one)] == []


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fi", 'Merkintä "ei tiedossa" on väärin.'),
        ("fi", "Liittyneistä 45% on yrityksiä."),
        ("fi", "Rahoitus on 2.3 miljoonaa euroa."),
        ("fi", "Webinaari on klo 8:30."),
        ("fi", "Päivä on 07.03.2025."),
        ("sv", "Det kallas “okänt” här."),
        ("sv", "Det gäller 2.3 miljoner euro."),
        ("sv", "Planen är från 7.3.2025."),
        ("en", "It says ”not known” here."),
        ("en", "It says ‘not known’ here."),
        ("en", "The ecosystem's work."),
        ("en", "It has 1 200 recipients."),
        ("en", "It is 45 % of them."),
        ("en", "Kello on 8-9."),
        ("sv", "Två  mellanslag."),
        ("fi", "Sivu - ja toinen."),
    ],
)
def test_a_planted_fault_is_noticed(language: Language, wrong: str) -> None:
    assert len(faults(Passage("here", language, wrong))) == 1


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("fi", "Rahoitus on 2,3 miljoonaa euroa, ja ”kaikki” maksoivat 45 % klo 8.30–9.30, 7.3.2025."),
        ("sv", "Målet är 1 500 mottagare den 7 mars 2025, kl. 8.30–9.30, och ”allt” är 45 %."),
        ("en", "The “aim” is 1,500 recipients, 2.3 million euros and 45% on 7 March 2025, in members’ words."),
    ],
)
def test_right_marks_are_let_through(language: Language, right: str) -> None:
    assert faults(Passage("here", language, right)) == []
