"""Words that say that something does not exist or has not happened, where perhaps this site only does not know of it.

What is not known to this site is said to be that. Who knows that a thing is absent cites the source that says so.
"""

import re
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.languages import Language, as_language
from ecosystem.ground.nodes import MapNode, SeqNode, Value
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Path

#: What people write who have not seen a thing, in each language.
_ABSENT: Final[dict[Language, re.Pattern[str]]] = {
    "fi": re.compile(
        r"\bei (?:ole |ollut )?(?:vielä )?(?:julkista|julkisia) tieto\w*"
        r"|\bei (?:ole|ollut) (?:vielä )?(?:julkaistu|julkistettu|raportoitu|kerrottu|ilmoitettu)",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        r"\bingen offentlig (?:uppgift|information)|\binga offentliga uppgifter"
        r"|\b(?:inte|ännu inte) (?:har )?(?:publicerats|offentliggjorts|rapporterats|publicerad|rapporterad)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bno public information|\bnot (?:yet )?(?:been )?(?:published|reported|announced|made public)",
        re.IGNORECASE,
    ),
}


def absences(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Yield where *text* says that something is not there."""
    return _ABSENT[language].finditer(text)


def absences_have_sources(data: LoadedData) -> Iterator[Problem]:
    """A record that says that something does not exist or has not happened cites a source for that."""
    for loaded in data.values():
        for entry in loaded.entries:
            for path, words in _said(entry.node, ()):
                if not _has_source(entry.node):
                    details = {"value": quote(words), "language": str(path[-1])}
                    yield Problem(entry.place(*path), "absence_without_source", details, Severity.WARNING)


def known_absences_hold(data: LoadedData) -> Iterator[Problem]:
    """A field that is known to hold nothing can be so, holds nothing, and a source says so."""
    for loaded in data.values():
        for entry in loaded.entries:
            record, possible = entry.record, getattr(entry.record, "may_be_none", ())
            for index, name in enumerate(getattr(record, "known_none", ())):
                place, details = entry.place("known_none", index), {"field": quote(name)}
                if name not in possible:
                    details["fields"] = ", ".join(possible) or "–"
                    if suggestion := nearest(name, possible):
                        details["suggestion"] = suggestion
                    yield Problem(place, "known_none_field", details)
                elif getattr(record, name):
                    yield Problem(place, "known_none_given", details)
                elif not _has_source(entry.node):
                    yield Problem(place, "known_none_without_source", details)


def _said(node: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, MapNode):
        for key, value in node.items():
            if isinstance(value, str):
                if key in _ABSENT and (found := _ABSENT[as_language(key)].search(value)):
                    yield (*path, key), found.group()
            else:
                yield from _said(value, (*path, key))
    elif isinstance(node, SeqNode):
        for index, value in enumerate(node):
            if not isinstance(value, str):
                yield from _said(value, (*path, index))


def _has_source(node: MapNode) -> bool:
    sources = node.get("sources")
    return isinstance(sources, SeqNode) and any(isinstance(one, MapNode) and one.get("absence") for one in sources)
