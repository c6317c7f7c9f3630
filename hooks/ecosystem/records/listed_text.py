"""Lists typed into a text: YAML folds their lines into one, and no page shows them as a list."""

import re
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.nodes import MapNode, SeqNode, Value
from ecosystem.ground.problems import Place, Problem, Severity, quote

_ITEM: Final = re.compile(r"\s+(?:[-*+•·–] +\S|(?P<number>\d{1,2})[.)] +\S)")
_NUMBERED: Final = 2


def lists_in_texts(text: str, document: Value | None, file: str) -> Iterator[Problem]:
    """Yield a warning for each value of *document*, read from *text*, some lines of which are items of a list."""
    lines = text.split("\n")
    if not any(_ITEM.match(line) and ":" not in line for line in lines):
        return
    for at, first, column in _texts(document):
        items = [line for line in _lines_of(lines, first, column) if _ITEM.match(line)]
        numbers = [int(found["number"]) for line in items if (found := _ITEM.match(line)) and found["number"]]
        # a date that folding put at the beginning of a line is no item: a list counts from one
        if len(numbers) < len(items) or numbers[:_NUMBERED] == [1, _NUMBERED]:
            yield Problem(Place(file, *at), "list_in_text", {"value": quote(items[0].strip())}, Severity.WARNING)


def _lines_of(lines: list[str], first: int, column: int) -> Iterator[str]:
    """Yield the lines behind the line *first* (from 1) that belong to the text of the field that begins at *column*."""
    for line in lines[first:]:
        if line.strip() and len(line) - len(line.lstrip()) < column:
            return
        yield line


def _texts(node: Value | None) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Yield the mark of each text in *node*, and the line and column of its field."""
    if isinstance(node, MapNode):
        for key, value in node.items():
            if isinstance(value, str):
                yield node.values_at[key], node.keys_at[key][0], node.keys_at[key][1]
            else:
                yield from _texts(value)
    elif isinstance(node, SeqNode):
        for value, mark in zip(node, node.items_at, strict=True):
            if isinstance(value, str):
                yield mark, mark[0], mark[1]
            else:
                yield from _texts(value)
