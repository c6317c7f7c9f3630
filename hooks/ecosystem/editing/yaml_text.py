"""Write plain values as YAML in the style of `data/`.

Block style, two spaces a level, lists indented under their key; texts as `editing.layout.scalars` writes them,
so that `fmt` finds nothing to change in what is written here.
"""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from ecosystem.editing.layout.scalars import write_scalar

Plain: TypeAlias = str | Sequence["Plain"] | Mapping[str, "Plain"]
"""A value as a data file holds it: a text, a list, or a group of fields."""

INDENT: Final = 2


def record_lines(fields: Mapping[str, Plain]) -> list[str]:
    """Return the lines of a record in a list: the first field after a dash, the others below it."""
    return _item_lines(fields, 0)


def field_lines(key: str, value: Plain, indent: int) -> list[str]:
    """Return the lines of the field *key*, *indent* columns from the left."""
    start = f"{' ' * indent}{key}:"
    if isinstance(value, str):
        return _text_lines(start, value, indent)
    if not value:
        return [f"{start} {'{}' if isinstance(value, Mapping) else '[]'}"]
    if isinstance(value, Mapping):
        return [start, *_mapping_lines(value, indent + INDENT)]
    return [start, *(line for item in value for line in _item_lines(item, indent + INDENT))]


def _mapping_lines(fields: Mapping[str, Plain], indent: int) -> list[str]:
    return [line for key, value in fields.items() for line in field_lines(key, value, indent)]


def _item_lines(item: Plain, indent: int) -> list[str]:
    dash = f"{' ' * indent}-"
    if isinstance(item, str):
        return _text_lines(dash, item, indent)
    if not isinstance(item, Mapping):
        raise TypeError("no collection has lists in lists")
    first, *rest = _mapping_lines(item, indent + INDENT)
    return [f"{dash} {first.lstrip()}", *rest]


def _text_lines(start: str, text: str, indent: int) -> list[str]:
    """Return *text* after *start* (a key or a dash), on one line or folded below it."""
    first, *rest = write_scalar(text, indent, len(start) + 1)
    return [f"{start} {first}", *rest]
