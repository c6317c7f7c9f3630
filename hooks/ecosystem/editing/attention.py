"""What needs an editor's attention although it is no mistake: the sections of `ecosystem report`.

Each section is a small generator of (entry, where in it, key of the words, values of the words).
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import BaseModel

from ecosystem.editing.changes.describe import Line, Sections, Words
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Place, Problem
from ecosystem.pages.addresses import Addresses
from ecosystem.records.age import is_old
from ecosystem.records.cited import sources_have_titles
from ecosystem.records.kind import Kinds
from ecosystem.records.load import LoadedData
from ecosystem.records.present import past_is_told_as_past
from ecosystem.records.reading import Entry
from ecosystem.records.record import Record
from ecosystem.records.texts import Text
from ecosystem.records.values_in import values_in
from ecosystem.words.messages import Messages


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the sections look at."""

    data: LoadedData
    problems: list[Problem]
    messages: Messages
    words: Words
    today: datetime.date
    site_url: str
    addresses: Addresses
    kinds: Kinds


Finding: TypeAlias = tuple[Place, str]

#: A section of the report: the key of its heading, and what finds what stands in it.
Section: TypeAlias = tuple[str, Callable[[Situation], Iterator[Finding]]]


@dataclass(frozen=True, slots=True)
class Attention:
    """The role of a kind that needs attention in ways of its own: sections of the report."""

    sections: Sequence[Section]


def missing_translations(situation: Situation) -> Iterator[Finding]:
    """Texts that do not exist in all three languages."""
    words = situation.words
    for entry in _entries(situation.data):
        for path, text in _texts(entry.record):
            missing = [words.field(language) for language in LANGUAGES if language not in text.wordings()]
            if missing:
                field = ", ".join(words.field(step) for step in path if isinstance(step, str))
                said = words.say("report.translation", field=field, languages=", ".join(missing))
                yield entry.place(*path), f"{name_of(entry, words)}: {said}"


def past_review(situation: Situation) -> Iterator[Finding]:
    """Records that should have been looked at again by now."""
    for entry in _entries(situation.data):
        due = entry.record.review_by
        if due is not None and due < situation.today:
            said = situation.words.say("report.review", date=str(due))
            yield entry.place("review_by"), f"{name_of(entry, situation.words)}: {said}"


def old_states(situation: Situation) -> Iterator[Finding]:
    """States that were last known more than half a year ago, by the date of their source."""
    for entry in _entries(situation.data):
        known_on = getattr(entry.record, "status_date", None)
        if isinstance(known_on, datetime.date) and is_old(known_on, situation.today):
            said = situation.words.say("report.old_state", date=str(known_on))
            yield entry.place("status_date"), f"{name_of(entry, situation.words)}: {said}"


def spoken_of_in_the_present(situation: Situation) -> Iterator[Finding]:
    """Records whose time is over while their texts speak as if it were not."""
    for problem in past_is_told_as_past(situation.data, situation.today):
        yield problem.place, situation.messages.text(problem)


def untitled_sources(situation: Situation) -> Iterator[Finding]:
    """Addresses that are cited without the title of what stands there."""
    for problem in sources_have_titles(situation.data):
        yield problem.place, situation.messages.text(problem)


def dead_references(situation: Situation) -> Iterator[Finding]:
    """References to records that do not exist, and addresses on this site that no page has."""
    for problem in situation.problems:
        if problem.code == "reference_unknown":
            yield problem.place, situation.messages.text(problem)
    addresses = situation.addresses
    known = {addresses.page(page, language) for page in addresses.pages for language in LANGUAGES}
    for name, loaded in situation.data.items():
        for entry in loaded.entries:
            known.update(addresses.record_alternates(name, entry.record.id).values())
    for entry in _entries(situation.data):
        for path, address in _addresses(entry.record):
            own = address.removeprefix(situation.site_url).partition("#")[0].partition("?")[0]
            looks_like_page = own.endswith("/") or "." not in own.rpartition("/")[2]
            if address.startswith(situation.site_url) and looks_like_page and own not in known:
                said = situation.words.say("report.address", url=address)
                yield entry.place(*path), f"{name_of(entry, situation.words)}: {said}"


def sections(kinds: Kinds) -> tuple[Section, ...]:
    """Return the sections of the report in their order."""
    own = (section for _, attention in kinds.playing(Attention) for section in attention.sections)
    return (
        ("report.translations", missing_translations),
        ("report.reviews", past_review),
        ("report.old_states", old_states),
        ("report.present", spoken_of_in_the_present),
        ("report.untitled", untitled_sources),
        *own,
        ("report.references", dead_references),
    )


def report(situation: Situation) -> Sections:
    """Return all sections, each with its findings in reading order and their number in its heading."""
    found: list[tuple[str, list[Line]]] = []
    for key, find in sections(situation.kinds):
        findings = sorted(find(situation))
        lines = [Line(f"{place.file}:{place.line}: {said}") for place, said in findings]
        nothing = [Line(situation.words.say("report.nothing"))]
        found.append((f"{situation.words.say(key)} ({len(lines)})", lines or nothing))
    return found


def _entries(data: LoadedData) -> Iterator[Entry]:
    for loaded in data.values():
        yield from loaded.entries


def name_of(entry: Entry, words: Words) -> str:
    """Return what the record of *entry* is called."""
    return words.value(entry.record.heading.in_language(words.language).text)


_Path: TypeAlias = tuple[str | int, ...]


def _texts(record: Record) -> Iterator[tuple[_Path, Text]]:
    """Yield the path and the value of every text that is to exist in all languages."""
    for owner, here, value in values_in(record):
        field = here[-1] if isinstance(here[-1], str) else here[-2]
        if isinstance(value, Text) and field not in getattr(owner, "untranslated", ()):
            yield here, value


def _addresses(part: BaseModel) -> Iterator[tuple[_Path, str]]:
    for _, here, value in values_in(part):
        if isinstance(value, str) and value.startswith("https://"):
            yield here, value
