"""The files of the open data: each collection as JSON and as a table, and the index of them all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from ecosystem.ground.json_text import compact_json, indented_json
from ecosystem.ground.spreadsheet import csv_bytes
from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.collections import OpenCollection
from ecosystem.publishing.open_data.envelope import Publication, context, index_shape
from ecosystem.publishing.open_data.shapes import Group, Plain, columns

PlainRecord: TypeAlias = Mapping[str, Plain]

#: The column by which a table of made-up data can be told.
DEMO: Final = "demo"


def plain_records(shape: Group, collection: OpenCollection, edition: Edition) -> list[dict[str, Plain]]:
    """Return the records of *collection*, each of the form *shape*, as JSON has them."""
    return [shape.plain(record, context(edition, record)) for record in collection.records]


def plain_head(shape: Group, collection: OpenCollection, edition: Edition) -> dict[str, Plain]:
    """Return what stands before the records in the file of *collection*, which is of the form *shape*."""
    head = replace(shape, fields=shape.fields[:-1])
    return head.plain(collection, context(edition, collection))


def record_lines(records: Iterable[PlainRecord]) -> dict[str, str]:
    """Return each record as one line of JSON, by id."""
    return {str(record["id"]): compact_json(record) for record in records}


def file_document(head: PlainRecord, lines: Iterable[str]) -> bytes:
    """Return the records in *lines* after the *head* of their file; one on a line, two versions can be compared."""
    above = [f"{compact_json(name)}: {compact_json(value)}" for name, value in head.items()]
    listed = ",\n".join(lines)
    above.append(f'"records": [\n{listed}\n]' if listed else '"records": []')
    return ("{\n" + ",\n".join(above) + "\n}\n").encode("utf-8")


def file_table(shape: Group, records: Sequence[PlainRecord], mark: str | None) -> bytes:
    """Return *records* of the form *shape* as CSV, after a line of headings; *mark* stands at the end of each row."""
    described = tuple(columns(shape))
    marks = [mark] if mark else []
    rows = [[column.name for column in described] + [DEMO for _ in marks]]
    rows += [[column.cell(record) for column in described] + marks for record in records]
    return csv_bytes(rows)


def index_document(publication: Publication) -> bytes:
    """Return the index of all files."""
    index = index_shape(publication).plain(publication, context(next(iter(publication.editions.values())), publication))
    return f"{indented_json(index)}\n".encode()
