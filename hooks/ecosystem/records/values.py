"""The scalar types of the data: each takes the text of a YAML scalar and gives it its type, or says why not.

YAML's own types are not used (see `ecosystem.ground.nodes`), so `00100` stays an identifier and `12:30` a time.
A value that does not fit raises `PydanticCustomError`; its type is the code of the message.
"""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Final, TypeAlias
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from ecosystem.ground.letters import shows_something, unescaped
from ecosystem.ground.text import refused_character

LONGEST_ID: Final = 60
LONGEST_LINE: Final = 200
LONGEST_PROSE: Final = 6000
LONGEST_URL: Final = 2000

#: The shapes of the values that are more than text; ASCII digits only.
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: What Windows takes for a device, whatever follows a point: it stores no file or folder of that name.
DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
DAY = re.compile(r"[0-9]{4}-[0-9][0-9]-[0-9][0-9]")
CLOCK_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
END_TIME = re.compile(rf"{CLOCK_TIME.pattern}|24:00")
PICTURE_FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|jpeg|webp)")
_COUNT = re.compile(r"[0-9]{1,9}")
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,4})?")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,20}[0-9]")
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.[a-z][a-z0-9-]{1,62}")
_LETTERS_IN_HOST = re.compile(r"(?=.*[^\x00-\x7f])[\w-]+(\.[\w-]+)+")
_HTTPS = re.compile(r"https://.+")
_PRIVATE_HOST_ENDINGS = (
    ".local",
    ".localhost",
    ".internal",
    ".onion",
    ".arpa",
    ".invalid",
    ".test",
    ".localdomain",
    ".lan",
)
_NOT_IN_A_URL = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")

EARLIEST_YEAR: Final = 1950
LATEST_YEAR: Final = 2100


def text_of(value: Any) -> str:
    """Return *value*, which must be a text."""
    if not isinstance(value, str):
        raise PydanticCustomError("text_expected", "a text is expected")
    return value


def _identifier(value: Any) -> str:
    text = text_of(value)
    if len(text) > LONGEST_ID:
        raise PydanticCustomError("text_too_long", "too long", {"limit": LONGEST_ID, "length": len(text)})
    if not ID.fullmatch(text):
        raise PydanticCustomError("id_shape", "not an id")
    if DEVICE.fullmatch(text):
        raise PydanticCustomError("name_of_device", "Windows stores no file of this name")
    return text


def _picture_file(value: Any) -> str:
    text = text_of(value)
    if len(text) > LONGEST_ID:
        raise PydanticCustomError("text_too_long", "too long", {"limit": LONGEST_ID, "length": len(text)})
    if not PICTURE_FILE.fullmatch(text):
        raise PydanticCustomError("picture_file_shape", "not the name of a picture")
    if DEVICE.fullmatch(text.partition(".")[0]):
        raise PydanticCustomError("name_of_device", "Windows stores no file of this name")
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("text_empty", "the text is empty")
    if not shows_something(text):
        raise PydanticCustomError("text_shows_nothing", "the text shows nothing")
    return text.strip()


def line_of(value: Any) -> str:
    """Return *value*, which must be one line of text."""
    text = _not_blank(text_of(value))
    if "\n" in text or "\r" in text:
        raise PydanticCustomError("one_line_expected", "one line is expected")
    if len(text) > LONGEST_LINE:
        raise PydanticCustomError("text_too_long", "too long", {"limit": LONGEST_LINE, "length": len(text)})
    return text


def _prose(value: Any) -> str:
    text = _not_blank(text_of(value))
    if len(text) > LONGEST_PROSE:
        raise PydanticCustomError("text_too_long", "too long", {"limit": LONGEST_PROSE, "length": len(text)})
    return text


def in_calendar(year: int, month: int = 1, day: int = 1) -> datetime.date:
    """Return the day, which must be in the calendar and in our times."""
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        raise PydanticCustomError("date_not_in_calendar", "no such day") from None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise PydanticCustomError(
            "year_out_of_range", "year out of range", {"first": EARLIEST_YEAR, "last": LATEST_YEAR}
        )
    return date


