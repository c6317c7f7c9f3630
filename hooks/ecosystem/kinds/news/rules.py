"""The rules of news."""

import datetime
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.letters import same_words
from ecosystem.ground.problems import Problem, Severity
from ecosystem.records.age import years_later
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry

#: Before this there was nothing to tell of.
EARLIEST: Final = datetime.date(2020, 1, 1)


def news_is_of_our_time(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """A news item that waits for more than a year would be seen by nobody: its year is a slip."""
    for entry in data["news"].entries:
        if not EARLIEST <= entry.record.date <= years_later(today, 1):
            details = {"field": "date", "value": str(entry.record.date)}
            yield Problem(entry.place("date"), "day_of_another_time", details, Severity.WARNING)


def news_is_told_once(data: LoadedData) -> Iterator[Problem]:
    """Two news items of one title are probably one that was entered twice."""
    first: dict[str, Entry] = {}
    for entry in data["news"].entries:
        for title in entry.record.title.wordings().values():
            seen = first.setdefault(same_words(title), entry)
            if seen is not entry:
                details = {"id": seen.record.id, "first_line": str(seen.place("id").line)}
                yield Problem(entry.place("id"), "news_twice", details, Severity.WARNING)
                break
