"""Find the comments of a data file and what each belongs to. YAML readers drop them; editors do not want that.

A comment on lines of its own belongs to the key or item that follows it, one behind a value to that value. A
comment above an empty line at the top of a file belongs to the file, and one that is indented at the end of a
record to that record.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from ecosystem.ground.nodes import MapNode, Mark, SeqNode, Value

_CANDIDATE: Final = re.compile(r"(?:^|(?<=[ \r]))#[^\n\r]*", re.MULTILINE)


@dataclass(slots=True)
class Comments:
    """The comments of a file, by the mark of the key or item to which they belong."""

    header: list[str] = field(default_factory=list)
    before: dict[Mark, list[str]] = field(default_factory=lambda: defaultdict(list))
    behind: dict[Mark, list[str]] = field(default_factory=lambda: defaultdict(list))
    at_end_of: dict[Mark, list[str]] = field(default_factory=lambda: defaultdict(list))
    footer: list[str] = field(default_factory=list)


def find_comments(text: str, document: Value) -> Comments:
    """Return the comments of *text*, whose content is *document*."""
    comments = Comments()
    found = list(comment_lines(text))
    if not found:
        return comments
    anchors = sorted(set(_anchors(document)))
    records = document.items_at if isinstance(document, SeqNode) else []
    lines = text.split("\n")
    header_end = _header_end(lines, anchors[0][0] if anchors else len(lines) + 1)
    for (line, column), comment in found:
        in_front = lines[line - 1][: column - 1].strip()
        following = bisect_left(anchors, (line + 1, 0))
        if in_front.strip("- "):
            comments.behind[anchors[bisect_right(anchors, (line, column)) - 1]].append(comment)
        elif line < header_end:
            comments.header.append(comment)
        elif in_front == "" and column > 1 and (following == len(anchors) or anchors[following] in records):
            record = bisect_left(records, (line, 0)) - 1
            comments.at_end_of[records[record]].append(comment)
        elif following < len(anchors):
            comments.before[anchors[following]].append(comment)
        else:
            comments.footer.append(comment)
    return comments


def comment_lines(text: str) -> Iterator[tuple[Mark, str]]:
    """Yield the mark and the text of each comment in *text*."""
    candidates = list(_CANDIDATE.finditer(text))
    if not candidates:
        return
    scalars = list(_scalar_spans(text))
    starts = [start for start, _ in scalars]
    line, counted = 1, 0
    for match in candidates:
        line += text.count("\n", counted, match.start())
        counted = match.start()
        mark = (line, counted - text.rfind("\n", 0, counted))
        around = bisect_right(starts, mark) - 1
        if around < 0 or mark >= scalars[around][1]:
            yield mark, match.group().rstrip()


def _scalar_spans(text: str) -> Iterator[tuple[Mark, Mark]]:
    """Yield where each scalar begins and ends; the line that announces a block scalar is not part of its text."""
    loader = yaml.CSafeLoader(text)
    try:
        while (event := loader.get_event()) is not None:
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                start = (event.start_mark.line + 1, event.start_mark.column + 1)
                if event.style in ("|", ">"):
                    start = (start[0] + 1, 0)
                yield start, (event.end_mark.line + 1, event.end_mark.column + 1)
    finally:
        loader.dispose()


def _anchors(node: Value) -> Iterator[Mark]:
    """Yield the marks of all keys and items below *node*."""
    waiting = [node]
    while waiting:
        around = waiting.pop()
        if isinstance(around, MapNode):
            yield from around.keys_at.values()
            waiting += around.values()
        elif isinstance(around, SeqNode):
            yield from around.items_at
            waiting += around


def _header_end(lines: list[str], first: int) -> int:
    """Return the number of the last empty line before the line *first*, where the content begins; 0 for none."""
    return max(
        (number for number in range(1, first) if number <= len(lines) and not lines[number - 1].strip()), default=0
    )
