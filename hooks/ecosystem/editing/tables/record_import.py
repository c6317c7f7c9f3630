"""Bring an edited table of records back into the file of its collection.

Only fields that say something else than before are written, as text; a record whose row is missing stays
as it is. Every finding names the row and the column of the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.replacement import check_replacement, read_exactly
from ecosystem.editing.tables.record_table import Column, changed_fields, columns_of, tidy
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import MapNode, SeqNode, Value, read_nodes
from ecosystem.ground.problems import NO_DETAILS, Problem, Severity, quote
from ecosystem.ground.spreadsheet import Cell, Row, column_letters
from ecosystem.ground.suggestion import nearest
from ecosystem.records.field_names import LEAST_LIKENESS_OF_FIELDS
from ecosystem.records.kind import Kinds
from ecosystem.records.record import Record, field_order


@dataclass(frozen=True, slots=True)
class TableFinding:
    """What is wrong in a table: `row` as the spreadsheet numbers it, `column` by its heading, `cell` such as F5.

    Where the data check found it, `problem` is its finding; else `code` and `details` are those of a message.
    """

    row: int
    column: str
    cell: str
    code: str
    details: Mapping[str, str]
    problem: Problem | None = None

    @property
    def is_error(self) -> bool:
        """Whether nothing may be written because of it."""
        return self.problem is None or self.problem.severity is Severity.ERROR


@dataclass(frozen=True, kw_only=True)
class Import:
    """What a table would do: the new text of the file, and the ids that it changes and adds."""

    text: str
    changed: tuple[str, ...]
    added: tuple[str, ...]


def plan_import(
    path: Path, model: type[Record], kinds: Kinds, rows: list[Row], today: str, *, exported: list[Row] | None = None
) -> tuple[Import | None, list[TableFinding]]:
    """Return what the table *rows* would make of *path*, records of *model* (None with an error), and all findings.

    *today* is the date of new rows that give none, and of rows that change something else than theirs. *exported* is
    the table as it was when it was written, where that is known: then only cells that somebody has edited since count,
    and one whose field has changed in the data meanwhile is refused, so that no table undoes another's change.
    """
    text = read_exactly(path)
    columns = columns_of(model)
    names = [column.name for column in columns]
    table, problems = _read_rows(rows, names)
    if problems:
        return None, problems
    collection = CollectionText(text, path.as_posix())
    known: dict[str, Mapping[str, Plain]] = {}
    for record in collection.records:
        values = plain(record.node)
        known[record.id] = values if isinstance(values, Mapping) else {}
    before, problems = _read_rows(exported or [], names) if exported else ({}, [])
    problems += [
        found for record_id, row in table.items() for found in _conflicts(columns, known, before, row, record_id)
    ]
    if problems:
        return None, problems
    changes = {
        record_id: {"updated": today} | fields
        for record_id, row in table.items()
        if record_id in known
        and (fields := changed_fields(columns, known[record_id], _edited(row, before.get(record_id))))
    }
    new = [
        _new_record(columns, row.cells, today)
        for record_id, row in table.items()
        if record_id not in known and record_id not in before
    ]
    result = collection.with_changes(changes, new, field_order(model))
    added = tuple(str(record["id"]) for record in new)
    if result != text:
        problems = list(_located(check_replacement(path, result, kinds), result, table, columns))
    plan = Import(text=result, changed=tuple(changes), added=added)
    return None if any(found.is_error for found in problems) else plan, problems


@dataclass(frozen=True, slots=True)
class _RecordRow:
    """A row with its cells by heading, tidied, and where each heading stands (from 0)."""

    number: int
    cells: Mapping[str, str]
    places: Mapping[str, int]

    def problem(self, column: str, code: str, details: Mapping[str, str] = NO_DETAILS) -> TableFinding:
        return TableFinding(self.number, column, self.cell_name(column), code, details)

    def cell_name(self, column: str) -> str:
        """Return the name of the cell of *column*, such as F5; the row alone if the table has no such column."""
        return f"{column_letters(self.places[column])}{self.number}" if column in self.places else str(self.number)


def _edited(row: _RecordRow, before: _RecordRow | None) -> Mapping[str, str]:
    """Return the cells of *row* that say something else than *before*: all, where nobody knows what it said."""
    if before is None:
        return row.cells
    return {name: cell for name, cell in row.cells.items() if name not in before.cells or cell != before.cells[name]}


def _conflicts(
    columns: Sequence[Column],
    known: Mapping[str, Mapping[str, Plain]],
    exported: Mapping[str, _RecordRow],
    row: _RecordRow,
    record_id: str,
) -> Iterator[TableFinding]:
    """Yield what of *row* was edited although the data has another value than when the table was written."""
    before = exported.get(record_id)
    if before is None:
        return
    edited = _edited(row, before)
    if record_id not in known:
        if edited:
            yield row.problem("id", "row_removed_meanwhile", {"id": quote(record_id)})
        return
    for column in columns:
        now = tidy(column.cell(known[record_id]))
        if column.name in edited and now not in (before.cells.get(column.name, ""), edited[column.name]):
            yield row.problem(column.name, "cell_changed_meanwhile", {"value": quote(now)})


def _read_rows(rows: list[Row], known: list[str]) -> tuple[dict[str, _RecordRow], list[TableFinding]]:
    """Return the rows by id, and what is wrong with the headings, the ids and the kinds of cells."""
    if not rows:
        return {}, [TableFinding(1, "id", "A1", "table_empty", NO_DETAILS)]
    heading, *rest = rows
    names = [tidy(cell.text) for cell in heading.cells]
    problems = list(_check_headings(heading.number, names, known))
    table: dict[str, _RecordRow] = {}
    if problems:
        return table, problems
    places = {name: index for index, name in enumerate(names) if name}
    for row in rest:
        cells = {name: tidy(row.cells[index].text) for name, index in places.items() if index < len(row.cells)}
        member = _RecordRow(row.number, {name: cells.get(name, "") for name in places}, places)
        problems += _check_cells(row, names)
        member_id = member.cells["id"]
        if not member_id:
            problems.append(member.problem("id", "id_cell_empty"))
        elif member_id in table:
            details = {"id": quote(member_id), "first_row": str(table[member_id].number)}
            problems.append(member.problem("id", "id_row_twice", details))
        else:
            table[member_id] = member
    return table, problems


def _check_headings(number: int, names: list[str], known: list[str]) -> Iterator[TableFinding]:
    for index, name in enumerate(names):
        cell = f"{column_letters(index)}{number}"
        if name and name not in known:
            suggestion = nearest(name, known, LEAST_LIKENESS_OF_FIELDS)
            details = {"name": quote(name)} | ({"suggestion": suggestion} if suggestion else {})
            yield TableFinding(number, quote(name), cell, "heading_unknown", details)
        elif name and name in names[:index]:
            yield TableFinding(number, name, cell, "heading_twice", {"name": name})
    if "id" not in names:
        yield TableFinding(number, "id", f"A{number}", "heading_id_missing", NO_DETAILS)


def _check_cells(row: Row, names: list[str]) -> Iterator[TableFinding]:
    for index, cell in enumerate(row.cells):
        name = names[index] if index < len(names) else ""
        place = f"{column_letters(index)}{row.number}"
        if fault := _fault(cell, name):
            yield TableFinding(row.number, name or place, place, fault, {"value": quote(cell.text)})


def _fault(cell: Cell, heading: str) -> str | None:
    if cell.fault:
        return cell.fault
    return "cell_without_heading" if cell.text.strip() and not heading else None


def _new_record(columns: Sequence[Column], cells: Mapping[str, str], today: str) -> dict[str, Plain]:
    fields = {name: value for name, value in changed_fields(columns, {}, cells).items() if value is not None}
    return fields if "updated" in fields else fields | {"updated": today}


def _located(
    problems: list[Problem], text: str, table: Mapping[str, _RecordRow], columns: Sequence[Column]
) -> Iterator[TableFinding]:
    """Give each of *problems* in *text* the cell that it came from; row 0 when it did not come from the table."""
    document, _, _ = read_nodes(text, "")
    nodes = [node for node in document if isinstance(node, MapNode)] if isinstance(document, SeqNode) else []
    for problem in problems:
        mark = (problem.place.line, problem.place.column)
        node = next((node for node in reversed(nodes) if node.mark <= mark), None)
        row = table.get(str(node["id"])) if node is not None and "id" in node else None
        if node is None or row is None:
            yield TableFinding(0, "", "", problem.code, problem.details, problem)
            continue
        column = _column_of(node, problem, mark, columns)
        yield TableFinding(row.number, column, row.cell_name(column), problem.code, problem.details, problem)


def _column_of(node: MapNode, problem: Problem, mark: tuple[int, int], columns: Sequence[Column]) -> str:
    """Return the heading of the column whose value stands at *mark*; for a missing field, the one that it names."""
    names = [column.name for column in columns]
    missing = problem.details.get("field", "").partition(".")[0]
    if mark == node.mark:
        return next((column.name for column in columns if column.top == missing), "id")
    path: list[str] = []
    value: Value = node
    while isinstance(value, MapNode):
        keys_at = value.keys_at
        step = next((name for name in reversed(list(value)) if keys_at[name] <= mark), None)
        if step is None:
            break
        path.append(step)
        value = value[step]
    field = ".".join(path) or "id"
    language = problem.details.get("language") or LANGUAGES[0]
    around = [".".join(path[:length]) for length in range(len(path), 0, -1)]
    said = (f"{one}.{language}" for one in around) if "language" in problem.details else ()
    found = (
        name for name in (*said, *(name for one in around for name in (one, f"{one}.{language}"))) if name in names
    )
    return next(found, next((name for name in names if name.startswith(f"{path[0]}.")), field) if path else field)
