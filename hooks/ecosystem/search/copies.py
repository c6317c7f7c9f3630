"""What Pagefind reads of a page: its content, without what surrounds it or stands on other pages too."""

import re
from dataclasses import fields
from html.parser import HTMLParser
from typing import Final

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.addresses import HOME, Addresses
from ecosystem.search.enrichment import Extra, Page

#: Begins the word for the kind of a page. Pagefind's own filters would do, but 1.5 writes them in another order each
#: time, and gives no kinds of pages without fetching the whole index. Every search fetches the part of the index with
#: these words: behind all names it is seldom a full one.
KIND: Final = "xz"
#: The kind of a page that is no record's.
PAGE_KIND: Final = "pages"

_FIELDS: Final = tuple(field.name for field in fields(Extra))
_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
#: What a template marks as no content of its own page. A marked element holds no other of its own name.
_IGNORED: Final = re.compile(r"<(\w+)\b[^>]*\bdata-pagefind-ignore\b[^>]*>.*?</\1>", re.DOTALL)
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
#: Pagefind reads the words of neighbouring list items as one, and an excerpt shows them so; a value with its label
#: is shown as a sentence.
_LABEL_END: Final = re.compile(r"</dt>(?=\s*<dd\b)")
_VALUE_END: Final = re.compile(r"(?<![.!?:\s>])(?=\s*(?:</\w+>\s*)*</dd>)")
#: What is said in another language than the page's: its element, that language and its content.
_FOREIGN: Final = re.compile(r'<(\w+)\b[^>]*\slang="(\w+)"[^>]*>(.*?)</\1>', re.DOTALL)
#: Begins the ids by which search-engine.js knows the language of a title, and where a passage in one begins and ends.
#: The engine fetches the ids of a page with its excerpt; they are no words of the index.
_TITLE_IN: Final = "xt-"
_PASSAGE_IN: Final = "xl-"
#: Shorter ones are names.
_SHORTEST_PASSAGE: Final = 5

#: A section with an id, and its heading: Pagefind knows the parts of a page by the ids of headings.
_SECTION: Final = re.compile(r'(<(?:section|div|li|article)\b[^>]*\sid="([^"]+)"[^>]*>\s*<h[2-6]\b)(?![^>]*\sid=)')
#: What people have written on a page, and what stands on no other: the classes of its elements.
_PROSE: Final = (frozenset({"md-typeset", "prose"}), frozenset({"hero__lead"}), frozenset({"row-alone"}))
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that have no end.
_VOID: Final = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


class PageKinds:
    """Of which kind each page is."""

    def __init__(self, addresses: Addresses) -> None:
        of_records = {addresses.section(name, language): name for name in addresses.sections for language in LANGUAGES}
        of_others = {addresses.page(page, language): page for page in addresses.parents for language in LANGUAGES}
        self._by_parent = of_records | of_others
        home = {addresses.page(HOME, language) for language in LANGUAGES}
        #: Pages that show records which have pages of their own: there, only headings and written text count.
        self._lists = self._by_parent.keys() | home

    def of(self, path: str) -> str:
        """Return the kind of the page at *path*: its record's collection, its other parent, or `pages`."""
        return self._by_parent.get(path.rstrip("/").rpartition("/")[0] + "/", PAGE_KIND)

    def content_of(self, path: str, document: str) -> str:
        """Return the HTML of what the page at *path*, whose *document* this is, says itself."""
        found = _MAIN.search(document)
        content = _DRAWING.sub("", _IGNORED.sub("", found[1])) if found else ""
        content = _VALUE_END.sub(". ", _LABEL_END.sub(": </dt>", content))
        content = _SECTION.sub(r'\1 id="\2"', content)
        return written_part(content) if path in self._lists else content


class _WrittenPart(HTMLParser):
    """Keeps the headings and the hand-written text of HTML, as they stand in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        #: How many elements are open since the kept one that is open, itself included; 0 if none is.
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to keep where a heading or hand-written text begins."""
        classes = frozenset((dict(attrs).get("class") or "").split())
        if self._depth or tag in _HEADINGS or any(some <= classes for some in _PROSE):
            self._depth += tag not in _VOID
            self.kept.append(self.get_starttag_text() or "")

    def handle_startendtag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that ends where it begins."""
        self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Stop to keep where the kept element ends."""
        self._keep(f"</{tag}>")
        if self._depth == 1:
            self.kept.append(" ")
        self._depth -= bool(self._depth)

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        """Keep a letter by its name."""
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Keep a letter by its number."""
        self._keep(f"&#{name};")

    def _keep(self, text: str) -> None:
        if self._depth:
            self.kept.append(text)


def written_part(content: str) -> str:
    """Return the headings and the hand-written text of the HTML *content*, whole."""
    parser = _WrittenPart()
    parser.feed(content)
    parser.close()
    return "".join(parser.kept)


def copy_of(page: Page, extra: Extra) -> str:
    """Return the document that Pagefind reads of *page*."""
    lists = {name: getattr(extra, name) for name in _FIELDS} | {"kind": (KIND + page.kind.replace("_", ""),)}
    hidden = "".join(
        [f'<i data-pagefind-meta="{name}:{" ".join(words)}"></i>' for name, words in lists.items() if words]
    )
    content = _FOREIGN.sub(lambda found: _with_language(found, page.language), page.content)
    return f'<!doctype html><html lang="{page.language}"><body data-pagefind-body>{hidden}{content}</body></html>'


def _with_language(found: re.Match[str], own: Language) -> str:
    """Return *found* with ids that keep its language, if that is not the *own* one of its page."""
    element, language, content = found.groups()
    if language == own:
        return found[0]
    if element == "h1":
        return f'<i id="{_TITLE_IN}{language}"></i>{found[0]}'
    if len(content.split()) < _SHORTEST_PASSAGE:
        return found[0]
    return f'<i id="{_PASSAGE_IN}{language}"></i>{found[0]}<i id="{_PASSAGE_IN}"></i>'
