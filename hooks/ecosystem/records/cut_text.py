"""Text that YAML takes for a comment: `Yliopisto on #1 tekoälyssä.` ends at `on`, and nobody sees the rest."""

from collections.abc import Iterator
from typing import Final

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import MapNode, Mark, SeqNode, Value
from ecosystem.ground.problems import Place, Problem, Severity, quote

_BEGINNING: Final = " #"


def texts_cut_short(text: str, document: Value | None, file: str) -> Iterator[Problem]:
    """Yield a warning for each value of *document*, read from *text*, that a comment on its line may have cut.

    A comment of an editor stands on a line of its own, or begins with a space after its `#`; none stands behind a text
    of a language.
    """
    lines = text.split("\n")
    if not any(_BEGINNING in line and not line.lstrip().startswith("#") for line in lines):
        return
    for key, value, (line, column) in _values(document):
        end = _end(lines, line, column, value)
        if end is None:
            continue
        rest = lines[end[0] - 1][end[1] :]
        comment = rest.lstrip()
        if comment.startswith("#") and comment != rest and (key in LANGUAGES or comment[1:2].strip()):
            place = Place(file, end[0], end[1] + 1 + len(rest) - len(comment))
            yield Problem(place, "text_cut", {"value": quote(comment.strip())}, Severity.WARNING)


def _end(lines: list[str], line: int, column: int, value: str) -> Mark | None:
    """Return the line and the length of what of it belongs to the plain *value* that begins at *line* and *column*."""
    words = value.split()
    row, at = line - 1, column - 1
    for word in words:
        rest = lines[row][at:]
        while not rest.strip():
            row, at = row + 1, 0
            if row >= len(lines):
                return None
            rest = lines[row]
        start = at + len(rest) - len(rest.lstrip())
        if not lines[row].startswith(word, start):
            return None  # in quotes or folded: there a # is text
        at = start + len(word)
    return row + 1, at


def _values(node: Value | None) -> Iterator[tuple[str, str, Mark]]:
    """Yield each text in *node* with its field and its mark."""
    if isinstance(node, MapNode):
        for key, value in node.items():
            if isinstance(value, str):
                yield key, value, node.values_at[key]
            else:
                yield from _values(value)
    elif isinstance(node, SeqNode):
        for value, mark in zip(node, node.items_at, strict=True):
            if isinstance(value, str):
                yield "", value, mark
            else:
                yield from _values(value)
