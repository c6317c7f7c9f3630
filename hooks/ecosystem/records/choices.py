"""Find the choice that a field is: a value that is one of few."""

from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel


def choice_of(model: type[BaseModel], field: str) -> type[StrEnum] | None:
    """Return the choice that *field* of *model* is, or holds a list of."""
    info = model.model_fields.get(field)
    return _choice_in(info.annotation) if info else None


def _choice_in(annotation: Any) -> type[StrEnum] | None:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation
    return next((found for part in get_args(annotation) if (found := _choice_in(part))), None)
