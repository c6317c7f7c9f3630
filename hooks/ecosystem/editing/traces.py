"""Every place where words still stand: files, the files inside archives and workbooks, and the history of git.

For whoever removes a person for good ("Removing a person for good" in SECURITY.md). The text of a PDF lies compressed
in it and is not read: such files are counted, for they are made anew of the data.
"""

import gzip
import html
import io
import json
import os
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from ecosystem.ground.git import ask_git

#: Folders in which nothing of the content lies: libraries, and what git keeps, of which git itself is asked.
LEFT_OUT: Final = frozenset({".git", ".venv", "node_modules", "__pycache__"})

#: An archive may hold archives; one that holds more of them than this one inside the other is no work of ours.
DEEPEST: Final = 3

_PDF: Final = b"%PDF-"
_GZIP: Final = b"\x1f\x8b"
#: What an extended regular expression of POSIX, as git reads it, takes for more than a letter.
_SPECIAL: Final = re.compile(r"([.\[\\*^$+?{|()])")


@dataclass(frozen=True, slots=True)
class Traces:
    """Where the words stand, as "file:line" or "archive: file:line"; the commits; and how many PDFs were not read."""

    places: Sequence[str]
    commits: Sequence[str]
    unread: int


def traces_of(words: str, folder: Path) -> Traces:
    """Return where *words* stand in *folder* and its history, in any case and however spaces and signs are written."""
    pattern = _pattern(words)
    places: list[str] = []
    unread = 0
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        for inside, content in _contents(name, path.read_bytes()):
            if content.startswith(_PDF):
                unread += 1
            else:
                places += _lines(inside, content, pattern)
    return Traces(places, tuple(dict.fromkeys(_commits(words, folder))), unread)


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds *words* as text, markup, JSON and address have them."""

    def forms(word: str) -> str:
        cases = (word, word.lower(), word.upper(), word.capitalize())  # an escaped letter has one escape in each case
        escaped = [escape(one) for one in cases for escape in (str, html.escape, _as_json, quote)]
        return "(?:" + "|".join(re.escape(form) for form in dict.fromkeys(escaped)) + ")"

    return re.compile(r"(?:\s|&nbsp;|%20|\+)+".join(map(forms, words.split())), re.IGNORECASE)


def _as_json(word: str) -> str:
    return json.dumps(word)[1:-1]


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - LEFT_OUT)
        for path in (Path(place, name) for name in sorted(names)):
            if path.is_file() and not path.is_symlink():
                yield path


def _contents(name: str, content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield *content* under its *name*, or in its place the files that are packed in it."""
    if depth == DEEPEST:
        yield name, content
        return
    for inside, packed in _unpacked(name, content):
        if packed is content:
            yield name, content
        else:
            yield from _contents(inside, packed, depth + 1)


def _unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for part in archive.namelist():
                    yield f"{name}: {part}", archive.read(part)
            return
        if content.startswith(_GZIP):
            content = gzip.decompress(content)
            if not tarfile.is_tarfile(io.BytesIO(content)):
                yield f"{name}: ", content
                return
            with tarfile.open(fileobj=io.BytesIO(content)) as tape:
                for member in tape:
                    read = tape.extractfile(member)
                    if read is not None:
                        yield f"{name}: {member.name}", read.read()
            return
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, NotImplementedError, RuntimeError, zlib.error):
        pass  # damaged or locked: what can be read of it is read as it is
    yield name, content


def _lines(name: str, content: bytes, pattern: re.Pattern[str]) -> Iterator[str]:
    text = content.decode("utf-8", "replace")
    for line in dict.fromkeys(text.count("\n", 0, found.start()) + 1 for found in pattern.finditer(text)):
        yield f"{name}:{line}"


def _commits(words: str, folder: Path) -> Iterator[str]:
    """Yield the commits on any branch that added or took away *words*, or speak of them."""
    asked = "[[:space:]]+".join(_SPECIAL.sub(r"\\\1", word) for word in words.split())
    for where in (f"-G{asked}", f"--grep={asked}", f"--author={asked}"):
        told = ask_git(folder, "log", "--all", "-i", "-E", where, "--format=%h %cs") or b""
        yield from told.decode().splitlines()
