"""One rule each: when two texts are the same words, whether a text shows anything, and how an address is shown."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote

#: Characters that show nothing though Unicode calls them letters, marks or signs. What it calls formats, controls
#: and spaces needs no list.
BLANK: Final = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0"

_BLANK: Final = re.compile(f"[{BLANK}]")

#: Codes that no character will ever have.
NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}-{chr(plane | 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000)
)

#: Where a Latin letter meets a Cyrillic one, or a Greek one that looks Latin: a word of two alphabets, as people
#: write who mean to deceive, or whose keyboard was in another language.
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_ALIKE: Final = "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u0400-\u052f"
MIXED_ALPHABETS: Final = f"(?<=[{_LATIN}])[{_ALIKE}]|(?=[{_ALIKE}][{_LATIN}])[{_ALIKE}]"

_ESCAPES: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def same_words(text: str) -> str:
    """Return what is equal for texts of the same words, whatever their case, spaces, forms of letters and joiners."""
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    folded = unicodedata.normalize("NFKC", shown).casefold().replace("i\u0307", "i")
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def shows_something(text: str) -> bool:
    """Tell whether a reader of *text* sees anything: spaces, controls, formats and marks alone show nothing."""
    return any(unicodedata.category(letter)[0] in "LNPS" and not _BLANK.match(letter) for letter in text)


def shown_address(address: str) -> str:
    """Return *address* as a reader sees it: with its escaped letters and digits written out, and nothing else.

    So it holds no sign that a check of the address has not seen.
    """
    return _ESCAPES.sub(_shown_escapes, address)


def unescaped(address: str) -> str:
    """Return *address* with all that is escaped in it written out; what is no text becomes U+FFFD."""
    return _ESCAPES.sub(lambda match: _bytes_of(match).decode("utf-8", "replace"), address)


def _shown_escapes(match: re.Match[str]) -> str:
    try:
        letters = _bytes_of(match).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return "".join(
        letter if letter.isalnum() and shows_something(letter) else quote(letter, safe="") for letter in letters
    )


def _bytes_of(match: re.Match[str]) -> bytes:
    return bytes.fromhex(match[0].replace("%", ""))
