"""Words that speak of something as going on now, which no longer holds when its time is over."""

import re
from collections.abc import Mapping
from typing import Final

from ecosystem.ground.languages import Language

#: What people write of what goes on or is to come, in each language.
_NOW: Final[Mapping[Language, re.Pattern[str]]] = {
    "fi": re.compile(
        r"\b(?:on|ovat) (?:parhaillaan )?(?:käynnissä|menossa)\b|\bparhaillaan\b|\btällä hetkellä\b"
        r"|\b(?:kokeillaan|testataan|perustetaan|käynnistetään|kokeilee|testaa)\b",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        r"\bpågår\b|\bför närvarande\b|\bjust nu\b|\b(?:prövas|testas|inrättas|prövar|testar)\b|\bska\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:is|are) (?:being|under way|going on|to be)\b|\bcurrently\b|\bat the moment\b|\bwill\b",
        re.IGNORECASE,
    ),
}


def spoken_of_as_now(text: str, language: Language) -> str | None:
    """Return the first words by which *text* speaks of something as going on or to come; None if it does not."""
    found = _NOW[language].search(text)
    return found.group() if found else None
