"""Days, months and times as people write them in three languages, in the form in which data holds them."""

import datetime
import re
from functools import cache
from typing import Final

from babel import Locale

from ecosystem.ground.languages import LANGUAGES

_YEAR: Final = r"(?P<year>[0-9]{4}|[0-9]{2})"
_NUMBERED: Final = re.compile(rf"(?P<day>[0-9]{{1,2}})[./] ?(?P<month>[0-9]{{1,2}})[./] ?{_YEAR}")
_ISO: Final = re.compile(r"(?P<year>[0-9]{4})([-/.]?)(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})")
_NAMED: Final = re.compile(rf"(?P<day>[0-9]{{1,2}})\.? (?P<name>[^\W\d_]+)\.?,? {_YEAR}")
_AMERICAN: Final = re.compile(rf"(?P<name>[^\W\d_]+)\.? (?P<day>[0-9]{{1,2}}),? {_YEAR}")
_MONTH: Final = re.compile(r"(?P<name>[^\W\d_]+) (?P<year>[0-9]{4})|(?P<month>[0-9]{1,2})[./](?P<of>[0-9]{4})")
_OPEN: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2]|W[0-5][0-9])")
_WEEKDAY_BEFORE: Final = re.compile(r"\A[^\W\d_]{2,}\.?,? (?=[0-9])")
_HOUR_BEHIND: Final = re.compile(
    r"((T| )[0-9]{1,2}(:[0-9]{2}){1,2}Z?|,? (klo|kl\.?|kello|at) ?[0-9]{1,2}([.:][0-9]{2})?)\Z"
)
_SAME_MONTH: Final = re.compile(r"(?P<first>[0-9]{1,2})\. ?[-–] ?(?P<last>[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4})")
_SAME_YEAR: Final = re.compile(
    r"(?P<first>[0-9]{1,2}\. ?[0-9]{1,2}\.) ?[-–] ?(?P<last>[0-9]{1,2}\. ?[0-9]{1,2}\. ?(?P<year>[0-9]{4}))"
)
_BETWEEN_DAYS: Final = re.compile(r" ?– ?| - | ?/ ?(?=[0-9]{4}-)|(?<=[0-9]{4})-(?=[0-9]{1,2}\.)")
_LAST_OF_ISO: Final = re.compile(r"(?P<month>[0-9]{4}-[0-9]{2}-)(?P<first>[0-9]{2}) ?[/–] ?(?P<last>[0-9]{2})")
_TIME: Final = re.compile(
    r"(?:klo|kl\.?|kello|at)?\s*(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?(?:[.:]00)?\s*"
    r"(?P<half>[ap]\.?m\.?)?(?:\s*h)?",
    re.IGNORECASE,
)
_BETWEEN_TIMES: Final = re.compile(r" ?[-–] ?")
_NOON: Final = 12


def day_meant(text: str) -> str | None:
    """Return the day that *text* names, as 2026-11-20; None when it names none, or more than one."""
    text = _HOUR_BEHIND.sub("", text)
    text = _WEEKDAY_BEFORE.sub("", text, count=1) if not _AMERICAN.fullmatch(text) else text
    for pattern in (_NUMBERED, _ISO, _NAMED, _AMERICAN):
        if found := pattern.fullmatch(text.strip()):
            parts = found.groupdict()
            month = _month_called(parts["name"]) if "name" in parts else int(parts["month"])
            return _day(_year(parts["year"]), month, int(parts["day"]))
    return None


def days_meant(text: str) -> tuple[str, str] | None:
    """Return the first and the last day that *text* names, such as 15.-16.9.2027."""
    if found := _SAME_MONTH.fullmatch(text):
        return _pair(f"{found['first']}.{found['last'].replace(' ', '').partition('.')[2]}", found["last"])
    if found := _SAME_YEAR.fullmatch(text):
        return _pair(f"{found['first']}{found['year']}", found["last"])
    if found := _LAST_OF_ISO.fullmatch(text):
        return _pair(found["month"] + found["first"], found["month"] + found["last"])
    ends = [part for part in _BETWEEN_DAYS.split(text) if part]
    return _pair(*ends) if len(ends) == len(("first", "last")) else None


def month_meant(text: str) -> str | None:
    """Return the month, as 2027-09, or the week, as 2027-W19, that *text* names without a day."""
    if _OPEN.fullmatch(text):
        return text
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    month = int(found["month"]) if found["month"] else _month_called(found["name"].removesuffix("ssa"))
    return f"{found['year'] or found['of']}-{month:02}" if month and month <= len(_MONTHS) else None


def time_meant(text: str) -> str | None:
    """Return the time that *text* names, as 09:00: of klo 9, 9.00 or 9 am."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half := found["half"]:
        hour = hour % _NOON + (_NOON if half.casefold().startswith("p") else 0)
    try:
        return f"{datetime.time(hour, minute):%H:%M}"
    except ValueError:
        return None


def times_meant(text: str) -> tuple[str, str] | None:
    """Return from when to when *text* says, such as 9-10."""
    first, *rest = _BETWEEN_TIMES.split(text)
    start, end = time_meant(first), time_meant(rest[0]) if len(rest) == 1 else None
    return (start, end) if start and end else None


def _pair(first: str, last: str) -> tuple[str, str] | None:
    start, end = day_meant(first.replace(" ", "")), day_meant(last.replace(" ", ""))
    return (start, end) if start and end and start < end else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) > len("26") else 2000 + int(digits)


def _day(year: int, month: int | None, day: int) -> str | None:
    """Return the day; where there is no such month, the number of the day may stand in its place."""
    if month is not None and month > len(_MONTHS) >= day:
        month, day = day, month
    try:
        return datetime.date(year, month or 0, day).isoformat()
    except ValueError:
        return None


_MONTHS: Final = range(1, 13)


def _month_called(name: str) -> int | None:
    return _months().get(name.casefold())


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names, long and short, in all languages."""
    return {
        name.casefold().rstrip("."): number
        for language in LANGUAGES
        for context in Locale.parse(language).months.values()
        for names in (context["wide"], context["abbreviated"])
        for number, name in names.items()
    }
