"""What Pagefind reads of a page: its content, without what surrounds it or stands on other pages too."""

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from ecosystem.addresses import NEWSLETTER, PAGES, PROVIDERS, SECTIONS, page_path, section_path
from ecosystem.languages import LANGUAGES, Language

#: The kind of a page that is no record's.
PAGE_KIND: Final = "pages"

_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
#: What a template marks as no content of its own page. A marked element holds no other of its own name.
_IGNORED: Final = re.compile(r"<(\w+)\b[^>]*\bdata-pagefind-ignore\b[^>]*>.*?</\1>", re.DOTALL)
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)

_SECTION_PATHS: Final[Mapping[str, str]] = {
    section_path(collection, language): collection for collection in SECTIONS for language in LANGUAGES
} | {page_path(page, language): page for page in (PROVIDERS, NEWSLETTER) for language in LANGUAGES}
_OWN_PAGES: Final = frozenset(path for paths in PAGES.values() for path in paths.values())


def kind_of(path: str) -> str:
    """Return the kind of the page at *path*: its record's collection, `providers`, `newsletter` or `pages`."""
    parent = path.rstrip("/").rpartition("/")[0] + "/"
    return _SECTION_PATHS.get(parent, PAGE_KIND)


def content_of(document: str) -> str:
    """Return the HTML of what the page *document* says itself."""
    found = _MAIN.search(document)
    return _DRAWING.sub("", _IGNORED.sub("", found[1])) if found else ""


def copy_of(content: str, language: Language, kind: str) -> str:
    """Return the document that Pagefind reads of a page with this *content*."""
    return (
        f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
        f'<span data-pagefind-meta="kind:{escape(kind)}" data-pagefind-filter="kind:{escape(kind)}"></span>'
        f"{content}</body></html>"
    )