def _day(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    text = text_of(value)
    if not DAY.fullmatch(text):
        raise PydanticCustomError("date_shape", "not a date")
    return in_calendar(int(text[:4]), int(text[5:7]), int(text[8:]))


def _clock_time(value: Any) -> datetime.time:
    if isinstance(value, datetime.time):
        return value
    match = CLOCK_TIME.fullmatch(text_of(value))
    if not match:
        raise PydanticCustomError("time_shape", "not a time")
    return datetime.time(int(match[1]), int(match[2]))


def _end_time(value: Any) -> datetime.time:
    """Read a time at which something ends; midnight at the end of a day is that at the start of the next."""
    return datetime.time() if value == "24:00" else _clock_time(value)


def _count(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not _COUNT.fullmatch(text_of(value)):
        raise PydanticCustomError("count_shape", "not a whole number")
    return int(value)


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not NUMBER.fullmatch(text_of(value)):
        raise PydanticCustomError("number_shape", "not a number")
    return Decimal(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value)
    if text not in ("true", "false"):
        raise PydanticCustomError("flag_shape", "neither true nor false")
    return text == "true"


def _url(value: Any) -> str:
    text = text_of(value)
    if len(text) > LONGEST_URL:
        raise PydanticCustomError("text_too_long", "too long", {"limit": LONGEST_URL, "length": len(text)})
    written_out = unescaped(text)
    if _NOT_IN_A_URL.search(text) or "\n" in written_out or refused_character(written_out):
        raise PydanticCustomError("url_characters", "characters that an address cannot have")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise PydanticCustomError("url_shape", "not an address") from None
    if parts.scheme != "https":
        if _EMAIL.fullmatch(text.removeprefix("mailto:")):
            raise PydanticCustomError("url_is_email", "an e-mail address in place of an address")
        raise PydanticCustomError("url_not_https", "not https")
    if "@" in parts.netloc:
        raise PydanticCustomError("url_user_info", "user information in an address")
    host = (parts.hostname or "").lower()
    if _LETTERS_IN_HOST.fullmatch(host):
        raise PydanticCustomError("url_host_letters", "letters that a host's name cannot have")
    if port not in (None, 443) and _HOST.fullmatch(host):
        raise PydanticCustomError("url_port", "a port in an address")
    if not _HOST.fullmatch(host) or host.endswith(_PRIVATE_HOST_ENDINGS) or port not in (None, 443):
        raise PydanticCustomError("url_host", "not a public host")
    return percent_encode(text, safe="%/:=&?~#+!$,;'@()*[]-._")


def _email(value: Any) -> str:
    text = text_of(value)
    if not _EMAIL.fullmatch(text):
        raise PydanticCustomError("email_shape", "not an e-mail address")
    return text


def _host_name(value: Any) -> str:
    text = text_of(value)
    if not _HOST.fullmatch(text):
        raise PydanticCustomError("host_name_shape", "not a host name")
    return text


def _phone(value: Any) -> str:
    text = text_of(value)
    if not _PHONE.fullmatch(text):
        raise PydanticCustomError("phone_shape", "not a phone number")
    return text


def _described(pattern: re.Pattern[str] | None, *examples: str, **more: Any) -> WithJsonSchema:
    """Return how code editors know a value: its shape and *examples* (JSON Schema, see `ecosystem.editing.schema`)."""
    shape = {"pattern": f"^({pattern.pattern})$"} if pattern else {}
    return WithJsonSchema({"type": "string", **shape, "examples": list(examples), **more})


_LINE_SHAPE: Final = {"type": ["string", "number"], "minLength": 1, "maxLength": LONGEST_LINE}

Id: TypeAlias = Annotated[
    str, BeforeValidator(_identifier), _described(ID, "keski-suomi", type=["string", "integer"], maxLength=LONGEST_ID)
]
"""Small letters a-z, digits and single hyphens, at most 60; permanent, because it is part of an address."""

Line: TypeAlias = Annotated[str, BeforeValidator(line_of), _described(None, "Pirkanmaa", **_LINE_SHAPE)]
"""One line of text, at most 200 characters."""

Paragraphs: TypeAlias = Annotated[
    str, BeforeValidator(_prose), _described(None, "One sentence or two.", minLength=1, maxLength=LONGEST_PROSE)
]
"""Running text of at most 6,000 characters; an empty line starts a new paragraph."""

Day: TypeAlias = Annotated[datetime.date, BeforeValidator(_day), _described(DAY, "2025-03-07")]
"""A day, written 2025-03-07."""

ClockTime: TypeAlias = Annotated[datetime.time, BeforeValidator(_clock_time), _described(CLOCK_TIME, "08:30")]
"""A time of day, written 08:30."""

EndTime: TypeAlias = Annotated[datetime.time, BeforeValidator(_end_time), _described(END_TIME, "09:30", "24:00")]
"""A time of day at which something ends: 24:00 is midnight."""

Count: TypeAlias = Annotated[
    int, BeforeValidator(_count), _described(_COUNT, "12", type=["integer", "string"], minimum=0)
]
"""A whole number of zero or more."""

Number: TypeAlias = Annotated[Decimal, BeforeValidator(_number), _described(NUMBER, "2.58", type=["number", "string"])]
"""A number, with a point before its decimals."""

Flag: TypeAlias = Annotated[
    bool,
    BeforeValidator(_flag),
    _described(None, "true", type=["boolean", "string"], enum=[True, False, "true", "false"]),
]
"""true or false."""

PictureFile: TypeAlias = Annotated[
    str, BeforeValidator(_picture_file), _described(PICTURE_FILE, "seminaari-2026.jpg", maxLength=LONGEST_ID)
]
"""The name of a file in `data/images/`: permanent, because it is part of an address; no folders."""

Url: TypeAlias = Annotated[
    str, BeforeValidator(_url), _described(_HTTPS, "https://www.thl.fi/", format="uri", maxLength=LONGEST_URL)
]
"""A public https address."""

Email: TypeAlias = Annotated[str, BeforeValidator(_email), _described(_EMAIL, "info@example.org")]
"""An e-mail address."""

HostName: TypeAlias = Annotated[str, BeforeValidator(_host_name), _described(_HOST, "www.example.org")]
"""The name of a host, in small letters."""

Phone: TypeAlias = Annotated[str, BeforeValidator(_phone), _described(_PHONE, "029 516 3139")]
"""A phone number: digits and spaces, perhaps a plus."""


def _each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[Any] = set()
    for value in values:
        if value in seen:
            raise PydanticCustomError("named_twice", "named twice", {"value": str(value)})
        seen.add(value)
    return values


EachOnce: Final = AfterValidator(_each_once)
"""For a tuple whose values may be named only once."""

MOST_ITEMS: Final = 200
Few: Final = Field(max_length=MOST_ITEMS)
"""For a tuple that an editor fills by hand."""
