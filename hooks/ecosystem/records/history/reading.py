"""Read what is remembered from the history of git: once, and then only what is new.

Each commit on the first-parent line of what is checked out is a version of main, on the day of the merge. What has been
read is kept in the cache; where git does not go, the file `history.json` beside the data says the same. Of a file's
text only the records that are other than before are parsed.
"""

import datetime
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.ground.files import replace_text
from ecosystem.ground.git import NO_BLOB, Blobs, ask_git, open_blobs
from ecosystem.ground.nodes import MapNode, SeqNode, Value, read_nodes
from ecosystem.ground.problems import Place, Problem, Severity
from ecosystem.ground.settings import HELSINKI
from ecosystem.records.history.find import FieldChange, field_changes, key_of
from ecosystem.records.history.past import Change, History, Past
from ecosystem.records.history.storing import FILE, BrokenHistoryError, history_text, read_history_file
from ecosystem.records.kind import Kinds
from ecosystem.records.load import SUFFIX, without_garbage_collection

#: Longer values are not remembered: nobody is told of them word for word.
_LONGEST: Final = 120

#: What changes without the record becoming another.
_BOOKKEEPING: Final = ("review_by", "updated")

_ENTRY: Final = re.compile(r"^(?=- )", re.MULTILINE)
_ID: Final = re.compile(r"- id: (\S+)\n")
_RAW: Final = re.compile(r"^:\d+ \d+ (\w+) (\w+) \w\t(.+)$")


@dataclass(frozen=True, slots=True)
class _Commit:
    """What a commit did to files of the data: the names of their contents before and after, by the name of the file."""

    name: str
    day: datetime.date
    files: Mapping[str, tuple[str, str]]


