"""A figure in running text agrees with the data: how many members, pilots, measures and so on there are.

A number counts as such a figure when it stands before one of the words below, in digits or as a word up to twelve.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from ecosystem.editing.proofreading.passages import passages_of_pages
from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.kinds.action_plan.indicators import MEMBER_INDICATOR
from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.registry import KINDS
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.load import LoadedData, to_ecosystem

_NUMBER_WORDS: Final[dict[Language, list[str]]] = {
    "fi": [
        "kaksi",
        "kolme",
        "neljä",
        "viisi",
        "kuusi",
        "seitsemän",
        "kahdeksan",
        "yhdeksän",
        "kymmenen",
        "yksitoista",
        "kaksitoista",
    ],
    "sv": ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
    "en": ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}

#: The words before which a number is a figure that the data knows.
_COUNTED: Final[dict[str, dict[Language, str]]] = {
    "members": {"fi": r"jäsen(?:tä|organisaatio\w*)", "sv": r"medlem(?:mar|sorganisationer)\b", "en": r"member\w*"},
    "recipients": {"fi": r"(?:uutiskirjeen )?(?:tilaajaa|saajaa)", "sv": "mottagare", "en": "recipients"},
    "pilots": {
        "fi": r"(?:kokeilua|kokeiluprojektia|tekoälykokeilua)",
        "sv": r"(?:AI-)?försök\w*",
        "en": r"(?:AI )?pilots?\b",
    },
    "focus areas": {"fi": "painopistettä", "sv": "prioriterade områden", "en": "focus areas"},
    "metrics": {"fi": "mittaria", "sv": "indikatorer", "en": "metrics"},
}


def wrong_figures(data: LoadedData, documents: Path) -> Iterator[Problem]:
    """Yield a warning for each figure on the pages in *documents*, and in summaries of *data*, that *data* has not."""
    figures = known_figures(to_ecosystem(data, KINDS))
    for passage in passages_of_pages(documents):
        for found in contradictions(passage.text, passage.language, figures):
            yield passage.warn("figure_unknown", found=quote(found))
    for loaded in data.values():
        for entry in loaded.entries:
            if isinstance(entry.record, ActionPlan | PilotProgramme):
                for language, text in entry.record.summary.wordings().items():
                    for found in contradictions(text, language, figures):
                        details = {"language": language, "found": quote(found)}
                        place = entry.place("summary", language)
                        yield Problem(place, "figure_unknown", details, Severity.WARNING)


def known_figures(ecosystem: Ecosystem) -> dict[str, set[Decimal]]:
    """Return every value that the data gives for what is counted, those of the past and the targets included."""
    figures: dict[str, set[Decimal]] = {name: set() for name in _COUNTED}
    figures["members"].add(Decimal(len(ecosystem.of(Member))))
    figures["pilots"].add(Decimal(len(ecosystem.of(Pilot))))
    for programme in ecosystem.of(PilotProgramme).values():
        figures["pilots"].add(Decimal(programme.pilots_in_all))
    for plan in ecosystem.of(ActionPlan).values():
        figures["focus areas"].add(Decimal(len(plan.focus_areas)))
        figures["metrics"].add(Decimal(len(plan.metrics)))
        for metric in plan.metrics:
            for indicator in metric.indicators:
                values = {reading.value for reading in indicator.readings}
                values |= {indicator.target.value} if indicator.target else set()
                if indicator.unit == "recipients":
                    figures["recipients"] |= values
                elif indicator.id == MEMBER_INDICATOR:
                    figures["members"] |= values
    return figures


def contradictions(text: str, language: Language, figures: dict[str, set[Decimal]]) -> Iterator[str]:
    """Yield each phrase of *text* whose number is none of those that the data gives."""
    words = _NUMBER_WORDS[language]
    for name, nouns in _COUNTED.items():
        pattern = rf"\b(\d+(?:[ \u00a0,]\d{{3}})*|{'|'.join(words)})\s+{nouns[language]}"
        for match in re.finditer(pattern, " ".join(text.split()), re.IGNORECASE):
            number = match[1].lower()
            value = Decimal(words.index(number) + 2 if number in words else re.sub(r"\D", "", number))
            if value not in figures[name]:
                yield match[0]
