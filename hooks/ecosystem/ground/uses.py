"""What a computation uses of all that can change: each thing is noted as it is read.

A thing is named by a tuple whose first item says of what sort it is: ``("record", "members", "thl")``. Who asks what a
computation uses wraps it in `recorded`; while nobody asks, noting costs next to nothing. What one computation gives to
many is kept in a `Memory`, and is a thing of its own: what it used stands there once.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar, cast

Use: TypeAlias = tuple[str, ...]

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Value = TypeVar("Value")

#: The sort of what is kept in a memory.
KEPT: Final = "kept"

#: The sets that are filled at this moment, the innermost last. There is one such list: no two threads render.
_open: Final[list[set[Use]]] = []


def note(*use: str) -> None:
    """Note that the computation under way uses the thing called *use*."""
    if _open:
        _open[-1].add(use)


@contextmanager
def recorded() -> Iterator[set[Use]]:
    """Give a set that is filled with what is used until the end. What is around it notes nothing of that."""
    uses: set[Use] = set()
    _open.append(uses)
    try:
        yield uses
    finally:
        _open.pop()


class Noted(Mapping[str, Value]):
    """A mapping of which each value that is read is noted, as a thing of the *sort*."""

    def __init__(self, sort: Use, values: Mapping[str, Value]) -> None:
        self._sort = sort
        self._values = values

    def __getitem__(self, key: str) -> Value:
        note(*self._sort, key)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        note(*self._sort, "*")
        return iter(self._values)

    def __len__(self) -> int:
        note(*self._sort, "*")
        return len(self._values)


class Memory:
    """What has been computed already, by name. All names begin with *owner*, so that no two memories share one."""

    def __init__(self, *owner: str) -> None:
        self._owner = owner
        self._values: dict[Use, Any] = {}
        #: What each kept value used, by its name as a thing.
        self.uses: dict[Use, frozenset[Use]] = {}

    def once(self, name: Use, compute: Callable[[], Result]) -> Result:
        """Return what *compute* gives, computed for the first who asks for what is called *name*."""
        use = (KEPT, *self._owner, *name)
        if use not in self._values:
            with recorded() as uses:
                self._values[use] = compute()
            self.uses[use] = frozenset(uses)
        note(*use)
        return cast(Result, self._values[use])


def once(compute: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Make *compute* remember its answers in the `memory` of its first argument, by its other ones, which are texts."""
    name = f"{compute.__module__}.{compute.__qualname__}"

    @wraps(compute)
    def remembering(*arguments: Parameters.args, **named: Parameters.kwargs) -> Result:
        memory: Memory = cast(Any, arguments[0]).memory
        key = (name, *map(str, arguments[1:]), *map(str, named.values()))
        return memory.once(key, lambda: compute(*arguments, **named))

    return remembering
