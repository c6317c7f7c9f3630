"""The official terms: what is said otherwise has a pattern in `data/words/terms.<language>.yaml`, with the term."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.editing.proofreading.accepted_words import FOLDER
from ecosystem.editing.proofreading.passages import Passage
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.problems import Place, Problem, quote
from ecosystem.ground.text import read_text


@dataclass(frozen=True, slots=True)
class Terms:
    """Patterns of words that are not the official term, with the term, by language."""

    instead: Mapping[Language, Mapping[re.Pattern[str], str]]


_NONE: Final[Mapping[re.Pattern[str], str]] = {}


def read_terms(folder: Path) -> tuple[Terms, list[Problem]]:
    """Return the terms that are kept in *folder*, beside the data, and what is wrong with their files."""
    instead: dict[Language, Mapping[re.Pattern[str], str]] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        path = folder / FOLDER / f"terms.{language}.yaml"
        if path.exists():
            instead[language], found = _read(path)
            problems += found
    return Terms(instead), problems


def _read(path: Path) -> tuple[Mapping[re.Pattern[str], str], list[Problem]]:
    file = path.as_posix()
    text, problems = read_text(path, file)
    document, found, _ = read_nodes(text or "", file)
    problems += found
    patterns: dict[re.Pattern[str], str] = {}
    for pattern, term in document.items() if isinstance(document, MapNode) else ():
        try:
            patterns[re.compile(pattern)] = str(term)
        except re.error:
            place = Place(file, *document.keys_at[pattern]) if isinstance(document, MapNode) else Place(file)
            problems.append(Problem(place, "term_pattern", {"value": quote(pattern)}))
    return patterns, problems


def unofficial_terms(passages: Iterable[Passage], terms: Terms) -> Iterator[Problem]:
    """Yield a warning for each of *passages* that says otherwise what has an official term."""
    for passage in passages:
        for pattern, term in terms.instead.get(passage.language, _NONE).items():
            if match := pattern.search(passage.seen):
                yield passage.warn("term_unofficial", found=quote(match[0]), right=quote(term))
