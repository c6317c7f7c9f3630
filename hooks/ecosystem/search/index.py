"""Make the search index of a written site."""

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Final
from urllib.parse import urlsplit

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.addresses import NUMBERED, file_of
from ecosystem.pages.edition import Content
from ecosystem.pages.page import Page as SitePage
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.record import Record
from ecosystem.search.answers import Answers, write_answers
from ecosystem.search.copies import PageKinds, copy_of
from ecosystem.search.enrichment import Enrichment, Page
from ecosystem.search.everyday_words import everyday_words
from ecosystem.search.finnish import Finnish, voikko
from ecosystem.search.morphology import Morphology, PlainWords
from ecosystem.search.names import names_in, written_together
from ecosystem.search.pagefind import make_index
from ecosystem.search.small_words import SMALL_WORDS
from ecosystem.search.suggestions import suggested, write_suggestions
from ecosystem.search.swedish import Swedish
from ecosystem.search.synonyms import Synonyms
from ecosystem.search.vocabulary import Vocabulary
from ecosystem.search.words import text_of, title_of, words_of

log = logging.getLogger(__name__)

#: Where the index stands on the site.
FOLDER: Final = "pagefind"

_FURTHER_PAGE: Final = re.compile(rf"/(?:{'|'.join(NUMBERED.values())})/\d+/$")


def write_search_index(
    content: Content, answers: Answers, pages: Iterable[SitePage], folder: Path, cache: Path
) -> None:
    """Write the index of those of *pages* that are listed, whose documents stand below *folder*, into *folder*.

    *answers* are those of the editors. What is known of words is kept in *cache*.

    Raises:
        NoSuchSectionError: an answer leads to a section that is not there.
    """
    indexed = {page.path: page for page in _pages(content, pages, folder)}
    morphologies = known_morphologies(cache / "words")
    answered = answers.shown(
        lambda path: (folder / file_of(path)).read_text(encoding="utf-8"),
        content.addresses,
        {path: page.kind for path, page in indexed.items()},
    )
    enrichment = Enrichment(indexed, morphologies, list(_synonyms(content.ecosystem)))
    vocabularies = {language: Vocabulary() for language in LANGUAGES}

    def document_of(path: str) -> str:
        page = indexed[path]
        extra = enrichment.of(page)
        vocabulary = vocabularies[page.language]
        vocabulary.own.update(page.words, extra.names, extra.words, written_together(extra.exact))
        vocabulary.foreign.update(extra.others)
        return copy_of(page, extra)

    make_index(tuple(indexed), document_of, folder / FOLDER, shown=("title",))
    for morphology in morphologies.values():
        morphology.keep()
    for language, vocabulary in vocabularies.items():
        vocabulary.write(language, folder / FOLDER)
    for language in LANGUAGES:
        pages_of_language = [page for page in indexed.values() if page.language == language]
        suggestions = suggested(language, pages_of_language, _standing(content, language), answered[language])
        write_suggestions(language, suggestions, folder / FOLDER)
    kinds = sorted({page.kind for page in indexed.values()})
    for language in LANGUAGES:
        facts = {
            "kinds": kinds,
            "small": SMALL_WORDS[language],
            "synonyms": everyday_words(language, vocabularies[language].own),
            "answers": write_answers(language, answered[language], folder / FOLDER),
        }
        (folder / FOLDER / f"{language}.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")


def known_morphologies(folder: Path | None = None) -> dict[Language, Morphology]:
    """Return what is known of the words of each language here, kept in *folder*; say in the log what is not known."""
    analyse = voikko()
    if analyse is None:
        log.warning("The search knows no Finnish base forms and compounds: Voikko (pyvoikko) is not installed.")
    return {
        "fi": Finnish(analyse, folder) if analyse else PlainWords(),
        "sv": Swedish(folder),
        "en": PlainWords(),
    }


def _pages(content: Content, pages: Iterable[SitePage], folder: Path) -> Iterator[Page]:
    kinds = PageKinds(content.addresses)
    names, nicknames = _names(content, _other_names), _names(content, _nicknames)
    for page in sorted((one for one in pages if one.listed), key=lambda one: one.path):
        path = page.path
        if _FURTHER_PAGE.search(path):
            continue
        own = kinds.content_of(path, (folder / file_of(path)).read_text(encoding="utf-8"))
        yield Page(
            path=path,
            language=_language_of(path),
            kind=kinds.of(path),
            content=own,
            title=title_of(own),
            words=tuple(sorted({intern(word) for word in words_of(text_of(own))})),
            alternates=page.alternates,
            names=(*names.get(path, ()), *(_own_address(other) for other in page.alternates.values())),
            nicknames=nicknames.get(path, ()),
        )


def _language_of(path: str) -> Language:
    first = path.partition("/")[0]
    return next((language for language in LANGUAGES if language == first), LANGUAGES[0])


def _own_address(path: str) -> str:
    """Return the words of the last part of the address of the page at *path*; of a record it is the id."""
    return path.rstrip("/").rpartition("/")[2].replace("-", " ")


def _names(content: Content, of: Callable[[Record], tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Return the names *of* the records that stand at each path: one that has a page, or rows of a list."""
    found: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for address, record in _standing(content, language):
            path = address.partition("#")[0]
            found[path] = (*found.get(path, ()), *of(record))
    return found


def _standing(content: Content, language: Language) -> Iterator[tuple[str, Record]]:
    """Yield each record with its address in *language*: of its page, or of its row in a list."""
    for name, records in content.ecosystem.collections().items():
        kind = content.ecosystem.kinds[name]
        for record in records.values():
            yield content.addresses.standing(kind, record, language), record


def _nicknames(record: Record) -> tuple[str, ...]:
    """Return what the address of the record's own site calls it; it may be the site of somebody else too."""
    host = urlsplit(record.home_page or "").hostname or ""
    return tuple(filter(None, (host.removeprefix("www.").partition(".")[0],)))


def _other_names(record: Record) -> tuple[str, ...]:
    """Return all that the record is called."""
    return tuple(dict.fromkeys([*record.heading.wordings().values(), *record.other_names]))


def _synonyms(ecosystem: Ecosystem) -> Iterator[dict[Language, tuple[str, ...]]]:
    for kind, role in ecosystem.kinds.playing(Synonyms):
        for record in ecosystem.collection(kind.name).values():
            yield {
                language: tuple(chain.from_iterable(map(names_in, wordings)))
                for language, wordings in role.wordings(record).items()
            }
