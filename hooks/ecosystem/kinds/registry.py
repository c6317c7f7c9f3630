"""All kinds of record: every room beside this module declares one in its module `kind`."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import ecosystem.kinds
from ecosystem.records.kind import Kind, Kinds


def find_kinds() -> Kinds:
    """Return the kinds that the rooms declare, each as `KIND`."""
    rooms = (module.name for module in iter_modules(ecosystem.kinds.__path__) if module.ispkg)
    declared: list[Kind] = [import_module(f"{ecosystem.kinds.__name__}.{room}.kind").KIND for room in rooms]
    return Kinds(declared)


KINDS: Final = find_kinds()
