"""What strangers write into an offering stays text in every file."""

import page as pdf_checker
import pytest

from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.kinds.offerings.files.papers import render_catalogue
from ecosystem.publishing.papers import LETTERS_LACK
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import (
    CATALOGUE,
    FORMULAS,
    MARKUP,
    OTHER_LETTERS,
    catalogue_pdf,
    data,
    one_pagers,
    pdf,
    said,
    squeezed,
    table,
    workbook,
)

pytestmark = pytest.mark.slow


def test_a_cell_cannot_run_as_a_formula(hostile: Site) -> None:
    names = {row["Identifier"]: row["Name"] for row in table(hostile, "en")}
    assert [names[f"x{n:02}"] for n in range(len(FORMULAS))] == [f"'{formula}" for formula in FORMULAS]
    assert not [cell for row in table(hostile, "en") for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    cells = [cell for row in workbook(hostile, "en").worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value in FORMULAS} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_data_is_never_read_as_markup(hostile: Site) -> None:
    text = said(pdf(render_catalogue(hostile.editions["en"], hostile.papers, catalogue(hostile.editions["en"]))))
    assert [markup for markup in MARKUP if squeezed(markup) not in text] == []
    names = [row["name"][0]["text"] for row in data(hostile, "en")["entries"]]
    assert [markup for markup in MARKUP if markup not in names] == []


def test_letters_that_the_fonts_lack_are_marked_and_the_mark_explained(hostile: Site) -> None:
    text = said(catalogue_pdf(hostile, "en"))
    assert text.count(f"Before{LETTERS_LACK}") >= len(OTHER_LETTERS)
    assert "standsforlettersthatthefontofthisdocumentlacks" in text
    pages = [pdf(paper) for path, paper in one_pagers(hostile).items() if path.endswith("-en.pdf")]
    assert {len(reader.pages) for reader in pages} == {1}
    assert any(LETTERS_LACK in said(reader) and "standsforletters" in said(reader) for reader in pages)
    names = [squeezed(row["name"][0]["text"]) for row in data(hostile, "en")["entries"]]
    assert [letters for letters in OTHER_LETTERS if squeezed(letters) not in names] == []


def test_what_strangers_write_stays_accessible(hostile: Site) -> None:
    for path in (CATALOGUE.format("en", "pdf"), next(iter(one_pagers(hostile)))):
        paper = hostile.content.shelf.files[path]
        report = pdf_checker.validate_pdf_bytes(paper, profile=pdf_checker.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [failure.message for failure in report.failures]
