"""The file of what is remembered: JSON with a line for each record, the same bytes for the same history."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ecosystem.records.history.past import Change, History, Past

#: Carried beside the data where git does not go: in archives and shallow clones.
FILE: Final = "history.json"

_FORMAT: Final = 1


class BrokenHistoryError(ValueError):
    """The file cannot be read as one of what is remembered."""


def history_text(history: History) -> str:
    """Return the content of the file of *history*."""
    return f'{{"format": {_FORMAT}, "head": {json.dumps(history.head)}, "records": {{\n{pasts_text(history)}\n}}}}\n'


def pasts_text(history: History) -> str:
    """Return what tells *history* apart from any other, whatever its revision."""
    collections = [
        f"{json.dumps(name)}: {{\n{_lines(some)}\n}}" for name, some in sorted(history.pasts.items()) if some
    ]
    return ",\n".join(collections)


def read_history_file(path: Path) -> History | None:
    """Return the history in the file at *path*, None where there is none; raise `BrokenHistoryError`."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise BrokenHistoryError from error
    try:
        document = json.loads(text)
        if document["format"] != _FORMAT:
            raise BrokenHistoryError
        records = document["records"]
        return History(
            str(document["head"]),
            {name: {key: _past(one) for key, one in some.items()} for name, some in records.items()},
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise BrokenHistoryError from error


def _lines(pasts: Mapping[str, Past]) -> str:
    return ",\n".join(f"{json.dumps(name)}: {_told(past)}" for name, past in sorted(pasts.items()))


def _told(past: Past) -> str:
    told: dict[str, Any] = {"seen": str(past.seen), "changed": str(past.changed)}
    if past.loaded:
        told["loaded"] = True
    if past.gone:
        told |= {"gone": str(past.gone), "name": dict(past.name)}
    if past.changes:
        told["changes"] = [[str(change.day), change.path, change.old, change.new] for change in past.changes]
    return json.dumps(told, ensure_ascii=False)


def _past(told: Mapping[str, Any]) -> Past:
    day = datetime.date.fromisoformat
    return Past(
        seen=day(told["seen"]),
        changed=day(told["changed"]),
        loaded=told.get("loaded", False),
        gone=day(told["gone"]) if "gone" in told else None,
        name=told.get("name", {}),
        changes=tuple(Change(day(when), path, old, new) for when, path, old, new in told.get("changes", ())),
    )
