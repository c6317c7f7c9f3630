"""The news of the demonstration: three years of all topics."""

from collections.abc import Sequence
from typing import Final

from ecosystem.editing.demonstration import ADDRESS, Fields, Made, provenance, text
from ecosystem.kinds.news.model import Topic
from ecosystem.kinds.pilots.demonstration import about

NEWS: Final = 71
_YEARS: Final = (2024, 2025, 2026)


def demonstration_records(made: Made) -> Sequence[Fields]:
    """Return the news."""
    return [_item(made, number) for number in range(1, NEWS + 1)]


def _item(made: Made, number: int) -> Fields:
    topics = tuple(Topic)
    fields: Fields = {
        "id": f"keksitty-{number:02}",
        "date": f"{_YEARS[number % len(_YEARS)]}-{number % 11 + 1:02}-{number % 20 + 1:02}",
        "title": about(made.words, "news.title", number),
        "summary": about(made.words, "news.summary", number),
        "body": text(made.words, "news.body"),
        "topics": [topics[number % len(topics)].value],
        "url": f"{ADDRESS}/news/{number}",
        "regions": [made.ids["regions"][number % len(made.ids["regions"])]],
    }
    return fields | provenance()
