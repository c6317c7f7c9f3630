"""Decode a data file, and find the characters that would mislead a reader or a parser."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from ecosystem.ground.letters import BLANK, MIXED_ALPHABETS, NONCHARACTERS
from ecosystem.ground.problems import Place, Problem, Severity

#: Larger files are refused unread: 5,000 members are 4 MB, and a reader must answer within two seconds.
LARGEST_FILE: Final = 8_000_000

#: As many findings of one kind as an editor wants to see for one file.
MOST_OF_A_KIND: Final = 20

#: Characters refused in a file, by message code. PyYAML takes U+0085 and U+2028/9 for line breaks, which
#: no editor shows as such; bidirectional controls make a line read otherwise than it is stored.
REFUSED: Final[dict[str, re.Pattern[str]]] = {
    "tab": re.compile("\t"),
    "line_separator": re.compile("[\u0085\u2028\u2029]"),
    "bidi_control": re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    "control_character": re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"),
    "noncharacter": re.compile(f"[{NONCHARACTERS}]"),
    "private_or_tag_character": re.compile("[\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"),
}

#: What Unicode lets programs ignore (Default_Ignorable_Code_Point) and is not refused, and what is blank without that.
#: How an emoji looks (U+FE0E and U+FE0F) is meant.
_SHOWING_NOTHING: Final = (
    f"\u00ad\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufe00-\ufe0d\ufeff\ufff0-\ufffb\U0001bca0-\U0001bca3"
    f"\U0001d173-\U0001d17a\U000e0080-\U000e0fff{BLANK}"
)

#: Characters that are allowed but rarely meant.
DOUBTFUL: Final[dict[str, re.Pattern[str]]] = {
    "no_break_space": re.compile("[\u00a0\u2007\u202f]"),
    "invisible_character": re.compile(f"[{_SHOWING_NOTHING}]"),
    "decomposed_letter": re.compile("[a-zA-Z][\u0300-\u036f]"),
    "mixed_alphabets": re.compile(MIXED_ALPHABETS),
}

#: One character each of these patterns needs: most texts hold none, and are read through once instead of eight times.
_NOTEWORTHY: Final = re.compile(
    "|".join(pattern.pattern[pattern.pattern.rfind("[") :] for pattern in (*REFUSED.values(), *DOUBTFUL.values()))
)
_ANY_REFUSED: Final = re.compile("|".join(pattern.pattern for pattern in REFUSED.values()))
_ANY_REFUSED_IN_A_VALUE: Final = re.compile(f"{_ANY_REFUSED.pattern}|\r")

#: Looks like a personal identity code: the day of birth, a sign for its century, a number and a check.
_IDENTITY_CODE: Final = re.compile(
    r"(?<![0-9A-Za-z])((?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2})[-+A-FU-Ya-fu-y]([0-9]{3})([0-9A-Ya-y])"
    r"(?![0-9A-Za-z])"
)
_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_BYTE_ORDER_MARKS_OF_16_AND_32_BITS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Read *path*, called *file* in messages; return its text (None if unusable) and what is wrong with it."""
    try:
        if path.is_symlink():
            return None, [Problem(Place(file), "file_is_link")]
        if not path.is_file():
            return None, [Problem(Place(file), "not_a_file" if path.exists() else "file_missing")]
        if path.stat().st_size > LARGEST_FILE:
            return None, [Problem(Place(file), "file_too_large", {"limit": f"{LARGEST_FILE // 1_000_000} MB"})]
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(file), "file_unreadable", {"reason": error.strerror or "unknown"})]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Decode *data* as UTF-8; return the text (None if it is not UTF-8) and the findings of its characters."""
    if data.startswith(_BYTE_ORDER_MARKS_OF_16_AND_32_BITS) or b"\x00" in data[:4]:
        return None, [Problem(Place(file), "not_utf8", {"looks_like": "UTF-16"})]
    problems: list[Problem] = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        problems.append(Problem(Place(file), "byte_order_mark", severity=Severity.WARNING))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        start_of_line = before.rfind(b"\n") + 1
        column = len(before[start_of_line:].decode("utf-8", errors="replace")) + 1
        letter = data[error.start : error.start + 1].decode("cp1252", errors="replace")
        place = Place(file, before.count(b"\n") + 1, column)
        problems.append(Problem(place, "not_utf8_here", {"looks_like": "Windows-1252", "letter": letter}))
        return None, problems
    if _NOTEWORTHY.search(text):
        problems += _find_all(text, file, REFUSED, Severity.ERROR)
        problems += _find_all(text, file, DOUBTFUL, Severity.WARNING)
    problems += (Problem(_place(text, match.start(), file), "identity_code") for match in identity_codes(text))
    return text, problems


def identity_codes(text: str) -> Iterator[re.Match[str]]:
    """Yield where *text* holds a personal identity code of Finland: a day, a century, a number and the right check."""
    for match in _IDENTITY_CODE.finditer(text):
        day, number, check = match.groups()
        if _CHECKS[int(day + number) % len(_CHECKS)] == check.upper():
            yield match


def refused_character(value: str) -> tuple[str, str] | None:
    r"""Return the message code and the name of the first refused character of *value*: an escape may hide one.

    A line's end of Windows stands in a file, but in a value only where somebody wrote ``\r``.
    """
    found = _ANY_REFUSED_IN_A_VALUE.search(value)
    if found is None:
        return None
    named = (code for code, pattern in REFUSED.items() if pattern.match(found.group()))
    code = next(named, "control_character")
    return code, _character_name(found.group())


def without_refused_characters(text: str) -> str:
    """Return *text* with a space for each refused character, so that the rest of the file can still be checked."""
    return _ANY_REFUSED.sub(" ", text)


def _find_all(text: str, file: str, patterns: dict[str, re.Pattern[str]], severity: Severity) -> Iterator[Problem]:
    for code, pattern in patterns.items():
        for match in islice(pattern.finditer(text), MOST_OF_A_KIND):
            details = {"character": _character_name(match.group())}
            yield Problem(_place(text, match.start(), file), code, details, severity)


def _place(text: str, start: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _character_name(letters: str) -> str:
    return f"U+{ord(letters[-1]):04X}"
