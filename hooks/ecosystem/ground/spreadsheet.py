"""Read and write tables as CSV and XLSX. A cell is text; a formula is refused, never computed.

CSV is UTF-8 with a byte order mark, because Excel takes it for Windows-1252 without one. Where a spreadsheet would
run a part of a cell as a formula, also one that parts cells at semicolons, tabs or every line's end, an apostrophe
stands before that, which reading removes again exactly.
"""

import csv
import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.letters import BLANK
from ecosystem.ground.problems import NO_DETAILS

LARGEST_FILE: Final = 20_000_000
LARGEST_UNPACKED: Final = 100_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
#: A sheet has no row below this one.
_LAST_ROW: Final = 1_048_576

_DELIMITERS: Final = (",", ";", "\t")
_FORMULA: Final = re.compile(r"[=+\-@]")
#: Where a cell begins, for a program that parts them at whatever sign it likes.
_BEGINNING: Final = r"(\A|[;|\t\r\n])"
#: What begins a formula, perhaps after signs that are not seen; also as East Asian keyboards write it.
_RUN: Final = (
    f"""[ "\u00a0\u00ad\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff{BLANK}]*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]"""
)
_GUARDED_WHEN_WRITTEN: Final = re.compile(f"{_BEGINNING}(?='*{_RUN})")
_GUARDED_WHEN_READ: Final = re.compile(f"{_BEGINNING}'(?='*{_RUN})")
#: OOXML writes characters that XML lacks, such as a carriage return, by their codes.
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_LINE_END: Final = re.compile("\r\n?")
#: What a type of document is declared in stands at the beginning of a part of a workbook, which has no need of it.
_DECLARED_WITHIN: Final = 65_536
#: A workbook carries the time of its making; this one keeps two exports of the same data the same.
_MADE: Final = datetime.datetime(2024, 6, 1)

#: The sheet that keeps a table as it was written, so that its reader knows which cells were edited since.
_AS_WRITTEN: Final = "as written"

#: openpyxl has no exception of its own for a broken workbook; a broken XML part is a SyntaxError.
_BROKEN_WORKBOOK: Final = (
    zipfile.BadZipFile,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


class TableError(EcosystemError):
    """The file cannot be read as a table; `code` and `details` are those of a message."""

    def __init__(self, code: str, details: Mapping[str, str] = NO_DETAILS) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


#: The file that every XLSX holds, by whose name it is told from other archives, such as an ODS.
_IN_A_WORKBOOK: Final = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `fault` is the code of a message when it cannot be taken."""

    text: str
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; `number` is the one that a spreadsheet shows, from 1."""

    number: int
    cells: tuple[Cell, ...]


def column_letters(index: int) -> str:
    """Return the letters over the column *index* (from 0): 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def csv_bytes(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """Return *rows* as a CSV file, its cells apart by *separator*."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """Return *rows* as a workbook of one sheet, every cell a text, and a hidden one that keeps them as they were."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as workbook:
        workbook.set_properties({"created": _MADE})
        sheet, kept = workbook.add_worksheet(title), workbook.add_worksheet(_AS_WRITTEN)
        sheet.freeze_panes(1, 1)
        kept.very_hidden()
        text = workbook.add_format({"num_format": "@", "valign": "top"})
        heading = workbook.add_format({"num_format": "@", "bold": True})
        sheet.set_column(0, MOST_COLUMNS, 24, text)
        for number, row in enumerate(rows):
            for index, cell in enumerate(row):
                if cell and sheet.write_string(number, index, cell, heading if number == 0 else text) != 0:
                    raise TableError("cell_too_long", {"cell": f"{column_letters(index)}{number + 1}"})
                if cell:
                    kept.write_string(number, index, cell)
    return target.getvalue()


def read_table(path: Path) -> list[Row]:
    """Return the rows of *path*, CSV or XLSX, that hold anything; the first one is the heading."""
    return _read(path, None)


def read_as_written(path: Path) -> list[Row] | None:
    """Return the rows of *path* as they were when `xlsx_bytes` wrote them; None when the file does not know them."""
    return _read(path, _AS_WRITTEN) or None


def _read(path: Path, sheet: str | None) -> list[Row]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TableError("table_too_large", {"limit": f"{LARGEST_FILE // 1_000_000} MB"})
        data = path.read_bytes()
    except OSError:
        raise TableError("table_not_opened") from None
    rows: list[Row] = []
    is_workbook = data.startswith(b"PK")
    if sheet and not is_workbook:
        return rows
    for row in _read_xlsx(data, sheet) if is_workbook else _read_csv(data):
        if any(cell.text.strip() or cell.fault for cell in row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise TableError("table_too_long", {"limit": str(MOST_ROWS)})
    return rows


def _guarded(cell: str) -> str:
    return _GUARDED_WHEN_WRITTEN.sub(r"\1'", cell)


def _read_csv(data: bytes) -> Iterator[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("table_not_utf8") from None
    first_line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield Row(number, tuple(_csv_cell(cell) for cell in cells[:MOST_COLUMNS]))
    except csv.Error:
        raise TableError("table_row_unreadable", {"row": str(number + 1)}) from None


def _csv_cell(text: str) -> Cell:
    return Cell(_GUARDED_WHEN_READ.sub(r"\1", text), "formula" if _FORMULA.match(text) else None)


def _read_xlsx(data: bytes, title: str | None) -> Iterator[Row]:
    """Yield the rows of the sheet called *title*, none when there is no such sheet; without a title, of the first."""
    # A build writes tables and reads none: it need not wait for these.
    import openpyxl  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_other_archives(archive)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        if title is not None and title not in workbook.sheetnames:
            return
        chosen = workbook[title] if title else workbook.worksheets[0]
        sheet = chosen.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS)
        read, last = 0, None
        for number, row in enumerate(sheet, start=1):
            if row is last:  # the library gives the same row for each that the file leaves out
                continue
            last, read = row, read + 1
            if read > 2 * MOST_ROWS:
                raise TableError("table_too_long", {"limit": str(MOST_ROWS)})
            yield Row(number, _without_empty_end([_xlsx_cell(cell) for cell in row]))
    except TableError:
        raise
    except (InvalidFileException, *_BROKEN_WORKBOOK):
        raise TableError("table_unreadable") from None


def _refuse_other_archives(archive: zipfile.ZipFile) -> None:
    """Refuse what is no workbook of Excel, what unpacks to very much, and parts that declare entities of their own."""
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TableError("table_too_large", {"limit": f"{LARGEST_UNPACKED // 1_000_000} MB"})
    if "content.xml" in archive.namelist():
        raise TableError("table_opendocument")
    if _IN_A_WORKBOOK not in archive.namelist():
        raise TableError("table_not_xlsx")
    for part in parts:
        with archive.open(part) as stream:
            if b"<!DOCTYPE" in stream.read(_DECLARED_WITHIN):
                raise TableError("table_unreadable")


def _without_empty_end(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and not cells[-1].text:
        cells.pop()
    return tuple(cells)


def _xlsx_cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell("")
    if cell.data_type == "f":
        return Cell(str(value), "formula")
    if cell.data_type == "e":
        return Cell(str(value), "error_value")
    if isinstance(value, datetime.datetime):
        return Cell(value.date().isoformat())
    if isinstance(value, float) and value.is_integer():
        return Cell(str(int(value)))
    return Cell(_LINE_END.sub("\n", _ESCAPE.sub(lambda code: chr(int(code[1], 16)), str(value))))
