"""`export`: write the members as a table for a spreadsheet."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.edit.member_table import COLUMN_NAMES, COLUMNS
from ecosystem.edit.record_text import CollectionText, plain
from ecosystem.edit.replacement import read_exactly
from ecosystem.edit.spreadsheet import csv_bytes, xlsx_bytes
from ecosystem.edit.yaml_text import Plain
from ecosystem.errors import EcosystemError
from ecosystem.settings import Settings

NAME: Final = "export"
HELP: Final = "write the members as a table: CSV or XLSX"
STANDARD_OUTPUT: Final = "-"


class ExportError(EcosystemError):
    """The table could not be written; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to export and where to."""
    parser.add_argument("collection", choices=["members"], help="what to export")
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument(
        "--csv", nargs="?", const=STANDARD_OUTPUT, metavar="FILE", help="write CSV to FILE (default: standard output)"
    )
    form.add_argument(
        "--xlsx", nargs="?", const="members.xlsx", metavar="FILE", help="write a workbook to FILE (%(const)s)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the table; the same data gives the same bytes."""
    rows = table(settings.data / "members.yaml")
    if options.xlsx:
        _write(options.xlsx, xlsx_bytes(rows, "members"))
    else:
        _write(options.csv, csv_bytes(rows))
    return 0


def table(path: Path) -> list[list[str]]:
    """Return the members in *path* as rows of cells, the headings first."""
    try:
        collection = CollectionText(read_exactly(path), path.as_posix())
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} cannot be read: {error}") from None
    records: list[Plain] = [plain(record.node) for record in collection.records]
    return [list(COLUMN_NAMES)] + [
        [column.cell(record) for column in COLUMNS] for record in records if isinstance(record, dict)
    ]


def _write(target: str, data: bytes) -> None:
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return
    try:
        Path(target).write_bytes(data)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}") from None
