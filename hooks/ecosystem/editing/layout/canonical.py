"""Write a collection in its canonical form: records by id, fields in the model's order, comments where they belong.

Nothing may be lost: the result is read again, and must hold the same values and the same comments.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from pydantic import BaseModel

from ecosystem.editing.layout.comments import Comments, comment_lines, find_comments
from ecosystem.editing.layout.scalars import AMBIGUOUS, write_scalar
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.nodes import MapNode, Mark, SeqNode, Value, read_nodes
from ecosystem.records.reading import model_at
from ecosystem.records.record import Record, field_order

STEP: Final = 2


class LayoutError(EcosystemError):
    """A file, which is the message, cannot be written in canonical form without losing something."""


def canonical(text: str, document: SeqNode, model: type[Record], file: str) -> str:
    """Return *text*, the content of *file* that was read as *document*, in canonical form.

    Raises `LayoutError` if a value or a comment would not come through.
    """
    written = _Writer(text, find_comments(text, document)).collection(document, model)
    again, problems, _ = read_nodes(written, file)
    same_comments = sorted(c for _, c in comment_lines(text)) == sorted(c for _, c in comment_lines(written))
    if problems or again != sorted(document, key=record_id) or not same_comments:
        raise LayoutError(file)
    return written


def write_record(record: MapNode, model: type[Record]) -> str:
    """Return *record*, which comes from no file, as a collection of one."""
    return "\n".join(_Writer("", Comments()).item(record, (0, 0), model, 0)) + "\n"


def record_id(record: Value) -> str:
    """Return the id of *record*, by which records are sorted; one without comes first."""
    name = record.get("id") if isinstance(record, MapNode) else None
    return name if isinstance(name, str) else ""


class _Writer:
    """Writes nodes as lines; knows the text they came from and its comments."""

    def __init__(self, text: str, comments: Comments) -> None:
        self._lines = text.split("\n")
        self._comments = comments

    def collection(self, records: SeqNode, model: type[Record]) -> str:
        lines = [*self._comments.header, ""] if self._comments.header else []
        marked = zip(records, records.items_at, strict=True)
        for record, mark in sorted(marked, key=lambda pair: record_id(pair[0])):
            lines += self.item(record, mark, model, 0)
            lines += [" " * STEP + comment for comment in self._comments.at_end_of.get(mark, ())]
        lines += self._comments.footer
        return "\n".join([*lines, ""]) if records else "\n".join([*lines, "[]", ""])

    def item(self, node: Value, mark: Mark, model: type[BaseModel] | None, indent: int) -> Iterator[str]:
        """Yield the lines of an item of a list whose dashes stand at *indent*."""
        margin = " " * indent
        yield from (margin + comment for comment in self._comments.before.pop(mark, ()))
        if isinstance(node, MapNode) and node:
            lines = self._fields(node, model, indent + STEP)
            for line in lines:
                if not line.lstrip().startswith("#"):
                    yield f"{margin}- {line[indent + STEP :]}"
                    break
                yield margin + line.lstrip()
            yield from lines
        elif isinstance(node, SeqNode) and node:
            yield margin + "-"
            yield from self._items(node, model, indent + STEP)
        else:
            _, behind = self._around(mark)
            first, *more = self._leaf(node, mark, indent, indent + STEP)
            yield f"{margin}- {first}{behind}"
            yield from more

    def _fields(self, node: MapNode, model: type[BaseModel] | None, indent: int) -> Iterator[str]:
        order = {name: place for place, name in enumerate(_field_order(model))} if model else {}
        margin = " " * indent
        for key in sorted(node, key=lambda name: order.get(name, len(order))):
            value, mark = node[key], node.keys_at[key]
            before, behind = self._around(mark)
            yield from (margin + comment for comment in before)
            inner = _model_of(model, key) if model else None
            name = write_scalar(key, indent, 0)[0]
            if isinstance(value, MapNode) and value:
                yield f"{margin}{name}:{behind}"
                yield from self._fields(value, inner, indent + STEP)
            elif isinstance(value, SeqNode) and value:
                yield f"{margin}{name}:{behind}"
                yield from self._items(value, inner, indent + STEP)
            else:
                first, *more = self._leaf(value, node.values_at.get(key, mark), indent, indent + len(name) + 2)
                yield f"{margin}{name}: {first}{behind}"
                yield from more

    def _items(self, nodes: SeqNode, model: type[BaseModel] | None, indent: int) -> Iterator[str]:
        for node, mark in zip(nodes, nodes.items_at, strict=True):
            yield from self.item(node, mark, model, indent)

    def _leaf(self, node: Value, mark: Mark, indent: int, column: int) -> list[str]:
        if isinstance(node, str):
            quoted = bool(AMBIGUOUS.fullmatch(node)) and self._stood_in_quotes(mark)
            return write_scalar(node, indent, column, quoted=quoted)
        return ["[]" if isinstance(node, SeqNode) else "{}"]

    def _stood_in_quotes(self, mark: Mark) -> bool:
        line, column = mark
        return self._lines[line - 1][column - 1 : column] in ("'", '"') if 0 < line <= len(self._lines) else True

    def _around(self, mark: Mark) -> tuple[list[str], str]:
        """Return the comments before the key or item at *mark*, and what is to be put behind its first line."""
        before = self._comments.before.pop(mark, [])
        behind = self._comments.behind.pop(mark, [])
        return [*before, *behind[1:]], f"  {behind[0]}" if behind else ""


@cache
def _field_order(model: type[BaseModel]) -> list[str]:
    return field_order(model)


@cache
def _model_of(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    return model_at(model, (field,))
