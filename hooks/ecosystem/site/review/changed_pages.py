"""Which pages of a site a change made other, and in what words: told by what stands between the frames of the pages."""

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import lxml.html
from lxml.html import HtmlElement

from ecosystem.editing.changes.word_changes import Fate, Piece, word_changes
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.addresses import file_of
from ecosystem.site.addresses import EDITING, EDITORS

#: Of a page of which more has changed, these are shown.
MOST_PASSAGES: Final = 30

#: Pages for editors: they name files and lines, which are others in each copy.
_OF_EDITORS: Final = frozenset(file_of(path) for path in (*EDITORS.values(), *EDITING.values()))

_MAIN: Final = ("<main", "</main>")

#: What stands within a line; all else begins a line of its own.
_TEXT: Final = ("a", "abbr", "bdi", "cite", "code", "data", "dfn", "kbd", "q", "span", "time", "var", "wbr")
_MARKS: Final = ("b", "del", "em", "i", "ins", "mark", "s", "small", "strong", "sub", "sup", "u")
_INLINE: Final = frozenset((*_TEXT, *_MARKS))
#: What nobody reads as text.
_SILENT: Final = frozenset(("script", "style", "svg", "template"))


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that a change made other: where it stands, what it was and is called, and what its words were and are."""

    path: str
    language: Language
    title: str
    #: The same page in the default language, by which its languages are found together; its own path where it has none.
    common: str
    is_new: bool
    is_gone: bool
    passages: Sequence[Sequence[Piece]]
    #: How many more passages there are.
    more: int
    #: How much of the page is other, from 0 to 1.
    share: float


@dataclass(frozen=True, slots=True)
class _Document:
    main: str
    lines: Sequence[str]
    title: str
    language: Language
    alternates: Mapping[str, str]


def changed_pages(site: Path, before: Path, site_url: str) -> list[list[ChangedPage]]:
    """Return the pages of *site* that *before* has not, or otherwise, and those that went.

    The languages of a page stand together; what changed most comes first.
    """
    grouped: dict[str, list[ChangedPage]] = defaultdict(list)
    for page in _changed(site, before, site_url):
        grouped[page.common].append(page)
    for pages in grouped.values():
        pages.sort(key=lambda page: LANGUAGES.index(page.language))
    return sorted(grouped.values(), key=lambda pages: (-max(page.share for page in pages), pages[0].path))


def _changed(site: Path, before: Path, site_url: str) -> Iterator[ChangedPage]:
    now, then = _pages(site), _pages(before)
    for path in sorted(now.keys() | then.keys()):
        new, old = now.get(path), then.get(path)
        if new and old and new.read_bytes() == old.read_bytes():
            continue
        document, last = _read(new), _read(old)
        if document and last and document.main == last.main:
            continue
        shown = document or last
        if shown is None:
            continue
        passages = list(_passages(last.lines if last else (), document.lines if document else ()))
        common = shown.alternates.get(LANGUAGES[0], path)
        yield ChangedPage(
            path=path,
            language=shown.language,
            title=shown.title,
            common=common.removeprefix(site_url),
            is_new=last is None,
            is_gone=document is None,
            passages=passages[:MOST_PASSAGES] if document and last else (),
            more=max(0, len(passages) - MOST_PASSAGES) if document and last else 0,
            share=_share(passages, shown) if document and last else 1,
        )


def _pages(site: Path) -> dict[str, Path]:
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {path: page for path, page in pages.items() if path not in _OF_EDITORS}


def _read(path: Path | None) -> _Document | None:
    """Return what stands in the page at *path*; None for no page, and for one that only leads on."""
    if path is None:
        return None
    text = path.read_text(encoding="utf-8")
    start, end = (text.find(mark) for mark in _MAIN)
    if start < 0 or end < 0:
        return None
    document = lxml.html.document_fromstring(text)
    main = document.find(".//main")
    heading = main.find(".//h1")
    return _Document(
        main=text[start:end],
        lines=_lines(main),
        title=" ".join((document.findtext(".//title") if heading is None else heading.text_content()).split()),
        language=next((one for one in LANGUAGES if one == document.get("lang")), LANGUAGES[0]),
        alternates={
            link.get("hreflang"): html.unescape(link.get("href"))
            for link in document.iterfind(".//link[@rel='alternate'][@hreflang]")
        },
    )


def _lines(element: HtmlElement) -> list[str]:
    """Return the text of *element* as one reads it, each block on a line of its own."""
    lines = "".join(_words(element)).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def _words(element: HtmlElement) -> Iterator[str]:
    is_block = element.tag not in _INLINE
    if is_block:
        yield "\n"
    if isinstance(element.tag, str) and element.tag not in _SILENT:
        yield " ".join((element.text or "").splitlines())
        for child in element:
            yield from _words(child)
            yield " ".join((child.tail or "").splitlines())
    if is_block:
        yield "\n"


def _passages(before: Sequence[str], after: Sequence[str]) -> Iterator[Sequence[Piece]]:
    """Yield what has changed, a line of the page at a time."""
    for what, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        old, new = before[start:end], after[new_start:new_end]
        if what == "replace" and len(old) == len(new):
            yield from (word_changes(one, other) for one, other in zip(old, new, strict=True))
        elif what != "equal":
            yield from ([Piece(Fate.GONE, line)] for line in old)
            yield from ([Piece(Fate.NEW, line)] for line in new)


def _share(passages: Iterable[Sequence[Piece]], document: _Document) -> float:
    changed = sum(len(piece.text) for pieces in passages for piece in pieces if piece.fate is not Fate.KEPT)
    return min(1.0, changed / max(1, sum(map(len, document.lines))))
