"""Every value of a record and of its parts, with where it stands."""

from collections.abc import Iterator

from pydantic import BaseModel

from ecosystem.records.reading import Path
from ecosystem.records.texts import Text


def values_in(part: BaseModel, path: Path = ()) -> Iterator[tuple[BaseModel, Path, object]]:
    """Yield the owner, the path and the value of every field of *part* and its parts; a text is one value."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, field) if index is None else (*path, field, index)
            if isinstance(item, BaseModel) and not isinstance(item, Text):
                yield from values_in(item, here)
            elif item is not None:
                yield part, here, item
