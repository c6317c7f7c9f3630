"""Read all texts as a proofreader does."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ecosystem.editing.proofreading.accepted_words import read_accepted_words
from ecosystem.editing.proofreading.marks import wrong_marks
from ecosystem.editing.proofreading.page_parity import unequal_pages
from ecosystem.editing.proofreading.passages import Passage, passages_of_pages, passages_of_records
from ecosystem.editing.proofreading.sentences import long_sentences
from ecosystem.editing.proofreading.terms import read_terms, unofficial_terms
from ecosystem.editing.proofreading.unknown_words import misspelt_words
from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem
from ecosystem.pages.documents import Document
from ecosystem.records.load import LoadedData


def all_passages(data: LoadedData, documents: Path) -> list[Passage]:
    """Return every text of *data* and of the pages in the folder *documents*."""
    return [*passages_of_records(data), *passages_of_pages(documents)]


def proofread(
    data: LoadedData, folder: Path, documents: Path, pages: Mapping[tuple[Language, str], Document], *, spelling: bool
) -> Iterator[Problem]:
    """Yield what is to be said of the language of *data*, which is kept in *folder*, and of *pages* in *documents*.

    The words are looked up where *spelling* asks for it: the dictionaries take longer to read than all else.
    """
    passages = all_passages(data, documents)
    terms, problems = read_terms(folder)
    yield from problems
    yield from unofficial_terms(passages, terms)
    yield from long_sentences(passages)
    yield from unequal_pages(pages)
    for passage in passages:
        yield from wrong_marks(passage)
    if spelling:
        yield from misspelt_words(passages, read_accepted_words(folder, data))