def read_history(
    data: Path, kinds: Kinds, cache: Path, today: datetime.date | None = None
) -> tuple[History, list[Problem]]:
    """Return what is remembered of the folder *data*, and what is wrong with that.

    Changes that are not committed are of *today*, or left out without one. An empty history is that of data of which
    nothing is known.
    """
    carried, problems = _carried(data / FILE)
    head = ask_git(data, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is None:
        return (carried, problems) if carried else (History(), [*problems, _unknown(data)])
    kept = cache / "history" / f"{hashlib.sha256(os.fsencode(data.absolute())).hexdigest()[:16]}.json"
    line = (ask_git(data, "rev-list", "--first-parent", "HEAD") or b"").decode().split()
    places = {name: place for place, name in enumerate(line)}
    known = [one for one in (carried, _kept(kept)) if one and one.head in places]
    start = min(known, key=lambda one: places[one.head], default=None)
    if start is None and (ask_git(data, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        return (carried, problems) if carried else (History(), [*problems, _unknown(data)])
    with without_garbage_collection(), open_blobs(data) as blobs:
        reader = _Reader(data, kinds, blobs, start or History())
        for commit in _commits(data, f"{start.head}..HEAD" if start else "HEAD"):
            reader.take(commit)
        history = reader.history(head.decode().strip())
        if start is None or start.head != history.head:
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace_text(kept, history_text(history))
        if today is not None:
            reader.take_folder(today)
        return reader.history(history.head), problems


def _carried(path: Path) -> tuple[History | None, list[Problem]]:
    try:
        return read_history_file(path), []
    except BrokenHistoryError:
        return None, [Problem(Place(path.as_posix()), "history_broken", severity=Severity.WARNING)]


def _kept(path: Path) -> History | None:
    """Return what the cache holds; nothing of what is damaged or of another version of this code."""
    try:
        return read_history_file(path)
    except BrokenHistoryError:
        return None


def _unknown(data: Path) -> Problem:
    return Problem(Place(data.as_posix()), "history_unknown", severity=Severity.WARNING)


def _commits(data: Path, revisions: str) -> Iterator[_Commit]:
    """Yield the commits of *revisions* that changed a file of *data*, the oldest first."""
    shape = ("--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--relative")
    log = ask_git(data, "-c", "log.showRoot=true", "log", *shape, "--format=%x00%H %ct", revisions, "--", f"*{SUFFIX}")
    for told in (log or b"").decode("utf-8", "replace").split("\0")[1:]:
        first, *lines = told.splitlines()
        name, seconds = first.split()
        day = datetime.datetime.fromtimestamp(int(seconds), HELSINKI).date()
        yield _Commit(name, day, _changed_files(lines))


def _changed_files(lines: list[str]) -> dict[str, tuple[str, str]]:
    found = (_RAW.match(line) for line in lines)
    return {match[3].removesuffix(SUFFIX): (match[1], match[2]) for match in found if match}


#: A record as the lines of its file, or as their content where these cannot be told apart.
_Entry: TypeAlias = str | MapNode

#: What a day makes of the past of a record.
_Turn: TypeAlias = Callable[[Past], Past]


class _Reader:
    """Goes through the versions of the data, the oldest first."""

    def __init__(self, data: Path, kinds: Kinds, blobs: Blobs, start: History) -> None:
        self._data = data
        self._kinds = kinds
        self._blobs = blobs
        self._pasts: dict[str, dict[str, Past]] = {name: dict(some) for name, some in start.pasts.items()}
        #: The last version of each file that could be read.
        self._last: dict[str, dict[str, _Entry]] = {}

    def history(self, head: str) -> History:
        """Return what has been read so far, up to the revision *head*."""
        return History(head, {name: dict(some) for name, some in self._pasts.items()})

    def take(self, commit: _Commit) -> None:
        """Go on to *commit*."""
        for name, (old, new) in commit.files.items():
            if name in self._kinds:
                self._turn(name, old, self._content(new), commit.day)

    def take_folder(self, today: datetime.date) -> None:
        """Go on to the files as they stand in the folder."""
        shape = ("--raw", "--no-abbrev", "--no-renames", "--relative")
        told = ask_git(self._data, "diff", *shape, "HEAD", "--", f"*{SUFFIX}") or b""
        for name, (old, _) in _changed_files(told.decode("utf-8", "replace").splitlines()).items():
            path = self._data / f"{name}{SUFFIX}"
            if name in self._kinds:
                self._turn(name, old, path.read_bytes() if path.is_file() else b"", today)

    def _content(self, blob: str) -> bytes:
        return b"" if blob == NO_BLOB else self._blobs.read(blob)

    def _turn(self, name: str, old: str, content: bytes, day: datetime.date) -> None:
        """Note what became of the collection *name* on the *day*; a version that cannot be read is passed over."""
        if name not in self._last:
            self._last[name] = _entries(self._content(old)) or {}
        was, now = self._last[name], _entries(content)
        if now is None:
            return
        is_first = old == NO_BLOB and name not in self._pasts
        pasts = self._pasts.setdefault(name, {})
        try:
            changed = [key for key in was.keys() | now.keys() if was.get(key) != now.get(key)]
            turns = {key: self._turn_of(name, was.get(key), now.get(key), day) for key in changed}
        except _UnreadableError:
            return
        for key, turn in turns.items():
            pasts[key] = turn(pasts.get(key) or Past(seen=day, loaded=is_first, changed=day))
        self._last[name] = now

    def _turn_of(self, name: str, was: _Entry | None, now: _Entry | None, day: datetime.date) -> _Turn:
        """Return what the *day* makes of the past of a record: it came, went, or has other values."""
        if was is None:
            return lambda past: replace(past, gone=None, name={}, changed=day)
        if now is None:
            called = _name(_node(was))
            return lambda past: replace(past, gone=day, changed=day, name=called)
        fields = field_changes(_node(was), _node(now), self._kinds[name].model)
        changes = tuple(_change(field, day) for field in fields if field.path[0] not in _BOOKKEEPING)
        if not changes:
            return lambda past: past
        return lambda past: replace(past, changed=day, changes=(*past.changes, *changes))


class _UnreadableError(Exception):
    """A record of an old version is no YAML."""


def _entries(content: bytes) -> dict[str, _Entry] | None:
    """Return the records in the *content* of a file by id; None where it cannot be read."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    preface, *entries = _ENTRY.split(text)
    found = {match[1]: entry for entry in entries if (match := _ID.match(entry))}
    if len(found) == len(entries) and not any(line and not line.startswith("#") for line in preface.splitlines()):
        return dict(found)
    document, problems, _ = read_nodes(text, "")
    if problems or not isinstance(document, SeqNode):
        return None
    return {str(record.get("id")): record for record in document if isinstance(record, MapNode)}


def _node(entry: _Entry) -> MapNode:
    return entry if isinstance(entry, MapNode) else _parsed(entry)


@lru_cache(maxsize=2000)
def _parsed(entry: str) -> MapNode:
    """Return the content of the lines of a record; what a record becomes is what it was when it changes again."""
    document, problems, _ = read_nodes(entry, "")
    if problems or not isinstance(document, SeqNode) or not isinstance(document[0], MapNode):
        raise _UnreadableError
    return document[0]


def _change(field: FieldChange, day: datetime.date) -> Change:
    steps = [key_of(step) if isinstance(step, MapNode) else step for step in field.path]
    if field.item is not None:
        steps.append(field.item)
    return Change(day, "/".join(map(_short, steps)), _value(field.old, field), _value(field.new, field))


def _short(step: str) -> str:
    """Return *step* as it is remembered; an item that has no id is told by its content, which stays unsaid."""
    is_name = len(step) <= _LONGEST and not step.startswith("{")
    return step if is_name else hashlib.sha256(step.encode()).hexdigest()[:8]


def _value(value: Value | None, field: FieldChange) -> str | None:
    """Return *value* as it is remembered: what tells of a person is not, so that nothing outlives its removal."""
    if value is None:
        return None
    is_personal = getattr(field.model, "personal", False)
    return value if isinstance(value, str) and len(value) <= _LONGEST and not is_personal else ""


def _name(record: MapNode) -> dict[str, str]:
    """Return what *record* was called, by language."""
    name = record.get("name") or record.get("title")
    return {key: value for key, value in name.items() if isinstance(value, str)} if isinstance(name, MapNode) else {}
