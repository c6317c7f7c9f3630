"""The pilots of the demonstration: in all states, some with results, and what all made-up kinds are about."""

from collections.abc import Sequence
from typing import Final

from ecosystem.editing.demonstration import Fields, Made, Texts, Words, provenance, text
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.pilots.model import PilotStatus, Theme, UseCase

#: As many as a list must carry.
PILOTS: Final = 64

#: What is tried: its words in `strings/demonstration/` stand under the key.
TRIED: Final = (
    ("dictation", UseCase.DOCUMENTATION),
    ("images", UseCase.DIAGNOSTICS),
    ("home", UseCase.RISK_PREDICTION),
    ("letters", UseCase.CLIENT_GUIDANCE),
    ("assessment", UseCase.NEEDS_ASSESSMENT),
    ("shifts", UseCase.MANAGEMENT),
    ("guidance", UseCase.APPOINTMENTS),
    ("registry", UseCase.RESEARCH_DATA),
    ("training", UseCase.ASSISTANT),
)


def about(words: Words, key: str, number: int) -> Texts:
    """Return the text *key* of the made-up record *number*, counted from 1, with the subject that it is about."""
    subject, _ = TRIED[number % len(TRIED)]
    return {
        language: words[language].say(
            key,
            number=number,
            subject=words[language].say(f"subject.{subject}.name"),
            summary=words[language].say(f"subject.{subject}.summary"),
        )
        for language in LANGUAGES
    }


def offering_about(made: Made, number: int) -> Fields:
    """Return the made-up offering that the made-up record *number* tries: one about the same, where there is any."""
    subject, _ = TRIED[number % len(TRIED)]
    fitting = [name for one in made.records["offerings"] if (name := str(one["id"])).endswith(f"-{subject}")]
    return {"offerings": [fitting[number % len(fitting)]]} if fitting else {}


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return the pilots, spread over regions, states and uses."""
    return [_pilot(made, number) for number in range(1, PILOTS + 1)]


def _pilot(made: Made, number: int) -> Fields:
    words, regions, themes = made.words, made.ids["regions"], tuple(Theme)
    status = tuple(PilotStatus)[number % len(PilotStatus)]
    fields: Fields = {
        "id": f"keksitty-{number:02}",
        "name": about(words, "pilot.name", number),
        "organiser": regions[number % len(regions)],
        "summary": about(words, "pilot.summary", number),
        "need": text(words, "pilot.need"),
        "goals": [text(words, "pilot.goal")],
        "themes": [themes[number % len(themes)].value],
        "use_cases": [TRIED[number % len(TRIED)][1].value],
        "status": status.value,
        "status_date": f"2026-{number % 10 + 1:02}-15",
        "period": {"start": f"2026-{number % 6 + 1:02}", "end": f"2027-{number % 6 + 1:02}"},
        "funding_euros": str(number * 1500),
    }
    if number % 2:
        fields |= offering_about(made, number)
    if status is PilotStatus.ENDED:
        fields["period"] = {"start": "2025-02", "end": f"2026-{number % 9 + 1:02}"}
        fields["results"] = text(words, "pilot.results", number=number % 20 + 1)
        fields["lessons"] = [text(words, "pilot.lesson")]
        fields["scaling"] = text(words, "pilot.scaling")
    return fields | provenance()
