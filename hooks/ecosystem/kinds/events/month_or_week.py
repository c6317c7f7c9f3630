"""When something is to take place while its day is open: a month or a week."""

import datetime
import re
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ecosystem.records.partial_date import PartialDate
from ecosystem.records.values import in_calendar, text_of

_SHAPE: Final = re.compile(r"([0-9]{4})-(?:(0[1-9]|1[0-2])|W(0[1-9]|[1-4][0-9]|5[0-3]))")


def _month_or_week(value: Any) -> str:
    text = text_of(value)
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise PydanticCustomError("month_or_week_shape", "neither a month nor a week")
    in_calendar(int(match[1]))
    try:
        days_of(text)
    except ValueError:
        raise PydanticCustomError("month_or_week_shape", "no such week") from None
    return text


MonthOrWeek: TypeAlias = Annotated[
    str,
    BeforeValidator(_month_or_week),
    WithJsonSchema({"type": "string", "pattern": f"^({_SHAPE.pattern})$", "examples": ["2027-05", "2027-W19"]}),
]
"""A month, written 2027-05, or a week by its number (ISO 8601), written 2027-W19."""


def days_of(value: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of *value*; raise `ValueError` for a week that its year does not have."""
    if number := week_of(value):
        year = int(value[:4])
        return datetime.date.fromisocalendar(year, number, 1), datetime.date.fromisocalendar(year, number, 7)
    month = PartialDate.parse(value)
    return month.first_day, month.last_day


def week_of(value: str) -> int | None:
    """Return the number of the week *value*; None for a month."""
    year_and_week = value.split("-W")
    return int(year_and_week[1]) if len(year_and_week) > 1 else None
