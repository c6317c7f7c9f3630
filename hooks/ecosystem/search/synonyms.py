"""What a kind says of what else something is called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ecosystem.ground.languages import Language


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The role of a kind whose records say what else something is called: the wordings of one in each language."""

    wordings: Callable[[Any], Mapping[Language, Iterable[str]]]
