"""The catalogue as a workbook and as CSV."""

import csv
import io

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.model import Offering
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import CATALOGUE, in_all, sheet_rows, table, with_offering, workbook
from rendering import make_site

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_can_be_read_filtered_and_understood(demo: Site, language: Language) -> None:
    book = workbook(demo, language)
    entries, matrix, explained = book.worksheets
    assert entries.freeze_panes == "C2"
    assert entries.auto_filter.ref == entries.dimensions
    widths = [entries.column_dimensions[cell.column_letter].width for cell in entries[1]]
    assert min(widths) >= 12 and max(widths) >= 50
    labels = {row[0] for row in explained.iter_rows(values_only=True)}
    assert {cell.value for cell in entries[1]} <= labels
    assert all(text for _, text in explained.iter_rows(values_only=True))
    assert matrix.freeze_panes == "C3"
    assert str(matrix.auto_filter.ref).startswith("A2:")


def test_the_workbook_has_links_days_and_one_thing_in_a_column(demo: Site) -> None:
    book = workbook(demo, "en")
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column - 1 for cell in sheet[1]}
    offerings = demo.ecosystem.of(Offering)
    for row in sheet.iter_rows(min_row=2):
        offering = offerings[row[heads["Identifier"]].value]
        assert row[heads["Name"]].hyperlink.target == f"{demo.content.site_url}en/offering/{offering.id}/"
        assert "/en/providers/" in row[heads["Provider"]].hyperlink.target
        assert "https:" not in row[heads["Provider"]].value
        contact = offering.contact
        assert contact is not None
        assert row[heads["Contact (e-mail)"]].value == contact.email
        assert row[heads["Contact (phone)"]].value == contact.phone
        assert row[heads["Contact (address)"]].value == contact.url
        until = row[heads["Device certificate (valid until)"]].value
        certificate = offering.regulation.certificate if offering.regulation else None
        assert (until.date() if until else None) == (certificate.valid_until if certificate else None)


def test_the_workbook_prints_what_fits_a_page(demo: Site) -> None:
    sheet = workbook(demo, "en").worksheets[0]
    printed = [cell.value for cell in sheet[1]][:9]
    assert printed[1:3] == ["Name", "Provider"] and printed[-1] == "Markets"
    assert sheet.print_area.endswith(f"$A$1:$I${len(demo.ecosystem.of(Offering)) + 1}")


def test_the_matrix_marks_who_has_what_and_a_union_means_its_countries(demo: Site) -> None:
    sheet = workbook(demo, "en").worksheets[1]
    groups, values, *rows = sheet.iter_rows(values_only=True)
    offerings = {one.name.in_language("en").text: one for one in demo.ecosystem.of(Offering).values()}
    sweden = values.index("Sweden")
    fhir = values.index("HL7 FHIR")
    assert groups[fhir] == "Standards" or "Standards" in groups[:fhir]
    for row in rows:
        offering = offerings[row[0]]
        assert (row[fhir] == "x") == ("fhir" in {one.name for one in offering.standards})
        assert (row[sweden] == "x") == (not offering.markets or bool({"SE", "EU"} & set(offering.markets)))


def test_the_table_opens_in_excel_with_its_letters(demo: Site) -> None:
    content = demo.content.shelf.files[CATALOGUE.format("fi", "csv")]
    assert content.startswith(b"\xef\xbb\xbf") and "Lääkinnällinen laite" in content.decode()


@pytest.mark.parametrize(("language", "separator"), [("fi", ";"), ("sv", ";"), ("en", ",")])
def test_a_cell_ends_where_excel_in_the_countries_of_the_language_expects_it(
    demo: Site, language: Language, separator: str
) -> None:
    text = demo.content.shelf.files[CATALOGUE.format(language, "csv")].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert rows[0][:2] == [demo.editions[language].interface.say(f"field.{name}") for name in ("id", "name")]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_codes_stand_beside_the_words_and_are_alike_in_all_languages(demo: Site) -> None:
    markets = {one.id: "; ".join(one.markets) for one in demo.ecosystem.of(Offering).values()}
    kinds = {one.id: one.kind.value for one in demo.ecosystem.of(Offering).values()}
    suffixes: dict[Language, str] = {"fi": "koodi", "sv": "kod", "en": "code"}
    for language, suffix in suffixes.items():
        say = demo.editions[language].interface.say
        for rows in (table(demo, language), sheet_rows(demo, language)):
            by_id = {row[say("field.id")]: row for row in rows}
            assert {one: row[f"{say('field.markets')} ({suffix})"] or "" for one, row in by_id.items()} == markets
            assert {one: row[f"{say('field.kind')} ({suffix})"] for one, row in by_id.items()} == kinds


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_marked(demo: Site) -> None:
    study = {"title": in_all("x" * 200), "url": f"https://example.org/{'y' * 1900}"}
    changed = make_site(with_offering(demo, evidence=[study] * 40))
    named = [row["Evidence (address)"] for row in sheet_rows(changed, "en")]
    cells = [cell for cell in named if cell and "yyy" in cell]
    assert [len(cell) for cell in cells] == [32_767] and cells[0].endswith("…")
