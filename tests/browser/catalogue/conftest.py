"""The catalogue of the demonstration, served."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.catalogue.reading import DANGEROUS, FORMULA, ORGANISATIONS
from browser.server import serve
from ecosystem.editing.demonstration import write_demonstration
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.offerings.addresses import WORDS_PATH, catalogue_path
from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.kinds.offerings.files.data import render_data
from ecosystem.kinds.offerings.files.table import render_table
from ecosystem.kinds.offerings.files.words import render_words
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.registry import KINDS
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.texts import Title
from rendering import (
    make_site,
    of_long_lists,
    of_providers,
    of_records,
    read_ecosystem,
    write_files,
    write_page,
    write_pages,
)
from workbench import FULL, ROOT, made_once


@pytest.fixture(scope="session")
def ecosystem(tmp_path_factory: pytest.TempPathFactory) -> Ecosystem:
    """Return the demonstration."""
    folder = tmp_path_factory.mktemp("demonstration") / "data"
    write_demonstration(folder, FULL.data, ROOT / "strings", KINDS, ORGANISATIONS)
    made = read_ecosystem(folder)
    spoilt = made.of(Offering)[FORMULA]
    named = spoilt.model_copy(update={"name": Title(fi=DANGEROUS, sv=DANGEROUS, en=DANGEROUS)})
    return made.with_records(offerings={**made.of(Offering), FORMULA: named})


@pytest.fixture(scope="session")
def address(ecosystem: Ecosystem, common_folder: Path) -> Iterator[str]:
    """Return the address of the demonstration's catalogue."""
    with serve(made_once(common_folder / "catalogue", partial(write_catalogue, ecosystem))) as base:
        yield base


def write_catalogue(ecosystem: Ecosystem, folder: Path) -> None:
    """Write what the tests visit of the site of *ecosystem* below *folder*."""
    site = make_site(ecosystem)
    for language in LANGUAGES:
        for page in ("offering", "providers", "selection", "compare"):
            write_page(site, page, language, folder)
    write_pages(of_records(site), folder)
    write_pages(of_long_lists(site), folder)
    write_pages(of_providers(site), folder)
    write_files(site.assets.files.items(), folder)
    (folder / "downloads").mkdir()
    catalogues = {edition.language: catalogue(edition) for edition in site.editions.values()}
    (folder / WORDS_PATH).write_bytes(render_words(catalogues.values()))
    for edition in site.editions.values():
        whole = catalogues[edition.language]
        files = {"json": render_data(edition, whole), "csv": render_table(edition, whole)}
        for suffix, content in files.items():
            (folder / catalogue_path(edition.language, suffix)).write_bytes(content)


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """Return the English catalogue."""
    page.goto(address + "en/offering/")
    return page
