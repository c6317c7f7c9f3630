"""Keep together what a line must not part: the digits of a number, number and unit, abbreviation and number.

Editors type ordinary spaces; in a no-break space nobody sees a mistake. The rules are those of all three languages at
once, for what they join is a number with its company in each of them.
"""

import re
from typing import Final

_SPACE: Final = "\u00a0"

_UNITS: Final = (
    r"(?:%|€|§|[kMG]B|[kcm]?m²?|k?g|h|min|pp|"
    r"eur(?:o|os|oa|on|ot)|milj(?:oon|on)\w*|million\w*|mrd|milj\.|mn|md|procent\w*|prosent\w*|per cent)"
)
_MONTHS: Final = (
    r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:ta|n)\b"
    r"|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)

_JOINED: Final = re.compile(
    r"(?<=(?<!\d)\d) (?=\d{3}(?!\d))|(?<=(?<!\d)\d\d) (?=\d{3}(?!\d))|(?<=(?<!\d)\d{3}) (?=\d{3}(?!\d))"  # 1 500
    rf"|(?<=\d) (?={_UNITS}(?!\w))"  # 45 %, 2,3 miljoonaa
    rf"|(?<=\d) (?={_MONTHS})|(?<=\d\.) (?={_MONTHS})"  # 7 mars, 7. maaliskuuta
    r"|(?<=\bklo) (?=\d)|(?<=\bkl\.) (?=\d)|(?<=\b[ns]\.) (?=\d)|(?<=\bnro) (?=\d)|(?<=\bnr) (?=\d)|(?<=\bNo) (?=\d)"
)

#: Every rule needs a digit, and most texts have none.
_DIGIT: Final = re.compile(r"\d")

#: An entry of a list has room for so many characters of a text.
IN_A_LIST: Final = 160

#: A name of so many letters fits where a logo would stand.
LONGEST_MONOGRAM: Final = 4

_TAG: Final = re.compile(r"(<[^>]*>)")
_AS_TYPED: Final = re.compile(r"<(/?)(?:code|pre|script|style|textarea)\b")


def keep_together(text: str) -> str:
    """Return the plain *text* with no-break spaces where a line must not end."""
    return _JOINED.sub(_SPACE, text) if _DIGIT.search(text) else text


def shortened(text: str, most: int = IN_A_LIST) -> str:
    """Return *text* on one line; one of more than *most* characters ends after a word, with a mark that it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;:–") + " …"


def monogram(name: str) -> str:
    """Return the letters that stand for *name* where it has no logo: a short name itself, else two initials."""
    if len(name) <= LONGEST_MONOGRAM:
        return name
    initials = [word[0] for word in re.findall(r"\w+", name)]
    return "".join(initials[:2]).upper()


def keep_together_in(html: str) -> str:
    """Return *html* with the same in its texts; tags, code and what a script reads stay as they are."""
    pieces = []
    as_typed = 0
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            mark = _AS_TYPED.match(piece)
            as_typed += 0 if mark is None else -1 if mark[1] else 1
            pieces.append(piece)
        else:
            pieces.append(piece if as_typed else keep_together(piece))
    return "".join(pieces)
