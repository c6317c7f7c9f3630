"""What an editor probably meant by a value that has the wrong shape: `18.1.2024` is 2024-01-18.

Each correction takes the value and returns the right form, or None when it cannot tell. None is applied: they
are suggestions in messages.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from babel import Locale

from ecosystem.ground.languages import LANGUAGES
from ecosystem.records.places import COUNTRIES
from ecosystem.records.values import ID, NUMBER
from ecosystem.records.written_dates import day_meant, month_meant, time_meant

_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")
#: What stands around a number in a sentence; the unit has a field of its own, or none.
_NOT_OF_A_NUMBER: Final = re.compile(r"\s|[%€]|euroa?$|kpl$|st$")
_MARKDOWN_LINK: Final = re.compile(r"\[[^\]]*\]\((https://[^)\s]+)\)")
_SCHEME: Final = re.compile(r"(?:h?t*ps?:?/{1,2}:?/*|https://)+(?=\w)", re.IGNORECASE)
_BARE_HOST: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?")


def correction(code: str, value: str) -> str | None:
    """Return the right form of *value*, which is wrong in the way that *code* says."""
    correct = _CORRECTIONS.get(code)
    return correct(value.strip()) if correct else None


def _partial_date(value: str) -> str | None:
    return day_meant(value) or month_meant(value)


def _number(value: str) -> str | None:
    number = _NOT_OF_A_NUMBER.sub("", value).replace(",", ".")
    return number if NUMBER.fullmatch(number) else None


def _id(value: str) -> str | None:
    letters = unicodedata.normalize("NFKD", value.casefold())
    name = _NOT_IN_AN_ID.sub("-", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip("-")
    return name if ID.fullmatch(name) else None


def _address(value: str) -> str | None:
    """Return the address in *value*, without what stands around it, with the right beginning."""
    text = _MARKDOWN_LINK.sub(r"\1", value).strip("<>\"' ")
    address = _SCHEME.sub("", text, count=1).removeprefix("//")
    host, slash, rest = address.partition("/")
    right = f"https://{host.lower()}{slash}{rest}"
    return right if right != value and _BARE_HOST.fullmatch(right.removeprefix("https://")) else None


def _host_in_ascii(value: str) -> str | None:
    """Return the address *value* with the letters of its host written as its name in the network has them."""
    parts = urlsplit(value)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return urlunsplit(parts._replace(netloc=host))


def _without_port(value: str) -> str | None:
    parts = urlsplit(value)
    return urlunsplit(parts._replace(netloc=parts.hostname or ""))


_FLAGS: Final = {"yes": "true", "no": "false", "kyllä": "true", "ei": "false", "ja": "true", "nej": "false"}


#: How a number is read that has such a word before it.
_COMPARED: Final = {
    "over": ("yli", "över", "over", "more than", "mer än", "enemmän kuin", ">"),
    "at-least": ("vähintään", "ainakin", "minst", "at least", "≥"),
    "about": ("noin", "n.", "ca", "ca.", "cirka", "omkring", "about", "approximately", "~"),
    "under": ("alle", "under", "less than", "mindre än", "<"),
}


def compared(value: str) -> tuple[str, str] | None:
    """Return how the number in *value* is to be read and the number: of `yli 1200` `over` and 1200."""
    for comparator, words in _COMPARED.items():
        for word in words:
            if value.casefold().startswith(word) and (number := _number(value[len(word) :])):
                return comparator, number
    return None


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
    "date_not_in_calendar": day_meant,
    "date_shape": day_meant,
    "flag_shape": _flag,
    "id_shape": _id,
    "number_shape": _number,
    "partial_date_shape": _partial_date,
    "time_shape": time_meant,
    "url_characters": _address,
    "url_host": _address,
    "url_host_letters": _host_in_ascii,
    "url_not_https": _address,
    "url_port": _without_port,
}
