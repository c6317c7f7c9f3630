"""Find the records that are other than in an earlier version but say that they are not, and mend them.

Calendar programs look at a change only when `updated` says that there is one, and readers of a page see how old it is.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from ecosystem.ground.nodes import MapNode, SeqNode
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.records.history.find import field_changes
from ecosystem.records.history.versions import Version
from ecosystem.records.kind import Kinds
from ecosystem.records.load import LoadedData

_FIELD: Final = "updated"

_DATE: Final = re.compile(r"""(["']?)\d{4}-\d\d-\d\d\1""")


def stale_dates(old: Version, data: LoadedData, kinds: Kinds, today: datetime.date) -> Iterator[Problem]:
    """Yield a warning for each record of *data* that has changed since *old* and whose date of that has not."""
    for name, loaded in data.items():
        for entry in loaded.entries:
            if fields := _changed_fields(old[name], entry.node, kinds[name].model, today):
                details = {"id": entry.record.id, "fields": quote(", ".join(fields))}
                yield Problem(entry.place(_FIELD), "updated_not_changed", details, Severity.WARNING)


def with_new_dates(
    text: str, document: SeqNode, old: Mapping[str, MapNode], model: type[BaseModel], today: datetime.date
) -> str:
    """Return *text*, a file that was read as *document*, with *today* in each record changed since *old* unsaid."""
    lines = text.split("\n")
    for record in document:
        if isinstance(record, MapNode) and _changed_fields(old, record, model, today):
            line, column = record.values_at[_FIELD]
            before, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
            lines[line - 1] = before + _DATE.sub(str(today), rest, count=1)
    return "\n".join(lines)


def _changed_fields(
    old: Mapping[str, MapNode], record: MapNode, model: type[BaseModel], today: datetime.date
) -> list[str]:
    """Return the fields of *record* that have changed without its date; none when that is of today already."""
    before = old.get(str(record.get("id")))
    date = record.get(_FIELD)
    if before is None or not isinstance(date, str) or date != before.get(_FIELD) or date >= str(today):
        return []
    return list(dict.fromkeys(str(change.path[0]) for change in field_changes(before, record, model)))
