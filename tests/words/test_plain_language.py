"""The texts are plain: short sentences, headings that say something, and the official terms of each language."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from prose import Passage, data, pages, passages, seen
from workbench import Content

#: Words in a sentence: on average on a page and in the texts of a record, and at most. A Finnish sentence says the
#: same with fewer words.
AVERAGE: Final[dict[Language, int]] = {"fi": 14, "sv": 19, "en": 19}
LONGEST: Final[dict[Language, int]] = {"fi": 28, "sv": 38, "en": 40}

#: Fewer sentences have no average that says anything.
FEW: Final = 3

#: A sentence ends at a mark before a capital letter or the end, or with its paragraph, heading or list item.
END: Final = re.compile(r"(?<=[.!?:])[”“*]*\s+(?=[^\W\d_a-zåäö]|\d)|\n\s*\n|\n\s*(?=[-#|]|\d+\. )")

#: Abbreviations and ordinals whose full stop ends no sentence.
INSIDE: Final = re.compile(r"\b(?:kl|klo|esim|mm|ns|e\.g|i\.e|No|bl\.a|t\.ex|s\.k)\.\s|\b\d{1,2}\.\s(?=[a-zåäö])")

#: What is not the official term, with the one that the glossary and the law give.
NOT_THE_TERM: Final[dict[Language, dict[str, str]]] = {
    "fi": {
        r"hyvinvointialan? tekoäly": "sote-tekoäly",
        r"tekoälylak\w*": "tekoälyasetus",
        r"\bAI-ekosysteemi": "SOTE-tekoälyn ekosysteemi",
        r"\bmaakunta": "hyvinvointialue",
        r"käyttäjäystävälli": "helppo käyttää",
    },
    "sv": {
        r"välfärdsregion|hälsovårdsområde|\bvälfärdslän": "välfärdsområde",
        r"\bSTM\b": "SHM",
        r"\bKela\b": "FPA",
        r"(?<!\w)AI-lagen": "AI-förordningen",
        r"medicinsk(?:a)? utrustning|medicintekniska? enhet": "medicinteknisk produkt",
        r"på kommande": "kommande",
        r"tillgänglighetsredogörelse": "tillgänglighetsutlåtande",
        r"[Ll]adda(?:s|r)? ner": "ladda ned",
        r"\bpilotprojekt|\bpiloter\b": "försöksprojekt",
    },
    "en": {
        r"welfare (?:area|county|region)|well-being|wellbeing (?:count|area|region)\w+": "wellbeing services county",
        r"\bAI law\b|\bAI regulation\b": "AI Act",
        r"coordination group": "coordinating group",
        r"accessibility report": "accessibility statement",
        r"\bpilot trial": "pilot project",
        r"\bdata (?:are|were|have)\b": "data is",
    },
}

#: Headings that say nothing by themselves.
EMPTY_HEADINGS: Final = {"yleistä", "muuta", "tietoa", "allmänt", "övrigt", "information", "general", "other", "misc"}


def sentences(text: str) -> list[int]:
    """Return the number of words of each sentence of *text*; a line that only names something counts for none."""
    plain = INSIDE.sub(lambda match: match[0].replace(".", "").rstrip() + " ", seen(text))
    parts = (re.findall(r"\w[\w’'-]*", part) for part in END.split(plain))
    return [len(words) for words in parts if words]


def by_record(content: Content) -> dict[tuple[str, Language], list[Passage]]:
    """Return the texts of each record in each language."""
    found: dict[tuple[str, Language], list[Passage]] = defaultdict(list)
    for passage in data(content):
        found[".".join(passage.place.split(".")[:2]), passage.language].append(passage)
    return found


def too_long(place: str, language: Language, texts: list[str]) -> Iterator[str]:
    """Yield what is too long in *texts*: their sentences on average, or one of them."""
    lengths = [length for text in texts for length in sentences(text)]
    average = sum(lengths) / len(lengths)
    if len(lengths) >= FEW and average > AVERAGE[language]:
        yield f"{place} ({language}): {average:.1f} words in a sentence on average, at most {AVERAGE[language]}"
    if max(lengths) > LONGEST[language]:
        yield f"{place} ({language}): a sentence of {max(lengths)} words, at most {LONGEST[language]}"


def test_the_sentences_of_each_page_are_short(content: Content) -> None:
    bodies = [passage for passage in pages(content) if ": " not in passage.place]
    assert len(bodies) > 60
    assert [line for one in bodies for line in too_long(one.place, one.language, [one.text])] == []


def test_the_sentences_of_each_record_are_short(content: Content) -> None:
    found = by_record(content).items()
    texts = [(place, language, [passage.text for passage in of]) for (place, language), of in found]
    assert [line for place, language, of in texts for line in too_long(place, language, of)] == []


def test_the_official_terms_are_used(content: Content) -> None:
    wrong = [
        f"{passage.place} ({passage.language}): {match[0]!r}, the term is {term!r}"
        for passage in passages(content)
        for pattern, term in NOT_THE_TERM[passage.language].items()
        if (match := re.search(pattern, seen(passage.text))) is not None
    ]
    assert wrong == []


def test_headings_say_what_stands_below(content: Content) -> None:
    headings = [
        (passage.place, heading.strip())
        for passage in pages(content)
        for heading in re.findall(r"^#+ +(.+)$", passage.text, re.MULTILINE)
    ]
    assert len(headings) > 100
    assert [found for found in headings if found[1].lower() in EMPTY_HEADINGS or found[1].endswith((".", ":"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_planted_faults_are_noticed(language: Language) -> None:
    endless = f"Yksi {' '.join(['sana'] * LONGEST[language])}. " * FEW
    assert len(list(too_long("here", language, [endless]))) == 2
    assert sentences("Ekosysteemi on verkosto. Se kokoontuu klo 9. Tule mukaan!\n\n- yksi kohta\n- toinen") == [
        3,
        4,
        2,
        2,
        1,
    ]
