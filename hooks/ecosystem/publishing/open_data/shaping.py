"""What a kind says of its records as open data: what is left out, and what is added because it follows from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from ecosystem.ground.languages import Language
from ecosystem.publishing.open_data.shapes import Context, Field
from ecosystem.records.kind import Kind
from ecosystem.records.record import Record

#: What only editors need.
_LEFT_OUT: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {Record: ("review_by",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """The role of a kind whose published records are not just what its model holds.

    `left_out` are the fields that only editors need or that can name a person, `added` what models do not hold because
    it follows from them; both by the model or the part that has them.
    """

    left_out: Mapping[type[BaseModel], tuple[str, ...]] = field(default_factory=dict)
    added: Mapping[type[BaseModel], tuple[Field, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Shaping:
    """How the shape of a collection is read off its *model*.

    `pages` is the address of a record's page in a language, where it has one in each. `first` is how many of the
    model's own fields stand before the added ones.
    """

    model: type[BaseModel]
    own: OpenData
    pages: Callable[[Any, Language, Context], str] | None
    first: int = 1

    def is_left_out(self, model: type[BaseModel], name: str) -> bool:
        """Tell whether the field *name* of *model* is not published."""
        listed = {**_LEFT_OUT, **self.own.left_out}
        return any(name in names for kind, names in listed.items() if issubclass(model, kind))

    def added(self, model: type[BaseModel]) -> tuple[Field, ...]:
        """Return the fields that are added to *model*."""
        return tuple(one for kind, fields in self.own.added.items() if issubclass(model, kind) for one in fields)


@cache
def shaping_of(kind: Kind) -> Shaping:
    """Return how records of *kind* are shaped."""

    def address(record: Record, language: Language, context: Context) -> str:
        return context.site_url + context.addresses.standing(kind, record, language)

    return Shaping(kind.model, kind.role(OpenData) or OpenData(), address)
