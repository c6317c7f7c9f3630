"""Words that speak of something as going on now, which no longer holds when its time is over."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.records.load import LoadedData
from ecosystem.records.names import translated_texts
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Record

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
        r"\b(?:is|are) (?:under way|to be|\w+ing)\b|\bcurrently\b|\bat the moment\b|\bwill\b",
        re.IGNORECASE,
    ),
}


def spoken_of_as_now(text: str, language: Language) -> str | None:
    """Return the first words by which *text* speaks of something as going on or to come; None if it does not."""
    found = _NOW[language].search(text)
    return found.group() if found else None


def past_is_told_as_past(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """What is over *today* is not spoken of as if it went on."""
    for loaded in data.values():
        for entry in loaded.entries:
            over = _over_since(entry.record, today)
            for path, text in translated_texts(entry.record) if over else ():
                for language, wording in text.wordings().items():
                    if words := spoken_of_as_now(wording, language):
                        details = {"date": str(over), "value": quote(words), "language": language}
                        yield Problem(entry.place(*path, language), "spoken_of_as_now", details, Severity.WARNING)


def _over_since(record: Record, today: datetime.date) -> datetime.date | None:
    period = getattr(record, "period", None) or getattr(record, "term", None)
    last = getattr(period, "end", None)
    end = last.last_day if isinstance(last, PartialDate) else None
    return end if end is not None and end < today else None
