"""Make the whole site: everything is read and checked, then each product is made or taken over from the last build."""

import gc
import os
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.ground.problems import Problem, has_errors
from ecosystem.ground.settings import Settings
from ecosystem.pages.addresses import file_of
from ecosystem.pages.page import Page
from ecosystem.search import write_search_index
from ecosystem.search.answers import NoSuchSectionError
from ecosystem.search.index import FOLDER as INDEX_FOLDER
from ecosystem.site.fingerprints import Fingerprints
from ecosystem.site.ledger import Ledger
from ecosystem.site.ledger import Written as WrittenFile
from ecosystem.site.making import Maker
from ecosystem.site.markdown_pages import EngineRun, MarkdownPages
from ecosystem.site.pages.all_pages import all_pages
from ecosystem.site.preparation import Findings, Written, prepare_site, read_everything
from ecosystem.site.products import Product, last_products, other_products, page_products, told
from ecosystem.site.site import Site
from ecosystem.site.stores import FolderStore
from ecosystem.words.messages import read_messages


class MistakesError(EcosystemError):
    """What the site is made of has mistakes, which have been said."""


def make_whole(settings: Settings, engine: str, last: Ledger, store: FolderStore) -> tuple[Ledger, int]:
    """Make all files of the site in *store* after the *last* build; return its ledger and how many products were made.

    Raises `MistakesError`, and `EngineError` where *engine* cannot make HTML of the pages.
    """
    run = EngineRun(engine, settings)  # beside which the data are read
    try:
        site, written = prepare_site(settings, read_without_mistakes(settings), run.pages())
    finally:
        run.stop()
    gc.freeze()  # what is loaded stays until the end, so no collection need look at it again
    return _make(site, written, last, store)


def make_site_of_pages(settings: Settings, found: Findings, pages: MarkdownPages, folder: Path) -> None:
    """Make all files of the site of what was *found*, which has no errors, and of *pages* in *folder*."""
    site, written = prepare_site(settings, found, pages)
    _make(site, written, Ledger(), FolderStore(folder, folder))


def read_without_mistakes(settings: Settings) -> Findings:
    """Read everything and say what is wrong with it; raise `MistakesError` when no site can be made of it."""
    found = read_everything(settings)
    say_problems(found.problems, settings)
    if has_errors(found.problems):
        raise MistakesError("the site is not built: mend the errors above")
    return found


def _make(site: Site, written: Written, last: Ledger, store: FolderStore) -> tuple[Ledger, int]:
    settings = site.settings
    pages = all_pages(site, written.values())
    maker = Maker(last, Fingerprints(site, written), store, site.memories)
    products = [*page_products(pages), *other_products(site, pages)]
    maker.make([one for one in products if _is_wanted(one, settings)], os.cpu_count() or 1)
    files = maker.files() | _files_of_others(products, settings)
    paths = [*files, *(file_of(page.path) for page in pages)]
    maker.make([one for one in last_products(site, files, paths) if _is_wanted(one, settings)])
    if settings.has_search and settings.languages == LANGUAGES:
        index = partial(write_search_index, site.content, site.answers, pages, store.folder, settings.cache)
        try:
            maker.make_folder("search", _search_state(maker, site, pages), store.folder, INDEX_FOLDER, index)
        except NoSuchSectionError as error:
            say_problems(error.problems, settings)
            raise MistakesError("the site is not built: mend the errors above") from error
    return maker.ledger(), len(maker.result.made)


def say_problems(problems: Iterable[Problem], settings: Settings) -> None:
    """Say all *problems* in the language of whoever runs the command."""
    messages = read_messages(settings.strings, settings.language)
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")


def _is_wanted(product: Product, settings: Settings) -> bool:
    """Tell whether *product* belongs to the languages of *settings*; what is for all belongs to the default one."""
    return (product.language or DEFAULT_LANGUAGE) in settings.languages


def _files_of_others(products: Iterable[Product], settings: Settings) -> dict[str, WrittenFile]:
    """Return the files besides pages of the languages that others build: the catalogue of the data lists them too."""
    return {
        path: ("", len(content), 0)
        for product in products
        if not _is_wanted(product, settings) and product.is_listed
        for path, content in product.make()
    }


def _search_state(maker: Maker, site: Site, pages: Iterable[Page]) -> str:
    """Return what tells all that the search index is made of from another state of it: pages, names, answers."""
    files = maker.files()
    records = [collection.digest_of_all() for collection in site.ecosystem.collections().values()]
    return told(([files[file_of(page.path)][0] for page in pages if page.listed], records, site.answers.told()))
