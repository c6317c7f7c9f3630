"""Read a file of words: flat YAML, one text for each key.

Both the interface of the site (`ecosystem.words.interface`) and the messages of the checks
(`ecosystem.words.messages`) keep their words so, one file for each language.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.problems import Problem
from ecosystem.ground.text import read_text

_INNER_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
PLACEHOLDER: Final = re.compile(r"\{(\w*)\}")


class WordingError(EcosystemError):
    """A file of words cannot be used; the message says which and why. It is a fault of the code, not of the data."""


def read_words(path: Path) -> Mapping[str, str]:
    """Return the words in *path* by key; raise `WordingError` when it is anything but flat YAML."""
    text, problems = read_text(path, path.as_posix())
    if text is not None:
        words, findings = _read_flat(text, path.as_posix())
        problems += findings
        if not problems and words is not None:
            return words
    first = f"{problems[0].place}: {problems[0].code}" if problems else f"{path}: not a flat mapping of texts"
    raise WordingError(first)


@lru_cache(maxsize=64)
def _read_flat(text: str, file: str) -> tuple[Mapping[str, str] | None, tuple[Problem, ...]]:
    """Return the words in *text*, None if it is not flat, and what is wrong. A preview reads most files again."""
    document, findings, _ = read_nodes(text, file)
    if not isinstance(document, MapNode):
        return None, tuple(findings)
    words = {key: value for key, value in document.items() if isinstance(value, str)}
    return (MappingProxyType(words) if len(words) == len(document) else None), tuple(findings)


def choice_family(name: str) -> str:
    """Return how the keys of the names of the values of the choice *name* begin: ``choice.member-kind.``."""
    return f"choice.{_INNER_CAPITAL.sub('-', name).lower()}."


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the placeholders in *text*: ``{count} members`` has one, ``count``."""
    return frozenset(PLACEHOLDER.findall(text))
