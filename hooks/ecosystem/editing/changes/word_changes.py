"""Which words of a text have changed: what stayed, what went and what came, in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

#: So many unchanged words are shown beside a change.
_AROUND: Final = 6

_CUT: Final = "…"


class Fate(StrEnum):
    """What has become of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand beside each other and share a fate."""

    fate: Fate
    text: str


def word_changes(old: str, new: str) -> list[Piece]:
    """Return the words of both texts, with what neither changed cut to a few words around each change."""
    before, after = old.split(), new.split()
    pieces = list(_pieces(before, after))
    return [_cut(piece, number == 0, number == len(pieces) - 1) for number, piece in enumerate(pieces)]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for what, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(Fate.KEPT, " ".join(before[start:end]))
            continue
        if start < end:
            yield Piece(Fate.GONE, " ".join(before[start:end]))
        if new_start < new_end:
            yield Piece(Fate.NEW, " ".join(after[new_start:new_end]))


def _cut(piece: Piece, is_first: bool, is_last: bool) -> Piece:
    """Return *piece* without the middle of what stayed, or without all that is far from the only change beside it."""
    words = piece.text.split()
    front = [] if is_first else words[:_AROUND]
    back = [] if is_last else words[-_AROUND:]
    if piece.fate is not Fate.KEPT or len(words) <= len(front) + len(back):
        return piece
    return Piece(Fate.KEPT, " ".join([*front, _CUT, *back]))
