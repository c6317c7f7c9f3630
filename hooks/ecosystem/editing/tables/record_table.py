"""A collection as a table: one row a record, one column a field, three columns a translated text.

A short name has a column for what is the same in all languages, and three for what is not.

A cell is always text. Lists stand in one cell, parted by semicolons; sources one on each line, such as
``document: toimintasuunnitelma-2025 | page: 12`` or ``url: https://…``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin

from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.reading import model_at
from ecosystem.records.record import Record, field_order
from ecosystem.records.texts import ShortName, Text
from ecosystem.records.values import Day

_SOURCE_TEXTS: Final = tuple(f"{name}.{language}" for name in ("title", "publisher") for language in LANGUAGES)
_SOURCE_PARTS: Final = ("document", "page", *_SOURCE_TEXTS, "date", "language", "url", "read_on")
_BETWEEN_SOURCE_PARTS: Final = re.compile(rf" *\| *(?=(?:{'|'.join(map(re.escape, _SOURCE_PARTS))}):)")
_BETWEEN_ITEMS: Final = re.compile(r"[;,\n]")
_DAY_WITH_DOTS: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class AsTable:
    """The role of a kind whose records editors also keep as a table: its fields are values, texts and lists."""


class Shape(Enum):
    """How the value of a field is written into a cell."""

    TEXT = auto()
    DATE = auto()
    LIST = auto()
    SOURCES = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field that it holds, and the language if the field is a translated text."""

    field: str
    shape: Shape
    language: Language | None = None

    @property
    def name(self) -> str:
        """The heading: `url`, `summary.sv`."""
        return f"{self.field}.{self.language}" if self.language else self.field

    def cell(self, record: Mapping[str, Plain]) -> str:
        """Return what stands in this column for *record*."""
        value = record.get(self.field, "")
        if self.language is not None:
            return str(value.get(self.language, "")) if isinstance(value, Mapping) else ""
        if isinstance(value, str | Mapping):
            return value if isinstance(value, str) else ""
        if self.shape is Shape.SOURCES:
            return "\n".join(_source_line(item) for item in value if isinstance(item, Mapping))
        return "; ".join(str(item) for item in value)

    def value(self, cell: str) -> Plain | None:
        """Return what *cell* says, as a data file holds it; None when it is empty."""
        if not cell:
            return None
        if self.shape is Shape.SOURCES:
            return [_source(line) for line in cell.split("\n") if line.strip()]
        if self.shape is Shape.LIST:
            return [item.strip() for item in _BETWEEN_ITEMS.split(cell) if item.strip()]
        return _iso_day(cell) if self.shape is Shape.DATE else cell


def tidy(cell: str) -> str:
    """Return *cell* with one kind of line end and without spaces around it, as it is compared and stored."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def changed_fields(
    columns: Sequence[Column], record: Mapping[str, Plain], cells: Mapping[str, str]
) -> dict[str, Plain | None]:
    """Return the fields of *record* for which *cells* (tidy, by column name) say something else; None: emptied."""
    fields: dict[str, Plain | None] = {}
    for column in columns:
        if column.name not in cells or cells[column.name] == tidy(column.cell(record)):
            continue
        new = column.value(cells[column.name])
        if column.language is None:
            fields[column.field] = new
        else:
            fields[column.field] = _with_wording(fields.get(column.field, record.get(column.field)), column, new)
    return fields


def _with_wording(text: Plain | None, column: Column, wording: Plain | None) -> Plain | None:
    """Return *text* with the *wording* in the column's language, in the order of the languages; None when empty."""
    wordings: dict[str, Plain] = dict(text) if isinstance(text, Mapping) else dict.fromkeys(LANGUAGES, text or "")
    wordings[str(column.language)] = wording or ""
    return {language: wordings[language] for language in LANGUAGES if wordings.get(language)} or None


def _source_line(source: Mapping[str, Plain]) -> str:
    flat = dict(source)
    for name, value in source.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}.{language}": wording for language, wording in value.items()}
    return " | ".join(f"{part}: {flat[part]}" for part in _SOURCE_PARTS if part in flat)


def _source(line: str) -> Plain:
    """Return the source that *line* describes; a bare address is one too."""
    if re.match("https?://", line.strip()):
        return {"url": line.strip()}
    pairs = (part.partition(":") for part in _BETWEEN_SOURCE_PARTS.split(line.strip()))
    source: dict[str, Plain] = {}
    for name, _, value in pairs:
        field, _, language = name.strip().partition(".")
        source[field] = {**_wordings(source.get(field)), language: value.strip()} if language else value.strip()
    return source


def _wordings(text: Plain | None) -> Mapping[str, Plain]:
    return text if isinstance(text, Mapping) else {}


def _iso_day(cell: str) -> str:
    """Return a day such as 7.3.2025, which spreadsheets make of dates in Finland, as 2025-03-07."""
    day = _DAY_WITH_DOTS.fullmatch(cell)
    return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else cell


def _shape(model: type[Record], field: str) -> Shape:
    if field == "sources":
        return Shape.SOURCES
    annotation = _without_none(model.model_fields[field].annotation)
    if get_origin(annotation) is tuple:
        return Shape.LIST
    return Shape.DATE if annotation in (PartialDate, _without_none(Day)) else Shape.TEXT


def _without_none(annotation: Any) -> Any:
    """Return the type itself of an optional or annotated one."""
    if get_origin(annotation) is Annotated:
        return get_args(annotation)[0]
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
    return _without_none(kinds[0]) if NoneType in get_args(annotation) else annotation


@cache
def columns_of(model: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a table of records of *model*."""
    columns: list[Column] = []
    for field in field_order(model):
        inner = model_at(model, (field,))
        if inner is not None and issubclass(inner, ShortName):
            columns.append(Column(field, Shape.TEXT))
        if inner is not None and issubclass(inner, Text):
            columns += [Column(field, Shape.TEXT, language) for language in LANGUAGES]
        else:
            columns.append(Column(field, _shape(model, field)))
    return tuple(columns)
