"""Where pages stand, read from a site that the project has built, so that the Hugo site has the same addresses."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import yaml

from benchmarks.data import KINDS, LANGUAGES

DEFAULT_LANGUAGE: Final = "fi"
#: Where the home page and the page of a missing address stand is known.
_SPECIAL: Final = frozenset({"index", "404"})
_TITLE: Final = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_ALTERNATE: Final = re.compile(r'<link rel="alternate" hreflang="(fi|sv|en)" href="([^"]+)">')

#: The path of a page in each language, without the language's own folder: `{"sv": "medlemmar/"}`.
Paths = Mapping[str, str]


@dataclass(frozen=True)
class Addresses:
    """The addresses of a built site."""

    #: Of each page that people write, by its file name in `docs/`.
    pages: Mapping[str, Paths]
    #: The name of the page under which the records of each kind stand.
    sections: Mapping[str, str]
    #: The pages that have feeds, and the word before the number of a long list's further pages.
    feeds: frozenset[str]
    numbered: Paths

    @property
    def listing(self) -> frozenset[str]:
        """The pages below which other pages stand: those of the kinds, and the organisations of the catalogue."""
        return frozenset(self.sections.values()) | {"providers"}


def read_addresses(site: Path, documents: Path) -> Addresses:
    """Return the addresses of the built *site* whose hand-written pages are in the folder *documents*."""
    pages = dict(_pages(site, documents))
    by_path = {paths[DEFAULT_LANGUAGE]: name for name, paths in pages.items()}
    return Addresses(
        pages=pages,
        sections={kind: by_path[_section(site, kind)] for kind in KINDS},
        feeds=frozenset(path.stem for path in (site / "feeds" / DEFAULT_LANGUAGE).glob("*.atom")) & pages.keys(),
        numbered=_numbered(site, pages["a-z"]),
    )


def _pages(site: Path, documents: Path) -> Iterator[tuple[str, Paths]]:
    """Yield the name of each hand-written page and its paths; a page is known by its English heading."""
    alternates = {}
    for file in (site / "en").glob("*/index.html"):
        text = file.read_text(encoding="utf-8")
        heading = _TITLE.search(text)
        if heading:
            alternates[heading[1].strip()] = {language: _path(href) for language, href in _ALTERNATE.findall(text)}
    for file in sorted((documents / "en").glob("*.md")):
        if file.stem not in _SPECIAL:
            head = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
            yield file.stem, alternates[head["title"]]


def _section(site: Path, kind: str) -> str:
    """Return the path, in the default language, under which the records of *kind* stand."""
    first = json.loads((site / "api" / "v1" / f"{kind}.json").read_text(encoding="utf-8"))["records"][0]
    return _path(first["pages"][DEFAULT_LANGUAGE]).rsplit("/", 2)[0] + "/"


def _numbered(site: Path, paths: Paths) -> Paths:
    """Return the word before the number of further pages: that of the index from A to Z, the longest list."""
    return {
        language: next((site / root(language) / paths[language]).glob("*/2/index.html")).parents[1].name
        for language in LANGUAGES
    }


def _path(address: str) -> str:
    """Return the path of *address* without its first slash and the folder of a language."""
    path = urlsplit(address).path.lstrip("/")
    return re.sub(r"^(sv|en)/", "", path)


def root(language: str) -> str:
    """Return the folder of *language*: empty for the default language."""
    return "" if language == DEFAULT_LANGUAGE else f"{language}/"
