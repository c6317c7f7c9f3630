"""Where something stands today: its last known state, and whether its time has run out since then.

A state in the data is true on the day of its source. When the time set for the thing has passed and nothing newer
has been reported, a page must not show that state as if it still held; it says that the outcome is not known here.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Standing:
    """A state as far as it is known; `lapsed` is the key of the words to show when its time has run out."""

    value: StrEnum
    lapsed: str | None = None


def has_lapsed(is_open: bool, known_on: datetime.date, end: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether *end* has passed for a state that *is_open*, of which nothing newer than *end* is known."""
    return is_open and end is not None and known_on <= end < today
