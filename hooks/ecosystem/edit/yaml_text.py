"""Write plain values as YAML in the style of `data/`.

Block style, two spaces a level, lists indented under their key. A text stands on one line where it fits in
100 columns, else folded (`>-`); it is quoted only where YAML would read it as something else.
"""

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

Plain: TypeAlias = str | Sequence["Plain"] | Mapping[str, "Plain"]
"""A value as a data file holds it: a text, a list, or a group of fields."""

WIDTH: Final = 100
INDENT: Final = 2

#: What may begin a text without quotes, besides letters and digits.
_FIRST: Final = "(+/"
_NOT_PLAIN: Final = re.compile(r": |:$| #|\n|^\s|\s$")
#: A folded text keeps its line breaks, but neither spaces in a row nor a line that begins or ends with one.
_NOT_FOLDED: Final = re.compile(r"  |\n | \n|^\s|\s$")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


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
    line = f"{start} {text if _is_plain(text) else quoted(text)}"
    foldable = " " in text or "\n" in text
    if (len(line) <= WIDTH and "\n" not in text) or not foldable or _NOT_FOLDED.search(text) or not _is_clean(text):
        return [line]
    margin = " " * (indent + INDENT)
    folded = [f"{start} >-"]
    for number, paragraph in enumerate(text.split("\n")):
        folded += [""] * (number > 0)
        folded += textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return folded


def _is_plain(text: str) -> bool:
    starts_well = bool(text) and (text[0].isalnum() or text[0] in _FIRST)
    return starts_well and not _NOT_PLAIN.search(text) and _is_clean(text)


def _is_clean(text: str) -> bool:
    """Tell whether *text* shows all that it holds; other letters are written as escapes."""
    return all(letter.isprintable() or letter in "\n\u00a0" for letter in text)


def quoted(text: str) -> str:
    """Return *text* in double quotes, with an escape for what cannot be seen."""
    return '"' + "".join(_ESCAPES.get(letter) or _visible(letter) for letter in text) + '"'


def _visible(letter: str) -> str:
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
