"""A collection as a table: one row a record, one column a field, three columns a translated text.

A field of a part has the part before it: `maturity.trl`. A short name has a column for what is the same in all
languages, and three for what is not.

A cell is always text. Lists stand in one cell, parted by semicolons; sources and other parts one on each line, such as
``document: toimintasuunnitelma-2025 | page: 12`` or ``url: https://…``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic import BaseModel

from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.reading import model_at
from ecosystem.records.record import field_order
from ecosystem.records.texts import ShortName, Text
from ecosystem.records.values import Day

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
    PARTS = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field that it holds, and the language if the field is a translated text.

    A field of a part is a dotted path. Where the cell holds parts, one on each line, `parts` are the paths in one.
    """

    field: str
    shape: Shape
    language: Language | None = None
    parts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The heading: `url`, `summary.sv`, `maturity.trl`."""
        return f"{self.field}.{self.language}" if self.language else self.field

    @property
    def top(self) -> str:
        """The field of the record in which the value stands."""
        return self.field.partition(".")[0]

    def cell(self, record: Mapping[str, Plain]) -> str:
        """Return what stands in this column for *record*."""
        value = _found(record, self.field.split("."))
        if self.language is not None:
            return str(value.get(self.language, "")) if isinstance(value, Mapping) else ""
        if isinstance(value, str | Mapping):
            return value if isinstance(value, str) else ""
        if self.shape is Shape.PARTS:
            return "\n".join(_part_line(item, self.parts) for item in value if isinstance(item, Mapping))
        return "; ".join(str(item) for item in value)

    def value(self, cell: str) -> Plain | None:
        """Return what *cell* says, as a data file holds it; None when it is empty."""
        if not cell:
            return None
        if self.shape is Shape.PARTS:
            return [_part(line, self.parts) for line in cell.split("\n") if line.strip()]
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
        _, *path = column.field.split(".")
        now = fields.get(column.top, record.get(column.top))
        new = column.value(cells[column.name])
        if column.language is not None:
            new = _with_wording(_found(now, path) or None, column, new)
        fields[column.top] = _put(now, path, new)
    return {top: _in_order(value, top, columns) for top, value in fields.items()}


def _found(value: Plain | None, path: Sequence[str]) -> Plain:
    """Return what stands at *path* in *value*; an empty text when nothing does."""
    for step in path:
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    return value or ""


def _put(value: Plain | None, path: Sequence[str], new: Plain | None) -> Plain | None:
    """Return *value* with *new* at *path*; None when nothing is left in it."""
    if not path:
        return new
    inner: dict[str, Plain] = dict(value) if isinstance(value, Mapping) else {}
    changed = _put(inner.pop(path[0], None), path[1:], new)
    return inner | ({path[0]: changed} if changed is not None else {}) or None


def _in_order(value: Plain | None, path: str, columns: Sequence[Column]) -> Plain | None:
    """Return *value*, which stands at *path*, with the fields of parts in the order of the *columns*."""
    if not isinstance(value, Mapping):
        return value
    names = [column.name for column in columns]
    place = {key: _first(names, f"{path}.{key}") for key in value}
    inner = {key: _in_order(value[key], f"{path}.{key}", columns) for key in sorted(value, key=place.__getitem__)}
    return {key: one for key, one in inner.items() if one is not None}


def _first(names: Sequence[str], path: str) -> int:
    """Return where the first of *names* stands that is *path* or below it."""
    return next((at for at, name in enumerate(names) if name == path or name.startswith(f"{path}.")), len(names))


def _with_wording(text: Plain | None, column: Column, wording: Plain | None) -> Plain | None:
    """Return *text* with the *wording* in the column's language, in the order of the languages; None when empty."""
    wordings: dict[str, Plain] = dict(text) if isinstance(text, Mapping) else dict.fromkeys(LANGUAGES, text or "")
    wordings[str(column.language)] = wording or ""
    return {language: wordings[language] for language in LANGUAGES if wordings.get(language)} or None


def _part_line(part: Mapping[str, Plain], paths: Sequence[str]) -> str:
    found = ((path, _found(part, path.split("."))) for path in paths)
    return " | ".join(f"{path}: {value}" for path, value in found if isinstance(value, str) and value)


def _part(line: str, paths: Sequence[str]) -> Plain:
    """Return the part that *line* describes; a bare address is one too."""
    if re.match("https?://", line.strip()):
        return {"url": line.strip()}
    between = rf" *\| *(?=(?:{'|'.join(map(re.escape, paths))}):)"
    part: Plain | None = None
    for name, _, value in (pair.partition(":") for pair in re.split(between, line.strip())):
        part = _put(part, name.strip().split("."), value.strip())
    return part or {}


def _iso_day(cell: str) -> str:
    """Return a day such as 7.3.2025, which spreadsheets make of dates in Finland, as 2025-03-07."""
    day = _DAY_WITH_DOTS.fullmatch(cell)
    return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else cell


def _shape(annotation: Any) -> Shape:
    annotation = _without_none(annotation)
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
def columns_of(model: type[BaseModel], around: str = "") -> tuple[Column, ...]:
    """Return the columns of a table of records of *model*; of a part that stands in the field *around*."""
    columns: list[Column] = []
    for name in field_order(model):
        field = f"{around}.{name}" if around else name
        annotation = model.model_fields[name].annotation
        inner = model_at(model, (name,))
        if inner is not None and issubclass(inner, ShortName):
            columns.append(Column(field, Shape.TEXT))
        if inner is None or issubclass(inner, PartialDate):
            columns.append(Column(field, _shape(annotation)))
        elif get_origin(_without_none(annotation)) is tuple:
            parts = ("",) if issubclass(inner, Text) else tuple(column.name for column in columns_of(inner))
            columns.append(Column(field, Shape.LIST if issubclass(inner, Text) else Shape.PARTS, parts=parts))
        elif issubclass(inner, Text):
            columns += [Column(field, Shape.TEXT, language) for language in LANGUAGES]
        else:
            columns += columns_of(inner, field)
    return tuple(columns)
