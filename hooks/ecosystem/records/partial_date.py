"""Dates of which only the year or the month is known."""

import datetime
import re
from functools import total_ordering
from typing import Any

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from ecosystem.records.values import in_calendar, text_of

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9][0-9]))?(?:-([0-9][0-9]))?")


@total_ordering
class PartialDate:
    """A date known to the year, the month or the day: 2025, 2025-03 or 2025-03-07."""

    __slots__ = ("day", "month", "year")

    def __init__(self, year: int, month: int | None = None, day: int | None = None) -> None:
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def parse(cls, value: Any) -> "PartialDate":
        """Read *value*, a text such as ``2025-03``."""
        if isinstance(value, PartialDate):
            return value
        match = _PARTIAL_DATE.fullmatch(text_of(value))
        if not match:
            raise PydanticCustomError("partial_date_shape", "not a date, month or year")
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.groups()[1:])
        in_calendar(year, month or 1, day or 1)
        return cls(year, month, day)

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        """Let pydantic read and write it as text."""
        return core_schema.no_info_plain_validator_function(cls.parse, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, *_: Any) -> JsonSchemaValue:
        """Tell code editors its shape; a year alone is a number to YAML."""
        pattern = f"^({_PARTIAL_DATE.pattern})$"
        return {"type": ["string", "integer"], "pattern": pattern, "examples": ["2025-03-07", "2025-03", "2025"]}

    @property
    def first_day(self) -> datetime.date:
        """The first day that it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day that it can mean."""
        if self.day is not None:
            return self.first_day
        if self.month is None or self.month == 12:
            return datetime.date(self.year, 12, 31)
        return datetime.date(self.year, self.month + 1, 1) - datetime.timedelta(days=1)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __repr__(self) -> str:
        return f"PartialDate({self})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and str(self) == str(other)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first_day, self.last_day) < (other.first_day, other.last_day)

    def __hash__(self) -> int:
        return hash(str(self))
