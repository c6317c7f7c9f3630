"""Find the choice that a field is: a value that is one of few, or names one of the records."""

from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel

from ecosystem.records.references import reference_of


def choice_of(model: type[BaseModel], field: str) -> type[StrEnum] | None:
    """Return the choice that *field* of *model* is, or holds a list of."""
    info = model.model_fields.get(field)
    return _choice_in(info.annotation) if info else None


def named_by(model: type[BaseModel], field: str, error: str) -> dict[str, str]:
    """Return the detail of an *error* in *field* that says of what it names one: a collection or a choice."""
    if error == "id_shape" and (collection := reference_of(model, field)):
        return {"collection": collection}
    choice = choice_of(model, field) if error == "enum" else None
    return {"choice": choice.__name__} if choice else {}


def _choice_in(annotation: Any) -> type[StrEnum] | None:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation
    return next((found for part in get_args(annotation) if (found := _choice_in(part))), None)
