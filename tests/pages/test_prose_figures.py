"""A figure in running text agrees with the data: how many members, pilots, measures and so on there are.

A number counts as such a figure when it stands before one of the words below, in digits or as a word up to twelve.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import pytest

from addresses import PAGES
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.action_plan.indicators import MEMBER_INDICATOR
from ecosystem.kinds.action_plan.model import ActionPlan
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import NOT_FOUND
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from workbench import Content

NUMBER_WORDS: Final[dict[Language, list[str]]] = {
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
COUNTED: Final[dict[str, dict[Language, str]]] = {
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


def known_figures(ecosystem: Ecosystem) -> dict[str, set[Decimal]]:
    """Return every value that the data gives for what is counted, those of the past and the targets included."""
    figures: dict[str, set[Decimal]] = {name: set() for name in COUNTED}
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
    words = NUMBER_WORDS[language]
    for name, nouns in COUNTED.items():
        pattern = rf"\b(\d+(?:[ \u00a0,]\d{{3}})*|{'|'.join(words)})\s+{nouns[language]}"
        for match in re.finditer(pattern, " ".join(text.split()), re.IGNORECASE):
            number = match[1].lower()
            value = Decimal(words.index(number) + 2 if number in words else re.sub(r"\D", "", number))
            if value not in figures[name]:
                yield match[0]


@pytest.fixture(scope="module")
def ecosystem(content: Content) -> Ecosystem:
    data, problems = check(content.data, KINDS)
    assert data is not None, problems
    return data


@pytest.mark.parametrize("name", sorted([*PAGES, NOT_FOUND]))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hand_written_page_agrees_with_the_data(
    language: Language, name: str, content: Content, ecosystem: Ecosystem
) -> None:
    text = (content.docs / language / f"{name}.md").read_text(encoding="utf-8")
    assert list(contradictions(text, language, known_figures(ecosystem))) == []


def test_the_summaries_of_plans_and_programmes_agree_with_the_data(ecosystem: Ecosystem) -> None:
    figures = known_figures(ecosystem)
    summaries = [plan.summary for plan in ecosystem.of(ActionPlan).values()]
    summaries += [programme.summary for programme in ecosystem.of(PilotProgramme).values()]
    for summary in summaries:
        for language, text in summary.wordings().items():
            assert list(contradictions(text, language, figures)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Ekosysteemissä on 9 999 jäsentä."),
        ("sv", "Planen har elva prioriterade områden."),
        ("en", "Eleven pilots are under way."),
        ("en", "The newsletter has 7 recipients."),
    ],
)
def test_a_wrong_figure_is_noticed(language: Language, text: str, ecosystem: Ecosystem) -> None:
    assert len(list(contradictions(text, language, known_figures(ecosystem)))) == 1


def test_a_right_figure_is_let_through(ecosystem: Ecosystem) -> None:
    plan = next(iter(ecosystem.of(ActionPlan).values()))
    text = f"The plan has {len(plan.focus_areas)} focus areas and {len(plan.metrics)} metrics."
    assert list(contradictions(text, "en", known_figures(ecosystem))) == []
