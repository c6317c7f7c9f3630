"""`export`: write a collection as a table for a spreadsheet."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.replacement import read_exactly
from ecosystem.editing.tables.record_table import AsTable, columns_of
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.settings import Settings
from ecosystem.ground.spreadsheet import csv_bytes, xlsx_bytes
from ecosystem.kinds.registry import KINDS
from ecosystem.records.load import SUFFIX
from ecosystem.records.record import Record

NAME: Final = "export"
HELP: Final = "write a collection as a table: CSV or XLSX"
STANDARD_OUTPUT: Final = "-"
#: Stands for a workbook named for its collection.
OWN_NAME: Final = "?"


class ExportError(EcosystemError):
    """The table could not be written; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to export and where to."""
    parser.add_argument("collection", choices=table_collections(), help="what to export")
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument(
        "--csv", nargs="?", const=STANDARD_OUTPUT, metavar="FILE", help="write CSV to FILE (default: standard output)"
    )
    form.add_argument(
        "--xlsx", nargs="?", const=OWN_NAME, metavar="FILE", help="write a workbook to FILE (default: COLLECTION.xlsx)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the table; the same data gives the same bytes."""
    collection = options.collection
    rows = table(settings.data / f"{collection}{SUFFIX}", KINDS[collection].model)
    if options.xlsx:
        target = f"{collection}.xlsx" if options.xlsx == OWN_NAME else options.xlsx
        _write(target, xlsx_bytes(rows, collection))
    else:
        _write(options.csv, csv_bytes(rows))
    return 0


def table_collections() -> list[str]:
    """Return the names of the collections that can be tables."""
    return [kind.name for kind, _ in KINDS.playing(AsTable)]


def table(path: Path, model: type[Record]) -> list[list[str]]:
    """Return the records of *model* in *path* as rows of cells, the headings first."""
    columns = columns_of(model)
    try:
        collection = CollectionText(read_exactly(path), path.as_posix())
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} cannot be read: {error}") from None
    records: list[Plain] = [plain(record.node) for record in collection.records]
    return [[column.name for column in columns]] + [
        [column.cell(record) for column in columns] for record in records if isinstance(record, dict)
    ]


def _write(target: str, data: bytes) -> None:
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return
    try:
        Path(target).write_bytes(data)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}") from None
