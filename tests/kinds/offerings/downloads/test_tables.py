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
    entries, explained = book.worksheets
    assert entries.freeze_panes == "C2"
    assert entries.auto_filter.ref == entries.dimensions
    widths = [entries.column_dimensions[cell.column_letter].width for cell in entries[1]]
    assert min(widths) >= 12 and max(widths) >= 50
    labels = {row[0] for row in explained.iter_rows(values_only=True)}
    assert {cell.value for cell in entries[1]} <= labels
    assert all(text for _, text in explained.iter_rows(values_only=True))


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
    cells = [row["Evidence"] for row in sheet_rows(changed, "en") if row["Evidence"] and "xxx" in row["Evidence"]]
    assert [len(cell) for cell in cells] == [32_767] and cells[0].endswith("…")
