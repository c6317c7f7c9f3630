"""The last net: whatever ends a command becomes a message, and its traceback a file for whoever asks for it."""

import traceback
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError, refusal
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.fault import FaultError, fault_of
from ecosystem.words.messages import read_messages

#: Where a traceback is written, in the folder of what is kept from build to build.
TRACEBACK: Final = "traceback.txt"


def explain(error: Exception, settings: Settings, made: str) -> str:
    """Return in a line what *error*, which ended the making of *made*, means to whoever asked for that."""
    if isinstance(error, EcosystemError):
        return str(error)
    if isinstance(error, OSError | ImportError):
        return refusal(error)
    fault = error if isinstance(error, FaultError) else fault_of(error, KINDS, made)
    problem = fault.problem(settings.data)
    try:
        return f"{problem.place}: {read_messages(settings.strings, settings.language).text(problem)}"
    except (EcosystemError, LookupError):  # the fault is in the words themselves
        return f"{problem.place}: {fault.reason}"


def keep_traceback(error: Exception, settings: Settings) -> Path:
    """Write where *error* and what led to it arose; return the file."""
    told: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        told.insert(
            0, cause.trace if isinstance(cause, FaultError) else "".join(traceback.format_exception(cause, chain=False))
        )
        cause = cause.__cause__
    settings.cache.mkdir(parents=True, exist_ok=True)
    path = settings.cache / TRACEBACK
    path.write_text("\n".join(told), encoding="utf-8", errors="backslashreplace")
    return path
