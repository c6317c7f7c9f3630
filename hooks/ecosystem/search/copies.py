"""What Pagefind reads of a page: its content, without what surrounds it or stands on other pages too."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from ecosystem.addresses import NEWSLETTER, PROVIDERS, SECTIONS, page_path, section_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.search.enrichment import Extra, Page

#: Begins the word for the kind of a page. Pagefind's own filters would do, but 1.5 writes them in another order each
#: time, and gives no kinds of pages without fetching the whole index.
KIND: Final = "xk"
#: The kind of a page that is no record's.
PAGE_KIND: Final = "pages"

_FIELDS: Final = tuple(field.name for field in fields(Extra))
_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
#: What a template marks as no content of its own page. A marked element holds no other of its own name.
_IGNORED: Final = re.compile(r"<(\w+)\b[^>]*\bdata-pagefind-ignore\b[^>]*>.*?</\1>", re.DOTALL)
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
#: Pagefind reads the words of neighbouring list items as one, and an excerpt shows them so.
_LABEL_END: Final = re.compile(r"</dt>(?=\s*<dd\b)")
_VALUE_END: Final = "</dd>"
#: What is said in another language than the page's: its element, that language and its content.
_FOREIGN: Final = re.compile(r'<(\w+)\b[^>]*\slang="(\w+)"[^>]*>(.*?)</\1>', re.DOTALL)
#: Begins the ids by which search-engine.js knows the language of a title, and where a passage in one begins and ends.
#: The engine fetches the ids of a page with its excerpt; they are no words of the index.
_TITLE_IN: Final = "xt-"
_PASSAGE_IN: Final = "xl-"
#: Shorter ones are names.
_SHORTEST_PASSAGE: Final = 5

_SECTION_PATHS: Final[Mapping[str, str]] = {
    section_path(collection, language): collection for collection in SECTIONS for language in LANGUAGES
} | {page_path(page, language): page for page in (PROVIDERS, NEWSLETTER) for language in LANGUAGES}
#: Pages that show records which have pages of their own: there, only headings and written text count.
_LIST_PATHS: Final = frozenset(_SECTION_PATHS) | {page_path("index", language) for language in LANGUAGES}
_WRITTEN: Final = re.compile(r'<h[1-6]\b.*?</h[1-6]>|<div class="(?:md-typeset prose|hero__lead)">.*?</div>', re.DOTALL)


def kind_of(path: str) -> str:
    """Return the kind of the page at *path*: its record's collection, `providers`, `newsletter` or `pages`."""
    parent = path.rstrip("/").rpartition("/")[0] + "/"
    return _SECTION_PATHS.get(parent, PAGE_KIND)


def content_of(path: str, document: str) -> str:
    """Return the HTML of what the page at *path*, whose *document* this is, says itself."""
    found = _MAIN.search(document)
    content = _DRAWING.sub("", _IGNORED.sub("", found[1])) if found else ""
    content = _LABEL_END.sub(": </dt>", content).replace(_VALUE_END, f" {_VALUE_END}")
    return "".join(_WRITTEN.findall(content)) if path in _LIST_PATHS else content


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
