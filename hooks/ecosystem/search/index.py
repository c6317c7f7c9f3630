"""Make the search index of a written site."""

import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ecosystem.addresses import NUMBERED, SECTIONS, file_of, record_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model.glossary import Term
from ecosystem.model.record import Record
from ecosystem.render.site import Site
from ecosystem.search.copies import content_of, copy_of, kind_of
from ecosystem.search.enrichment import Enrichment, Page
from ecosystem.search.finnish import Finnish, voikko
from ecosystem.search.morphology import Morphology, PlainWords
from ecosystem.search.names import names_in, written_together
from ecosystem.search.pagefind import make_index
from ecosystem.search.swedish import Swedish
from ecosystem.search.vocabulary import write_vocabulary
from ecosystem.search.words import text_of, title_of, words_of

log = logging.getLogger("mkdocs.plugins.ecosystem")

#: Where the index stands on the site.
FOLDER: Final = "pagefind"

_FURTHER_PAGE: Final = re.compile(rf"/(?:{'|'.join(NUMBERED.values())})/\d+/$")


def write_search_index(site: Site, folder: Path) -> None:
    """Write the index of the pages below *folder*, those that the sitemap names, into *folder*."""
    if not site.settings.has_search:
        return
    pages = {page.path: page for page in _pages(site, folder)}
    morphologies = known_morphologies(site.settings.cache / "words")
    enrichment = Enrichment(pages, morphologies, [_wordings(term) for term in site.ecosystem.glossary.values()])
    vocabulary: dict[Language, set[str]] = {language: set() for language in LANGUAGES}

    def copies() -> Iterator[tuple[str, str]]:
        for page in pages.values():
            extra = enrichment.of(page)
            vocabulary[page.language].update(page.words, extra.names, extra.words, written_together(extra.exact))
            yield page.path, copy_of(page, extra)

    make_index(copies(), folder / FOLDER, shown=("title",))
    for morphology in morphologies.values():
        morphology.keep()
    write_vocabulary(vocabulary, folder / FOLDER)
    kinds = sorted({page.kind for page in pages.values()})
    (folder / FOLDER / "kinds.json").write_text(json.dumps(kinds), encoding="utf-8")


def known_morphologies(folder: Path | None = None) -> dict[Language, Morphology]:
    """Return what is known of the words of each language here, kept in *folder*; say in the log what is not known."""
    analyse = voikko()
    if analyse is None:
        log.info("The search knows no Finnish base forms and compounds: Voikko (pyvoikko) is not installed.")
    return {
        "fi": Finnish(analyse, folder) if analyse else PlainWords(),
        "sv": Swedish(folder),
        "en": PlainWords(),
    }


def _pages(site: Site, folder: Path) -> Iterator[Page]:
    names, nicknames = _names(site, _other_names), _names(site, _nicknames)
    for path, entry in sorted(site.sitemap.items()):
        if _FURTHER_PAGE.search(path):
            continue
        content = content_of(path, (folder / file_of(path)).read_text(encoding="utf-8"))
        yield Page(
            path=path,
            language=_language_of(path),
            kind=kind_of(path),
            content=content,
            title=title_of(content),
            words=frozenset(words_of(text_of(content))),
            alternates=entry.alternates,
            names=(*names.get(path, ()), *(_own_address(other) for other in entry.alternates.values())),
            nicknames=nicknames.get(path, ()),
        )


def _language_of(path: str) -> Language:
    first = path.partition("/")[0]
    return next((language for language in LANGUAGES if language == first), LANGUAGES[0])


def _own_address(path: str) -> str:
    """Return the words of the last part of the address of the page at *path*; of a record it is the id."""
    return path.rstrip("/").rpartition("/")[2].replace("-", " ")


def _names(site: Site, of: Callable[[Record], tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Return the names *of* each record, by the paths of its pages."""
    return {
        record_path(collection, record.id, language): of(record)
        for collection in SECTIONS
        for record in site.ecosystem.collection(collection).values()
        for language in LANGUAGES
    }


def _nicknames(record: Record) -> tuple[str, ...]:
    """Return what the address of the record's own site calls it; it may be the site of somebody else too."""
    host = urlsplit(str(getattr(record, "url", None) or "")).hostname or ""
    return tuple(filter(None, (host.removeprefix("www.").partition(".")[0],)))


def _other_names(record: Record) -> tuple[str, ...]:
    """Return what the record is called besides its title."""
    found = [*record.heading.wordings().values()]
    if short := getattr(record, "short_name", None):
        found.append(short)
    for field in ("short_title", "also"):
        if text := getattr(record, field, None):
            found += chain.from_iterable(map(_listed, text.wordings().values()))
    return tuple(dict.fromkeys(found))


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


def _wordings(term: Term) -> dict[Language, tuple[str, ...]]:
    """Return the wordings of *term* in each language."""
    also = term.also.wordings() if term.also else {}
    return {
        language: tuple(chain.from_iterable(map(names_in, filter(None, [wording, *_listed(also.get(language, ""))]))))
        for language, wording in term.term.wordings().items()
    }
