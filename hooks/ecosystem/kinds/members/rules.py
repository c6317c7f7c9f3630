"""The rules of members."""

from collections.abc import Iterator
from typing import Final

from ecosystem.ground.letters import same_words
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry

#: The ecosystem was founded in summer 2024 (its action plan of 2025).
FOUNDED: Final = 2024


def members_are_listed_once(data: LoadedData) -> Iterator[Problem]:
    """Two members with one name are probably one organisation entered twice."""
    first: dict[str, Entry] = {}
    for entry in data["members"].entries:
        name = same_words(entry.record.name.fi)
        if name in first:
            line = str(first[name].place("name").line)
            details = {"name": quote(entry.record.name.fi), "first_line": line}
            yield Problem(entry.place("name"), "member_name_twice", details, Severity.WARNING)
        first.setdefault(name, entry)


def members_come_after_the_beginning(data: LoadedData) -> Iterator[Problem]:
    """Nobody joined before the ecosystem was there, so an earlier year is a slip."""
    for entry in data["members"].entries:
        since = entry.record.since
        if since is not None and since.year < FOUNDED:
            details = {"value": str(since), "founded": str(FOUNDED)}
            yield Problem(entry.place("since"), "member_before_founding", details)
