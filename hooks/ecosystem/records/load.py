"""Read the data folder: files to nodes, nodes to typed records, all findings kept.

`load` returns every collection with its entries and everything that was found wrong on the way. Records
that pass are returned even when others fail, so that the checks between records can speak too.
"""

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.ground.nodes import MOST_PROBLEMS, SeqNode, read_nodes
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.ground.text import read_text, without_refused_characters
from ecosystem.records.cut_text import texts_cut_short
from ecosystem.records.doubtful_text import doubtful_texts
from ecosystem.records.ecosystem import Collection, Ecosystem
from ecosystem.records.kind import Kinds
from ecosystem.records.listed_text import lists_in_texts
from ecosystem.records.reading import Entry, is_no_list_of_records, read_records
from ecosystem.records.record import Record

SUFFIX: Final = ".yaml"

#: What else stands in the folder, and is read by its own wing: `search/answers.py`.
OTHER_FILES: Final = ("answers.yaml",)

#: What stands beside them and is read by other wings: the folders, and the memory of days for copies without git.
NEIGHBOURS: Final = ("history.json", "images", "newsletters", "schema", "words")

#: What spreadsheets are called. None belongs to the data: leads, which people keep in them, are confidential.
SPREADSHEETS: Final = frozenset({".csv", ".numbers", ".ods", ".tsv", ".xls", ".xlsb", ".xlsm", ".xlsx"})


@dataclass(frozen=True, slots=True)
class LoadedCollection:
    """The entries of one file; `complete` tells whether all of its records could be read."""

    file: str
    entries: tuple[Entry, ...]
    complete: bool
    #: What tells each record apart from any other state of it: a digest of its lines, by id.
    digests: Mapping[str, bytes] = field(default_factory=dict)


#: The model of each collection.
Models: TypeAlias = tuple[tuple[str, type[Record]], ...]

LoadedData: TypeAlias = Mapping[str, LoadedCollection]


def load(folder: Path, kinds: Kinds) -> tuple[LoadedData, list[Problem]]:
    """Read the collections of all *kinds* in *folder*; return them with all problems of all files."""
    problems = list(_check_file_names(folder, kinds))
    # a file that stands here under another name, and a folder that does not exist, are one finding
    misnamed = {problem.details.get("suggestion") for problem in problems}
    known_missing = {name for name in kinds if not folder.is_dir() or name + SUFFIX in misnamed}
    collections: dict[str, LoadedCollection] = {}
    with without_garbage_collection():
        for name, kind in kinds.items():
            path = folder / f"{name}{SUFFIX}"
            there = path.exists() or path.is_symlink()
            if not there and (name in known_missing or kind.optional):
                collections[name] = LoadedCollection(path.as_posix(), (), complete=name not in known_missing)
            else:
                collections[name], found = load_collection(path, kind.model, tuple(kinds.models.items()))
                problems += found
    return collections, problems


def to_ecosystem(data: LoadedData, kinds: Kinds) -> Ecosystem:
    """Return *data* of all *kinds*, which has passed the checks, as the records alone."""
    collections: dict[str, Collection[Record]] = {
        name: Collection(name, {entry.record.id: entry.record for entry in loaded.entries}, loaded.digests)
        for name, loaded in data.items()
    }
    return Ecosystem(kinds, collections)


def load_collection(path: Path, model: type[Record], models: Models = ()) -> tuple[LoadedCollection, list[Problem]]:
    """Read the records of *model* in the file at *path*; return them with what is wrong with it.

    *models* are those of all collections, to tell to which of them a record in the wrong file belongs.
    """
    file = path.as_posix()
    text, findings = read_text(path, file)
    if text is None:
        return LoadedCollection(file, (), complete=False), findings
    # What a refused character spoils on its line, or for the rest of the file, is no finding of its own.
    spoilt = frozenset(problem.place.line for problem in findings if problem.severity is Severity.ERROR)
    collection, found = _read_collection(model, text, file, spoilt, models)
    return collection, [*findings, *found]


@lru_cache(maxsize=64)
def _read_collection(
    model: type[Record], text: str, file: str, spoilt: frozenset[int], models: Models
) -> tuple[LoadedCollection, tuple[Problem, ...]]:
    """Return the records in *text* and what is wrong with them. A preview reads most files again as they were."""
    document, findings, finished = read_nodes(without_refused_characters(text), file)
    if spoilt and not finished:
        return LoadedCollection(file, (), complete=False), ()
    problems = list(findings)
    all_read = finished and not findings
    if not finished and not isinstance(document, SeqNode):
        return LoadedCollection(file, (), complete=False), tuple(problems)
    if document is None:
        if finished and not findings:
            problems.append(Problem(Place(file), "empty_file"))
        return LoadedCollection(file, (), complete=False), tuple(problems)
    entries, findings, complete = read_records(document, model, file, dict(models))
    if finished and (not isinstance(document, SeqNode) or is_no_list_of_records(document)):
        return LoadedCollection(file, (), complete=False), tuple(findings)  # what is empty in it says nothing
    outdented = {problem.place for problem in findings if problem.code == "languages_not_indented"}
    problems = [problem for problem in problems if problem.place not in outdented]
    wrong = {problem.place for problem in findings}
    doubtful = (
        *texts_cut_short(text, document, file),
        *lists_in_texts(text, document, file),
        *doubtful_texts(document, file),
    )
    findings += [problem for problem in doubtful if problem.place not in wrong]
    problems += [problem for problem in findings if problem.place.line not in spoilt][:MOST_PROBLEMS]
    digests = _digests(text, entries)
    collection = LoadedCollection(file, tuple(entries), complete=all_read and complete, digests=digests)
    return collection, tuple(problems)


def _digests(text: str, entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return a digest of the lines of each of *entries* by id; what stands between two belongs to the first."""
    lines = text.split("\n")
    starts = [entry.node.mark[0] - 1 for entry in entries]
    ends = [max(start + 1, following) for start, following in zip(starts, (*starts[1:], len(lines)), strict=False)]
    return {
        entry.record.id: hashlib.sha256("\n".join(lines[start:end]).encode()).digest()
        for entry, start, end in zip(entries, starts, ends, strict=True)
    }


def _check_file_names(folder: Path, kinds: Kinds) -> Iterator[Problem]:
    if not folder.is_dir():
        yield Problem(Place(folder.as_posix()), "folder_missing")
        return
    expected = [*(name + SUFFIX for name in kinds), *OTHER_FILES]
    for path in sorted(folder.iterdir()):
        if path.suffix.casefold() in SPREADSHEETS:
            yield Problem(Place(path.as_posix()), "spreadsheet_in_data", {"name": quote(path.name)})
        elif path.name not in (*expected, *NEIGHBOURS) and not path.name.startswith("."):
            # a browser's, an editor's or a person's own ending may stand behind the right one, or in its place
            suggestion = nearest(path.name.partition(".")[0] + SUFFIX, expected)
            details = {"name": quote(path.name)} | ({"suggestion": suggestion} if suggestion else {})
            yield Problem(Place(path.as_posix()), "file_unknown", details)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Reading makes only objects without cycles, and a great many: collecting between them costs most of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
