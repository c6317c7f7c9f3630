"""A page that lags behind in a language is noticed, and so are official terms and empty headings on it."""

import shutil
from pathlib import Path

import pytest

from ecosystem.editing.proofreading.page_parity import unequal_pages
from ecosystem.editing.proofreading.passages import passages_of_page
from ecosystem.editing.proofreading.terms import read_terms, unofficial_terms
from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.documents import read_documents
from ecosystem.site.addresses import ADDRESSES
from prose import passage
from workbench import FULL, edit

HEAD = "---\ntitle: Sivu\ndescription: Kuvaus.\nupdated: 2026-01-02\n---\n"
PAGE = f"{HEAD}\n## Yksi asia\n\nTeksti ja [linkki](about.md).\n\n- kohta\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a folder of pages of which one is the same in all languages but for what a test changes."""
    folder = tmp_path / "docs"
    shutil.copytree(FULL.docs, folder)
    for language in LANGUAGES:
        (folder / language / "press.md").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("2026-01-02", "2026-01-01", "page_days_differ", 4),
        ("- kohta\n", "- kohta\n- toinen\n", "page_points_differ", 1),
        ("Teksti", "Kappale.\n\nTeksti", "page_paragraphs_differ", 1),
        ("## Yksi asia\n", "", "page_headings_differ", 1),
        ("(about.md)", "(join.md)", "page_links_differ", 1),
        ("## Yksi asia", "## Övrigt", "heading_says_nothing", 7),
        ("## Yksi asia", "## Yksi asia:", "heading_says_nothing", 7),
    ],
)
def test_what_somebody_forgot_is_noticed_at_the_translation(
    docs: Path, old: str, new: str, code: str, line: int
) -> None:
    file = docs / "sv" / "press.md"
    edit(file, old, new)
    found = list(unequal_pages(read_documents(docs, ADDRESSES)[0]))
    assert {(one.code, one.place.file, one.place.line) for one in found} == {(code, file.as_posix(), line)}


def test_pages_that_say_the_same_are_let_through(docs: Path) -> None:
    assert list(unequal_pages(read_documents(docs, ADDRESSES)[0])) == []


def test_each_block_of_a_page_knows_its_line() -> None:
    text = f"{HEAD}\n## Otsikko\n\n```\nkoodi\n\nlisää\n```\n\nKappale.\n"
    seen = {one.place.line: one.seen.strip() for one in passages_of_page(text, "here", "fi")}
    assert (seen[2], seen[3], seen[7], seen[15]) == ("Sivu", "Kuvaus.", "## Otsikko", "Kappale.")
    assert not any("koodi" in words for words in seen.values())


def test_a_term_that_is_not_official_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "terms.sv.yaml").write_text('"välfärdsregion": välfärdsområde\n"(": x\n', encoding="utf-8")
    terms, problems = read_terms(tmp_path)
    assert [(one.code, one.place.line) for one in problems] == [("term_pattern", 2)]
    found = unofficial_terms([passage("En välfärdsregion.", "sv"), passage("Välfärdsregion.", "fi")], terms)
    assert [one.details["right"] for one in found] == ["välfärdsområde"]
