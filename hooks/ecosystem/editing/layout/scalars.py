"""Write one text as YAML: plain where it can be, quoted where it must be, folded where it is long."""

import re
from typing import Final

import yaml

#: Lines end before this column where their words allow it.
WIDTH: Final = 100

#: What YAML reads as something else than a text; written plain only where it stood so.
AMBIGUOUS: Final = re.compile(r"(?:~|null|true|false|yes|no|on|off)", re.IGNORECASE)

_NOT_PLAIN: Final = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|.*(?::(?:\s|$)|\s#)|(?:---|\.\.\.)(?:\s|$)|<<$")
_UNPRINTABLE: Final = re.compile(
    "[^\\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_BREAK: Final = re.compile(r"(?<=\S) (?=\S)")


def write_scalar(text: str, indent: int, column: int, *, quoted: bool = False) -> list[str]:
    """Return *text* as the lines of a scalar that begins at *column* in a line indented by *indent*.

    The first of the lines continues the line that has begun; *quoted* tells whether the text stood in quotes.
    """
    if _UNPRINTABLE.search(text) or text != text.strip(" ") or _is_oddly_broken(text):
        return [_in_double_quotes(text)]
    if "\n" in text or (" " in text and column + len(text) > WIDTH):
        return [">" if text.endswith("\n") else ">-", *_folded(text, indent + 2)]
    if not text or _NOT_PLAIN.match(text) or (quoted and AMBIGUOUS.fullmatch(text)):
        if '"' in text or "\\" in text:
            return ["'" + text.replace("'", "''") + "'"]
        return [f'"{text}"']
    return [text]


def _is_oddly_broken(text: str) -> bool:
    """Tell whether *text* has lines that folding would not give back: empty at the ends, or led by spaces."""
    if "\n" not in text:
        return False
    body = text[:-1] if text.endswith("\n") else text
    return not body or body[0] == "\n" or body[-1] == "\n" or any(line != line.strip(" ") for line in body.split("\n"))


def _in_double_quotes(text: str) -> str:
    written: str = yaml.dump(text, default_style='"', allow_unicode=True, width=2**31)
    return written.rstrip("\n")


def _folded(text: str, indent: int) -> list[str]:
    """Return the lines of a folded text: words fill the lines, and an empty line stands for a line break."""
    margin = " " * indent
    lines: list[str] = []
    for number, paragraph in enumerate(text.removesuffix("\n").split("\n")):
        if number:
            lines.append("")
        if not paragraph:
            continue
        line = ""
        for word in _BREAK.split(paragraph):
            if line and indent + len(line) + 1 + len(word) > WIDTH:
                lines.append(margin + line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(margin + line)
    return lines
