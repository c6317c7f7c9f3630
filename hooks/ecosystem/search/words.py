"""Words as the index sees them: found in HTML, and without their dots and rings for comparison."""

import re
import unicodedata
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<[^>]*>")
#: Letters, with the hyphens and the colons that join them: `AI-aamu`, `THL:n`.
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*")
_TITLE: Final = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_HYPHEN: Final = re.compile(r"[-:]")


def text_of(html: str) -> str:
    """Return the text of *html*, each mark a space."""
    return unescape(_TAG.sub(" ", html))


def title_of(html: str) -> str:
    """Return the text of the first heading of *html*, empty where there is none."""
    found = _TITLE.search(html)
    return " ".join(text_of(found[1]).split()) if found else ""


def words_of(text: str) -> list[str]:
    """Return the words of *text* in small letters, in order; of a hyphenated word its parts too."""
    found: list[str] = []
    for word in _WORD.findall(text.lower()):
        found.append(word)
        if "-" in word or ":" in word:
            found += _HYPHEN.split(word)
    return found


def folded(text: str) -> str:
    """Return *text* in small letters without dots, rings and accents, as Pagefind compares words."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join([letter for letter in decomposed if not unicodedata.combining(letter)])
