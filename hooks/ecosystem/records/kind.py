"""What a kind of record declares of itself, and all kinds together.

A kind has a name, a model and addresses, and plays roles in the rooms that all kinds share: it has pages, is told of in
feeds, is asked for by `new`. Each of those rooms defines the type of its role, and finds it here without knowing any
kind.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ecosystem.ground.languages import Language
from ecosystem.records.record import Record

Role = TypeVar("Role")


@dataclass(frozen=True, kw_only=True, eq=False)
class Kind:
    """A kind of record.

    `name` is that of its collection and of the file `data/<name>.yaml`, `place` its place among them. `page` is the
    hand-written page, named as its file in `docs/`, that lists its records and below which they stand: at `addresses`.
    """

    name: str
    model: type[Record]
    place: int
    page: str
    addresses: Mapping[Language, str]
    #: Whether data without a file of the kind is data without records of it.
    optional: bool = False
    roles: tuple[object, ...] = ()

    def role(self, role: type[Role]) -> Role | None:
        """Return what the kind says of itself as one that plays *role*; None if it does not."""
        return next((one for one in self.roles if isinstance(one, role)), None)


class Kinds(Mapping[str, Kind]):
    """All kinds by name, in the order of their places."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._by_name = {kind.name: kind for kind in sorted(kinds, key=lambda one: one.place)}
        self._by_model = {kind.model: kind for kind in self._by_name.values()}

    def __getitem__(self, name: str) -> Kind:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def of(self, model: type[Record]) -> Kind:
        """Return the kind whose records are of *model*."""
        return self._by_model[model]

    def playing(self, role: type[Role]) -> Iterator[tuple[Kind, Role]]:
        """Yield each kind that plays *role*, with what it says of itself as such."""
        for kind in self._by_name.values():
            if (own := kind.role(role)) is not None:
                yield kind, own

    @cached_property
    def models(self) -> Mapping[str, type[Record]]:
        """The model of each collection."""
        return {name: kind.model for name, kind in self._by_name.items()}
