"""The files of the open data: each collection as JSON and as a table, and the index of them all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ecosystem.edit.spreadsheet import csv_bytes
from ecosystem.open_data.envelope import Publication, context_of, index_shape
from ecosystem.open_data.shapes import Context, Group, Plain, columns
from ecosystem.views.edition import Edition
from ecosystem.views.open_data import OpenCollection

PlainRecord: TypeAlias = Mapping[str, Plain]


def plain_records(shape: Group, collection: OpenCollection, edition: Edition) -> list[dict[str, Plain]]:
    """Return the records of *collection*, each of the form *shape*, as JSON has them."""
    ecosystem, site_url = edition.ecosystem, edition.site_url
    return [shape.plain(record, Context(ecosystem, site_url, record)) for record in collection.records]


def plain_head(shape: Group, collection: OpenCollection, edition: Edition) -> dict[str, Plain]:
    """Return what stands before the records in the file of *collection*, which is of the form *shape*."""
    head = replace(shape, fields=shape.fields[:-1])
    return head.plain(collection, Context(edition.ecosystem, edition.site_url, collection))


def file_document(head: Mapping[str, Plain], records: Sequence[PlainRecord]) -> bytes:
    """Return *records* after the *head* of their file, one on each line so that two versions can be compared."""
    lines = [f"{_compact(name)}: {_compact(value)}" for name, value in head.items()]
    listed = ",\n".join(map(_compact, records))
    lines.append(f'"records": [\n{listed}\n]' if records else '"records": []')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8")


def file_table(shape: Group, records: Sequence[PlainRecord]) -> bytes:
    """Return *records* of the form *shape* as CSV, after a line of headings."""
    described = tuple(columns(shape))
    rows = [[column.name for column in described]]
    rows += [[column.cell(record) for column in described] for record in records]
    return csv_bytes(rows)


def index_document(publication: Publication) -> bytes:
    """Return the index of all files."""
    index = index_shape(publication).plain(publication, context_of(publication))
    return (json.dumps(index, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
