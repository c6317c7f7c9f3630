"""`import`: bring an edited table of a collection back into the data."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.cli.export import table_collections
from ecosystem.cli.options import add_language
from ecosystem.cli.wording import command_messages
from ecosystem.editing.replacement import replace_file
from ecosystem.editing.tables.record_import import TableFinding, plan_import
from ecosystem.ground.problems import Place, Problem
from ecosystem.ground.settings import Settings
from ecosystem.ground.spreadsheet import TableError, read_as_written, read_table
from ecosystem.kinds.registry import KINDS
from ecosystem.records.load import SUFFIX
from ecosystem.words.messages import Messages

NAME: Final = "import"
HELP: Final = "bring an edited table of a collection (CSV or XLSX) back into its file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to import and from where."""
    parser.add_argument("collection", choices=table_collections(), help="what to import")
    parser.add_argument("file", type=Path, help="the table: CSV (UTF-8) or XLSX")
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the changes, or print every problem of the table and write nothing."""
    words = command_messages(options, settings)
    path = settings.data / f"{options.collection}{SUFFIX}"
    model = KINDS[options.collection].model
    try:
        rows, exported = read_table(options.file), read_as_written(options.file)
        plan, problems = plan_import(path, model, KINDS, rows, settings.today.isoformat(), exported=exported)
    except TableError as error:
        fault = Problem(Place(str(options.file)), error.code, error.details)
        sys.stdout.write(f"{options.file}: {words.text(fault)}\n")
        return 1
    for problem in problems:
        sys.stdout.write(_line(problem, options.file, words) + "\n")
    if plan is None:
        sys.stdout.write(words.words["import_nothing_written"].format(problems=len(problems), file=path) + "\n")
        return 1
    if plan.changed or plan.added:
        replace_file(path, plan.text)
    for key, ids in (("import_changed", plan.changed), ("import_added", plan.added)):
        if ids:
            sys.stdout.write(words.words[key].format(number=len(ids), ids=", ".join(ids)) + "\n")
    if not plan.changed and not plan.added:
        sys.stdout.write(words.words["import_no_changes"].format(file=path) + "\n")
    return 0


def _line(found: TableFinding, file: Path, words: Messages) -> str:
    if found.problem is not None and found.row == 0:
        return words.line(found.problem)
    place = Place(str(file), max(found.row, 1))
    text = words.text(found.problem or Problem(place, found.code, found.details))
    where = {"file": str(file), "row": str(found.row), "column": found.column, "cell": found.cell}
    return f"{words.words['cell_place'].format_map(where)}: {text}"
