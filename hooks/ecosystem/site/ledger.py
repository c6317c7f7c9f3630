"""What each product of the last build was made from, and which files it is.

A product need not be made again while all that it used is as it was. The ledger is kept beside the other caches; one
that is damaged, or of another version of the code, counts as none.
"""

import hashlib
import marshal
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.ground.files import replace_bytes
from ecosystem.ground.uses import Use

#: What a file is told by, and what the file system says of it where it stands: its size in bytes, and when it was last
#: written, in nanoseconds.
Written: TypeAlias = tuple[str, int, int]

#: Sorts of things of which most products of a kind use the same.
_SHARED_SORTS: Final = frozenset({"asset", "kept", "template", "terms", "title", "today", "word"})

_CHECKSUM: Final = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Entry:
    """A product: what it used, what else decides what it is, and its files by path.

    `shared` is what most products of its kind use too: words, templates. It is kept once for all that use the same.
    """

    shared: frozenset[Use]
    own: tuple[Use, ...]
    state: str
    files: Mapping[str, Written]


def make_entry(uses: Iterable[Use], state: str, files: Mapping[str, Written]) -> Entry:
    """Return the entry of a product that has just been made."""
    uses = tuple(uses)
    shared = frozenset(use for use in uses if use[0] in _SHARED_SORTS)
    return Entry(shared, tuple(use for use in uses if use[0] not in _SHARED_SORTS), state, files)


@dataclass(slots=True)
class Ledger:
    """The products of a build by name, what kept answers used, and what all things were like."""

    #: What decides all products at once: code, settings.
    ground: str = ""
    #: What tells all that the build read from any other state of it.
    inputs: str = ""
    products: dict[str, Entry] = field(default_factory=dict)
    kept: dict[Use, frozenset[Use]] = field(default_factory=dict)
    things: dict[Use, str] = field(default_factory=dict)


def read_ledger(path: Path) -> Ledger:
    """Return the ledger in the file at *path*; an empty one when there is none that is whole."""
    try:
        content = path.read_bytes()
    except OSError:
        return Ledger()
    checksum, body = content[:_CHECKSUM], content[_CHECKSUM:]
    if hashlib.sha256(body).digest() != checksum:
        return Ledger()
    try:
        return _read(body)
    except (ValueError, EOFError, TypeError, LookupError):  # whole, but of another version of Python or of this code
        return Ledger()


def _read(body: bytes) -> Ledger:
    ground, inputs, sets, products, kept, things = marshal.loads(body)  # noqa: S302 - written here, as its checksum tells
    known = [frozenset(uses) for uses in sets]
    return Ledger(
        ground,
        inputs,
        {name: Entry(known[shared], own, state, files) for name, shared, own, state, files in products},
        {use: known[uses] for use, uses in kept},
        things,
    )


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write *ledger* to the file at *path*."""
    numbers: dict[frozenset[Use], int] = {}

    def number(uses: frozenset[Use]) -> int:
        return numbers.setdefault(uses, len(numbers))

    products = [
        (name, number(entry.shared), entry.own, entry.state, dict(entry.files))
        for name, entry in ledger.products.items()
    ]
    kept = [(use, number(uses)) for use, uses in ledger.kept.items()]
    sets = [tuple(uses) for uses in numbers]
    needed = {use for uses in numbers for use in uses}.union(*(entry.own for entry in ledger.products.values()))
    things = {use: told for use, told in ledger.things.items() if use in needed}
    body = marshal.dumps((ledger.ground, ledger.inputs, sets, products, kept, things))
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(path, hashlib.sha256(body).digest() + body)


def ledger_path(cache: Path, target: Path) -> Path:
    """Return where the ledger of the site at *target* is kept in *cache*."""
    name = hashlib.sha256(os.fsencode(target.absolute())).hexdigest()[:16]
    return cache / "builds" / f"{name}.ledger"
