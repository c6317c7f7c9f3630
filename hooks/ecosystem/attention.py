"""What needs an editor's attention although it is no mistake: the sections of `ecosystem report`.

Each section is a small generator of (entry, where in it, key of the words, values of the words).
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from pydantic import BaseModel

from ecosystem.addresses import PAGES, page_path, record_path
from ecosystem.changes.describe import Line, Sections, Words
from ecosystem.languages import LANGUAGES
from ecosystem.load import LoadedData
from ecosystem.load.records import Entry
from ecosystem.messages import Messages
from ecosystem.model.event import Event, EventState
from ecosystem.model.meeting import InternationalMeeting, MeetingStatus
from ecosystem.model.texts import Text
from ecosystem.problems import Place, Problem

#: Fields whose text exists in its own language only; another form of a term need have no like in other languages.
UNTRANSLATED: Final = frozenset({"original_name", "also"})


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the sections look at."""

    data: LoadedData
    problems: list[Problem]
    messages: Messages
    words: Words
    today: datetime.date
    site_url: str


Finding: TypeAlias = tuple[Place, str]


def missing_translations(situation: Situation) -> Iterator[Finding]:
    """Texts that do not exist in all three languages."""
    words = situation.words
    for entry in _entries(situation.data):
        for path, text in _texts(entry.record):
            missing = [words.field(language) for language in LANGUAGES if language not in text.wordings()]
            if missing and path[-1] not in UNTRANSLATED:
                field = ", ".join(words.field(step) for step in path if isinstance(step, str))
                said = words.say("report.translation", field=field, languages=", ".join(missing))
                yield entry.place(*path), f"{_name(entry, words)}: {said}"


def past_review(situation: Situation) -> Iterator[Finding]:
    """Records that should have been looked at again by now."""
    for entry in _entries(situation.data):
        due = entry.record.review_by
        if due is not None and due < situation.today:
            said = situation.words.say("report.review", date=str(due))
            yield entry.place("review_by"), f"{_name(entry, situation.words)}: {said}"


def events_without_recording(situation: Situation) -> Iterator[Finding]:
    """Events and sessions that took place and have no recording."""
    for entry in situation.data["events"].entries:
        event: Event = entry.record
        for path, date in _without_recording(event):
            if date < situation.today:
                said = situation.words.say("report.recording", date=str(date))
                yield entry.place(*path), f"{_name(entry, situation.words)}: {said}"


def meetings_without_outcome(situation: Situation) -> Iterator[Finding]:
    """International meetings whose last day is past, of which nobody has said whether they were held."""
    for entry in situation.data["meetings"].entries:
        meeting: InternationalMeeting = entry.record
        if meeting.status is MeetingStatus.PLANNED and meeting.last_date.last_day < situation.today:
            said = situation.words.say("report.meeting", date=str(meeting.last_date))
            yield entry.place("status"), f"{_name(entry, situation.words)}: {said}"


def dead_references(situation: Situation) -> Iterator[Finding]:
    """References to records that do not exist, and addresses on this site that no page has."""
    for problem in situation.problems:
        if problem.code == "reference_unknown":
            yield problem.place, situation.messages.text(problem)
    known = {page_path(page, language) for page in PAGES for language in LANGUAGES}
    for name, loaded in situation.data.items():
        known |= {record_path(name, entry.record.id, language) for entry in loaded.entries for language in LANGUAGES}
    for entry in _entries(situation.data):
        for path, address in _addresses(entry.record):
            own = address.removeprefix(situation.site_url).partition("#")[0].partition("?")[0]
            looks_like_page = own.endswith("/") or "." not in own.rpartition("/")[2]
            if address.startswith(situation.site_url) and looks_like_page and own not in known:
                said = situation.words.say("report.address", url=address)
                yield entry.place(*path), f"{_name(entry, situation.words)}: {said}"


SECTIONS: Final[Mapping[str, Callable[[Situation], Iterator[Finding]]]] = {
    "report.translations": missing_translations,
    "report.reviews": past_review,
    "report.recordings": events_without_recording,
    "report.meetings": meetings_without_outcome,
    "report.references": dead_references,
}


def report(situation: Situation) -> Sections:
    """Return all sections, each with its findings in reading order and their number in its heading."""
    sections: list[tuple[str, list[Line]]] = []
    for key, find in SECTIONS.items():
        findings = sorted(find(situation))
        lines = [Line(f"{place.file}:{place.line}: {said}") for place, said in findings]
        nothing = [Line(situation.words.say("report.nothing"))]
        sections.append((f"{situation.words.say(key)} ({len(lines)})", lines or nothing))
    return sections


def _entries(data: LoadedData) -> Iterator[Entry]:
    for loaded in data.values():
        yield from loaded.entries


def _name(entry: Entry, words: Words) -> str:
    return words.value(entry.record.heading.in_language(words.language).text)


def _without_recording(event: Event) -> Iterator[tuple[tuple[str | int, ...], datetime.date]]:
    if event.date is not None and event.recording is None and event.state is not EventState.CANCELLED:
        yield ("date",), event.end_date or event.date
    for index, session in enumerate(event.sessions):
        if session.recording is None and session.state is not EventState.CANCELLED:
            yield ("sessions", index, "date"), session.date


_Path: TypeAlias = tuple[str | int, ...]


def _texts(part: BaseModel, path: _Path = ()) -> Iterator[tuple[_Path, Text]]:
    for here, value in _values(part, path):
        if isinstance(value, Text):
            yield here, value


def _addresses(part: BaseModel) -> Iterator[tuple[_Path, str]]:
    for here, value in _values(part, ()):
        if isinstance(value, str) and value.startswith("https://"):
            yield here, value


def _values(part: BaseModel, path: _Path) -> Iterator[tuple[_Path, object]]:
    """Yield the path and the value of every field of *part* and of the parts in it; a text is one value."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, field) if index is None else (*path, field, index)
            if isinstance(item, BaseModel) and not isinstance(item, Text):
                yield from _values(item, here)
            elif item is not None:
                yield here, item
