"""Which texts hold letters that the fonts of papers lack: the papers mark the place, and whoever edits is told."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.ground.settings import ROOT
from ecosystem.pages.drawing.fonts import read_coverage
from ecosystem.records.doubtful_text import texts_in
from ecosystem.records.load import LoadedData
from ecosystem.records.rules import Rule


@cache
def _drawn() -> frozenset[str]:
    return frozenset(map(chr, read_coverage(ROOT / "fonts")))


def letters_can_be_set(collection: str) -> Rule:
    """Return the rule that the papers on the records of *collection* have the letters of all texts."""

    def rule(data: LoadedData) -> Iterator[Problem]:
        """Papers show […] in the place of letters that their fonts lack."""
        drawn = _drawn()
        for entry in data[collection].entries:
            for text, mark in texts_in(entry.node):
                lacking = frozenset(text) - drawn
                if named := "".join(letter for letter in dict.fromkeys(text) if letter in lacking and _shows(letter)):
                    details = {"value": quote(named)}
                    yield Problem(Place(data[collection].file, *mark), "letters_lacking", details, Severity.WARNING)

    return rule


def _shows(letter: str) -> bool:
    """Tell whether *letter* is more than a space, a line's end or a joiner."""
    return not unicodedata.category(letter).startswith(("Z", "C"))
