"""JSON as people read it: with a line for each value.

The standard library indents in Python, through a generator for each level; this joins what its fast encoder makes.
"""

import json
from collections.abc import Callable
from typing import Any, Final

#: JSON on one line, with the letters of all alphabets as they are.
compact_json: Final[Callable[[Any], str]] = json.JSONEncoder(ensure_ascii=False).encode


def indented_json(value: Any, step: int = 2) -> str:
    """Return *value*, whose names are all texts, with *step* spaces a level, as `json.dumps` writes it."""
    return _indented(value, "\n", " " * step)


def _indented(value: Any, line: str, step: str) -> str:
    inner = line + step
    if isinstance(value, dict) and value:
        items = [f"{compact_json(name)}: {_indented(one, inner, step)}" for name, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    if isinstance(value, list | tuple) and value:
        items = [_indented(one, inner, step) for one in value]
        return f"[{inner}{f',{inner}'.join(items)}{line}]"
    return compact_json(value)
