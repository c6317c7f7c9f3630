"""What nobody foresaw: an exception of the program while it makes something, told as a problem with a place.

Data that passes the checks must never end so. When it does, whoever ran the command reads what was being made, of which
record and at which of its fields, and never a page of Python. Both are found where the program stood: in what its
frames hold, from the innermost outwards.
"""

import dataclasses
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final

from pydantic import BaseModel

from ecosystem.ground.letters import same_words
from ecosystem.ground.nodes import SeqNode, read_nodes
from ecosystem.ground.problems import Place, Problem, printable
from ecosystem.ground.settings import ROOT
from ecosystem.ground.text import read_text
from ecosystem.records.kind import Kinds
from ecosystem.records.reading import Path as FieldPath
from ecosystem.records.reading import value_mark
from ecosystem.records.record import Record

#: The program and its templates: the innermost line of these is where it failed.
_OWN: Final = (str(ROOT / "hooks"), str(ROOT / "overrides"))

#: Shorter values stand in many fields, and longer texts are whole pages.
_SHORTEST_VALUE: Final = 4
_LONGEST_TEXT: Final = 20_000
_LONGEST_REASON: Final = 200


@dataclasses.dataclass(eq=False)
class FaultError(Exception):
    """What failed: plain values, so that another process can tell of it.

    *made* is the page or file that was being made, *reason* the exception in a line, *file* and *line* where in the
    program, *collection*, *record* and *field* what of the data (empty where that is unknown), *trace* the traceback.
    """

    made: str
    reason: str
    file: str
    line: int
    collection: str
    record: str
    field: FieldPath
    trace: str

    def told(self) -> tuple[Any, ...]:
        """Return the values of which the same fault can be made."""
        return tuple(getattr(self, one.name) for one in dataclasses.fields(self))

    def problem(self, data: Path) -> Problem:
        """Return what is wrong, at its place in the folder *data* or else in the program."""
        details = {"made": self.made, "reason": printable(self.reason[:_LONGEST_REASON])}
        if not self.record:
            return Problem(Place(self.file, self.line), "fault", details)
        file = data / f"{self.collection}.yaml"
        details |= {"record": self.record, "field": ".".join(map(str, self.field))}
        place = _place(file, self.record, self.field)
        return Problem(place, "fault_at_field" if self.field else "fault_at_record", details)


def fault_of(error: Exception, kinds: Kinds, made: str) -> FaultError:
    """Return *error*, which ended the making of *made*, with what of the records of *kinds* it was about."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)][::-1]
    own = [entry for entry in traceback.extract_tb(error.__traceback__) if entry.filename.startswith(_OWN)]
    file, line = (own[-1].filename, own[-1].lineno or 1) if own else (made, 1)
    record = next((found for frame in frames for found in _records(frame)), None)
    known = record is not None and type(record) in set(kinds.models.values())
    return FaultError(
        made=made,
        reason=" ".join(f"{type(error).__name__}: {error}".split()),
        file=str(Path(file).relative_to(ROOT)) if own else file,
        line=line,
        collection=kinds.of(type(record)).name if record is not None and known else "",
        record=record.id if record is not None and known else "",
        field=_field(record, error, frames) if record is not None and known else (),
        trace="".join(traceback.format_exception(error)),
    )


def _records(frame: FrameType) -> Iterator[Record]:
    """Yield the records that *frame* holds, itself or in a value of its own."""
    for value in list(frame.f_locals.values()):
        inner = vars(value).values() if dataclasses.is_dataclass(value) and hasattr(value, "__dict__") else ()
        yield from (one for one in (value, *inner) if isinstance(one, Record))


def _field(record: Record, error: Exception, frames: list[FrameType]) -> FieldPath:
    """Return the path of the field of *record* whose text the program was handling; empty if none is."""
    locals_ = (value for frame in frames for value in list(frame.f_locals.values()))
    handled = [same_words(one[:_LONGEST_TEXT]) for one in (*error.args, *locals_) if isinstance(one, str)]
    leaves = {path: same_words(str(value)) for path, value in _leaves(record, ()) if path != ("id",)}
    leaves = {path: text for path, text in leaves.items() if len(text) >= _SHORTEST_VALUE}
    exact = (path for one in handled for path, text in leaves.items() if one == text)
    within = (path for one in handled for path, text in leaves.items() if text in one)
    return next(exact, next(within, ()))


def _leaves(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
    elif value is not None:
        yield path, value


def _place(file: Path, record: str, field: FieldPath) -> Place:
    """Return where *field* of *record* stands in *file*."""
    text, _ = read_text(file, file.as_posix())
    document, _, _ = read_nodes(text or "", file.as_posix())
    nodes = document if isinstance(document, SeqNode) else []
    node = next((one for one in nodes if isinstance(one, dict) and one.get("id") == record), None)
    return Place(file.as_posix(), *value_mark(node, field)) if node is not None else Place(file.as_posix())
