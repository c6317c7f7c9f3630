"""Put records and fields into the text of a collection, leaving every other line as it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ecosystem.editing.yaml_text import Plain, field_lines, record_lines
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.nodes import MapNode, SeqNode, Value, read_nodes

_EMPTY_LIST: Final = "[]"
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+\Z")
_LONE_RETURN: Final = re.compile(r"\r(?!\n)")


class TextEditError(EcosystemError):
    """The file cannot be changed as text; the message says why."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record in a file: its values and the lines (from 0, the last not included) that it takes up."""

    node: MapNode
    start: int
    end: int

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.node["id"])


class CollectionText:
    """The text of one collection, open for changes. All lines keep their own ends."""

    def __init__(self, text: str, file: str) -> None:
        """Take *text*, the content of *file*; raise `TextEditError` if it is not a readable list of records."""
        document, problems, _ = read_nodes(text, file)
        if problems or not isinstance(document, SeqNode):
            place = problems[0].place if problems else file
            raise TextEditError(f"{place}: this file must be mended first; `check` says how")
        if _LONE_RETURN.search(text):
            raise TextEditError(f"{file}: a carriage return stands alone; save the file with ordinary line ends")
        self.lines = _LINE.findall(text) if document else []
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self.records = _records(document, self.lines, file)
        if not document and text.strip() != _EMPTY_LIST:
            raise TextEditError(f"{file}: the file has no records; write only {_EMPTY_LIST}")

    def text(self) -> str:
        """Return the whole text as it stands now."""
        return "".join(self.lines) if self.lines else _EMPTY_LIST + self._newline

    def with_changes(
        self, changes: Mapping[str, Mapping[str, Plain | None]], new: Sequence[Mapping[str, Plain]], order: list[str]
    ) -> str:
        """Return the text with *changes* (fields by id; None removes one) and the records *new*, sorted in by id.

        *order* is that of the fields in the file.
        """
        edits: list[tuple[int, int, list[str]]] = []
        for record in self.records:
            if fields := changes.get(record.id):
                edits += self._field_edits(record, fields, order)
        for fields in sorted(new, key=lambda some: str(some["id"])):
            at = self._place_of(str(fields["id"]))
            edits.append((at, at, record_lines({name: fields[name] for name in order if name in fields})))
        return self._apply(edits)

    def _apply(self, edits: list[tuple[int, int, list[str]]]) -> str:
        """Return the text with each (start, end, new lines) put in; edits at one place keep their order."""
        lines = list(self.lines)
        if lines and not lines[-1].endswith("\n") and any(start == len(lines) for start, _, _ in edits):
            lines[-1] += self._newline
        for _, (start, end, new) in sorted(enumerate(edits), key=lambda item: (item[1][0], item[0]), reverse=True):
            lines[start:end] = [line + self._newline for line in new]
        return "".join(lines) if lines else self.text()

    def _place_of(self, new_id: str) -> int:
        """Return the line before which the record *new_id* belongs."""
        for record in self.records:
            if record.id > new_id:
                return _above_comments(self.lines, record.start)
        return len(self.lines)

    def _field_edits(
        self, record: RecordText, fields: Mapping[str, Plain | None], order: list[str]
    ) -> list[tuple[int, int, list[str]]]:
        """Return the edits of *record*, in the file's order: fields that enter at one place keep it."""
        spans = self._field_spans(record)
        indent = record.node.mark[1] - 1
        edits: list[tuple[int, int, list[str]]] = []
        for name in sorted(fields, key=order.index):
            value = fields[name]
            new = [] if value is None else field_lines(name, value, indent)
            if name in spans:
                edits.append((*spans[name], new))
            elif new:
                after = max(spans[other][1] for other in order[: order.index(name)] if other in spans)
                edits.append((after, after, new))
        return edits

    def _field_spans(self, record: RecordText) -> dict[str, tuple[int, int]]:
        """Return the lines of each field of *record*, without the comments and empty lines after it."""
        node = record.node
        starts = [node.keys_at[name][0] - 1 for name in node]
        if len(set(starts)) != len(starts) or len({node.keys_at[name][1] for name in node}) != 1:
            line = record.start + 1
            raise TextEditError(f"{record.id} (line {line}) is not written with one field on each line; mend it first")
        spans = {}
        for name, start, end in zip(node, starts, [*starts[1:], record.end], strict=True):
            spans[name] = (start, _without_tail(self.lines, start, end, node.mark[1] - 1))
        return spans


def _records(document: Value, lines: list[str], file: str) -> list[RecordText]:
    nodes = [node for node in document if isinstance(node, MapNode)] if isinstance(document, SeqNode) else []
    starts = [node.mark[0] - 1 for node in nodes]
    if isinstance(document, SeqNode) and len(nodes) != len(document):
        raise TextEditError(f"{file}: not a list of records; `check` says where")
    for node, start in zip(nodes, starts, strict=True):
        if not lines[start].startswith("- ") or next(iter(node), "") != "id" or not isinstance(node["id"], str):
            raise TextEditError(f"{file}:{start + 1}: a record begins with `- id: …`; mend this one first")
    ends = [*starts[1:], len(lines)][: len(nodes)]
    return [RecordText(node, start, end) for node, start, end in zip(nodes, starts, ends, strict=True)]


def _above_comments(lines: list[str], start: int) -> int:
    """Return the first line of the comments that stand directly above line *start*: they belong to its record."""
    first = start
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return first or start  # comments at the very top belong to the file


def _without_tail(lines: list[str], start: int, end: int, indent: int) -> int:
    """Return where the field at *start* really ends: not with comments or empty lines that follow it.

    A line that begins with # deeper than the field itself is part of a folded text.
    """
    while end > start + 1:
        line = lines[end - 1]
        is_comment = line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) <= indent
        if line.strip() and not is_comment:
            break
        end -= 1
    return end


def plain(value: Value) -> Plain:
    """Return *value* without the marks of its places."""
    if isinstance(value, MapNode):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, SeqNode):
        return [plain(inner) for inner in value]
    return str(value)
