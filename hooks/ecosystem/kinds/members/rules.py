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
    """Two members with one name, in whatever language or for short, or one home page are probably one organisation."""
    by_name: dict[str, Entry] = {}
    by_page: dict[str, Entry] = {}
    for entry in data["members"].entries:
        member = entry.record
        names = [(language, same_words(name)) for language, name in member.name.wordings().items()]
        names += [("short_name", same_words(name)) for name in member.other_names]
        known = next(((path, by_name[name]) for path, name in names if name in by_name), None)
        page = _page(member.url) if member.url else None
        if known is not None:
            path, first = known
            place = entry.place(path) if path == "short_name" else entry.place("name")
            details = {"name": quote(member.name.fi), "first_line": str(first.place("name").line)}
            yield Problem(place, "member_name_twice", details, Severity.WARNING)
        elif page in by_page:
            details = {"name": quote(by_page[page].record.name.fi), "first_line": str(by_page[page].place("url").line)}
            yield Problem(entry.place("url"), "member_page_twice", details, Severity.WARNING)
        for _, name in names:
            by_name.setdefault(name, entry)
        if page is not None:
            by_page.setdefault(page, entry)


def _page(address: str) -> str:
    """Return what is equal for addresses of one page."""
    return address.removeprefix("https://").removeprefix("www.").partition("?")[0].rstrip("/").casefold()


def members_come_after_the_beginning(data: LoadedData) -> Iterator[Problem]:
    """Nobody joined before the ecosystem was there, so an earlier year is a slip."""
    for entry in data["members"].entries:
        since = entry.record.since
        if since is not None and since.year < FOUNDED:
            details = {"value": str(since), "founded": str(FOUNDED)}
            yield Problem(entry.place("since"), "member_before_founding", details)
