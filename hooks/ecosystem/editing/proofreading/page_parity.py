"""A page that people write says the same in each language: as old, with the same headings, points and links.

The Finnish page is the measure; the warning stands at the translation, for that is what somebody forgot.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ecosystem.ground.languages import DEFAULT_LANGUAGE, Language
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.pages.documents import Document

_UPDATED: Final = "updated"
_HEADING: Final = re.compile(r"^(#+) +(.+)$", re.MULTILINE)

#: What of a page is counted, by the code of the warning. A paragraph more or less is one that is not translated.
_COUNTED: Final = {
    "page_headings_differ": re.compile(r"^#+ ", re.MULTILINE),
    "page_points_differ": re.compile(r"^ *(?:[-*]|\d+\.) ", re.MULTILINE),
    "page_paragraphs_differ": re.compile(r"\n\s*\n(?=[^\s#>-])"),
}
_LINK: Final = re.compile(r"\]\(((?:record:)?[^):]+)\)")

#: Headings that say nothing by themselves.
_EMPTY_HEADINGS: Final = frozenset(
    {"yleistä", "muuta", "tietoa", "allmänt", "övrigt", "information", "general", "other", "misc"}
)


def unequal_pages(documents: Mapping[tuple[Language, str], Document]) -> Iterator[Problem]:
    """Yield a warning for each page of *documents* whose age or parts are not those of its Finnish page."""
    for (language, name), document in documents.items():
        yield from _empty_headings(document)
        original = documents.get((DEFAULT_LANGUAGE, name))
        if original is None or language == DEFAULT_LANGUAGE:
            continue
        if document.updated != original.updated:
            details = {"date": document.updated.isoformat(), "other": original.updated.isoformat()}
            yield Problem(document.updated_at, "page_days_differ", details, Severity.WARNING)
        yield from _unequal_parts(document, original)


def _unequal_parts(document: Document, original: Document) -> Iterator[Problem]:
    ours, theirs = _body(document), _body(original)
    place = Place(document.updated_at.file)
    for code, pattern in _COUNTED.items():
        here, there = len(pattern.findall(ours)), len(pattern.findall(theirs))
        if here != there:
            yield Problem(place, code, {"count": str(here), "other": str(there)}, Severity.WARNING)
    links, others = Counter(_LINK.findall(ours)), Counter(_LINK.findall(theirs))
    for target in sorted(links.keys() | others.keys()):
        if links[target] != others[target]:
            details = {"value": quote(target), "count": str(links[target]), "other": str(others[target])}
            yield Problem(place, "page_links_differ", details, Severity.WARNING)


def _empty_headings(document: Document) -> Iterator[Problem]:
    text = _text(document)
    for heading in _HEADING.finditer(text):
        words = heading[2].strip()
        if words.lower() in _EMPTY_HEADINGS or words.endswith((".", ":")):
            place = Place(document.updated_at.file, text.count("\n", 0, heading.start()) + 1)
            yield Problem(place, "heading_says_nothing", {"value": quote(words)}, Severity.WARNING)


def _text(document: Document) -> str:
    return Path(document.updated_at.file).read_text(encoding="utf-8").replace("\r\n", "\n")


def _body(document: Document) -> str:
    """Return the page without its head."""
    return _text(document).split("---\n", 2)[-1]
