"""What an editor probably meant by a value that has the wrong shape: `18.1.2024` is 2024-01-18.

Each correction takes the value and returns the right form, or None when it cannot tell. None is applied: they
are suggestions in messages.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from babel import Locale

from ecosystem.ground.languages import LANGUAGES
from ecosystem.records.places import COUNTRIES
from ecosystem.records.values import CLOCK_TIME, DAY, ID, NUMBER

_FINNISH_DATE: Final = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_LOOSE_DATE: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_LOOSE_TIME: Final = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")
_BARE_HOST: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?")


def correction(code: str, value: str) -> str | None:
    """Return the right form of *value*, which is wrong in the way that *code* says."""
    correct = _CORRECTIONS.get(code)
    return correct(value.strip()) if correct else None


def _date(value: str) -> str | None:
    if found := _FINNISH_DATE.fullmatch(value):
        day, month, year = found.groups()
    elif found := _LOOSE_DATE.fullmatch(value):
        year, month, day = found.groups()
    else:
        return None
    date = f"{year}-{int(month):02}-{int(day):02}"
    return date if DAY.fullmatch(date) and int(month) <= 12 and int(day) <= 31 else None


def _time(value: str) -> str | None:
    found = _LOOSE_TIME.fullmatch(value)
    time = f"{int(found[1]):02}:{found[2]}" if found else ""
    return time if CLOCK_TIME.fullmatch(time) else None


def _number(value: str) -> str | None:
    number = re.sub(r"\s", "", value).replace(",", ".")
    return number if NUMBER.fullmatch(number) else None


def _id(value: str) -> str | None:
    letters = unicodedata.normalize("NFKD", value.casefold())
    name = _NOT_IN_AN_ID.sub("-", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip("-")
    return name if ID.fullmatch(name) else None


def _address(value: str) -> str | None:
    address = value.removeprefix("http://").removeprefix("//")
    return f"https://{address}" if _BARE_HOST.fullmatch(address) else None


_FLAGS: Final = {"yes": "true", "no": "false", "kyllä": "true", "ei": "false", "ja": "true", "nej": "false"}


def _flag(value: str) -> str | None:
    word = value.casefold()
    return word if word in ("true", "false") else _FLAGS.get(word)


def _country(value: str) -> str | None:
    """Return the code of a country that is named in one of the site's languages, or written in small letters."""
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        for code in sorted(COUNTRIES):
            if value.casefold() in (code.casefold(), names[code].casefold()):
                return code
    return None


_CORRECTIONS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "country_unknown": _country,
    "date_shape": _date,
    "flag_shape": _flag,
    "id_shape": _id,
    "number_shape": _number,
    "partial_date_shape": _date,
    "time_shape": _time,
    "url_not_https": _address,
}
