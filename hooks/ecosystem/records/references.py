"""Find the references that a record makes to others, wherever in the record they stand."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from ecosystem.records.record import Reference

Path: TypeAlias = tuple[int | str, ...]


def references(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield (where in the record, collection, id) for each reference in *part*."""
    for field, collection in _fields_with_references(type(part)):
        value = getattr(part, field)
        for step, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, field) if step is None else (*path, field, step)
            if isinstance(item, BaseModel):
                yield from references(item, here)
            elif item is not None and collection is not None:
                yield here, collection, item


def reference_of(model: type[BaseModel], field: str) -> str | None:
    """Return the collection of the records that *field* of *model* names; None when it is no reference."""
    return dict(_fields_with_references(model)).get(field)


@cache
def _fields_with_references(model: type[BaseModel]) -> tuple[tuple[str, str | None], ...]:
    """Return the fields of *model* that are references (with their collection) or may hold some (None)."""
    found: list[tuple[str, str | None]] = []
    for name, field in model.model_fields.items():
        marks = [mark for mark in (*field.metadata, *_marks(field.annotation)) if isinstance(mark, Reference)]
        if marks:
            found.append((name, marks[0].collection))
        elif any(_fields_with_references(inner) for inner in _models(field.annotation)):
            found.append((name, None))
    return tuple(found)


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
