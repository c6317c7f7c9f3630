"""Texts that a program accepts and no editor means: damaged letters, markup, placeholders, what must not be public."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from ecosystem.ground.nodes import MapNode, Mark, SeqNode, Value
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.records.doubtful_addresses import Doubt, doubts_of_address

_QUOTES: Final = '”“„«»"'
_IN_QUOTES: Final = re.compile(f"[{_QUOTES}‘’'][^{_QUOTES}]*[{_QUOTES}‘’']")
#: Bytes of UTF-8 that were read one by one: one that begins a letter, and those that go on with it.
_GOES_ON: Final = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # noqa: RUF001 - what Windows-1252 makes of them
_DAMAGED: Final = re.compile(f"[\u00c2-\u00f4][{_GOES_ON}]+")
_LOST: Final = re.compile(r"\ufffd|(?:^|\s)[^\s/?]*[^\W\d_]\?[a-zåäö]")
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_HTML: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->")
_MARKDOWN: Final = re.compile(
    r"!?\[[^\]]+\]\((?:https?:|mailto:|record:|\.{0,2}/|#)[^)]*\)|(?<!\w)(?P<mark>\*\*|__|~~)\w[^*_~]*(?P=mark)(?!\w)"
    r"|(?<![\w*_])(?P<one>[*_])\w[^*_]*(?<=\w)(?P=one)(?![\w*_])|`[^`]+`|^#{1,6} \w|^> \w"
)
_STYLED: Final = re.compile("[\u24b6-\u24e9\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f189]+")
_PLACEHOLDER: Final = re.compile(
    r"(?i:todo|tbd|tba|fixme|xx+|\?+|…|\.{2,}|-+|~|n/?a|null|nil|none|ei tiedossa|lorem ipsum.*|(?:täydennä"
    r"|täydennetään|päivitetään|kommer|lisätään|fylls i|to be added|to be done|coming soon)"
    r"(?: myöhemmin| senare| later)?)[.!?…]*"
)
_TODO: Final = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|(?i:\blorem ipsum\b)")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
#: Where people have mailboxes of their own: no address of an organisation ends so.
_MAILBOXES: Final = re.compile(
    r"(?i:[^@\s]+@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail|luukku|kolumbus|suomi24"
    r"|elisanet|netti|pp\.inet|welho|saunalahti|mbnet)\.\w+)"
)
#: A workbook writes a carriage return so.
_ESCAPED: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")

#: What is published with these cannot be called back, or says nothing.
_ERRORS: Final = frozenset({"url_wrapped", "letters_lost"})

#: The characters without one of which nothing in a longer text is doubtful.
_NOTEWORTHY: Final = re.compile(
    f"[{_QUOTES}\ufffd&<@*_`?~]|[\u00c2-\u00f4][{_GOES_ON}]|\\]\\(|^[#>]|TODO|FIXME|TBD|XXX|[Ll]orem|{_STYLED.pattern}"
)
_LONGEST_PLACEHOLDER: Final = 28

#: No text that can be accepted is longer; what is wrong with one that is, is its length.
_LONGEST: Final = 20_000


def doubtful_texts(document: Value | None, file: str) -> Iterator[Problem]:
    """Yield a finding for each text in *document* that is hardly what its editor meant."""
    for value, mark in texts_in(document):
        for code, found, meant in _doubts(value):
            details = {"value": quote(found)} | ({"suggestion": quote(meant)} if meant else {})
            severity = Severity.ERROR if code in _ERRORS else Severity.WARNING
            yield Problem(Place(file, *mark), code, details, severity)


def texts_in(node: Value | None) -> Iterator[tuple[str, Mark]]:
    """Yield every text in *node* with its place."""
    if isinstance(node, MapNode):
        for key, value in node.items():
            if isinstance(value, str):
                yield value, node.values_at[key]
            else:
                yield from texts_in(value)
    elif isinstance(node, SeqNode):
        for value, mark in zip(node, node.items_at, strict=True):
            if isinstance(value, str):
                yield value, mark
            else:
                yield from texts_in(value)


def _doubts(value: str) -> Iterator[Doubt]:
    if value.startswith("https://"):
        yield from doubts_of_address(value)
        return
    if len(value) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(value):
        yield "placeholder", value, None
    if len(value) > _LONGEST or not _NOTEWORTHY.search(value):
        return
    for doubt in _LOOKED_FOR:
        yield from doubt(value)


def _quotes_around(value: str) -> Iterator[Doubt]:
    marks = sum(value.count(mark) for mark in _QUOTES)
    if _IN_QUOTES.fullmatch(value):
        yield "quotes_around", value, value[1:-1].strip() or None
    elif marks == 1 and (value[0] in _QUOTES or value[-1] in _QUOTES):
        yield "quote_alone", value, value.strip(_QUOTES).strip() or None


def _damaged(value: str) -> Iterator[Doubt]:
    if found := _LOST.search(value):
        yield "letters_lost", value[max(0, found.start() - 20) :], None
        return
    found = next((one for one in _DAMAGED.finditer(value) if _as_utf_8(one[0])), None)
    if found is not None:
        yield "letters_damaged", value[max(0, found.start() - 20) :], _DAMAGED.sub(_mended, value)


def _mended(run: re.Match[str]) -> str:
    return _as_utf_8(run[0]) or run[0]


def _as_utf_8(run: str) -> str | None:
    """Return the letters that *run* stands for, whose bytes were taken for letters each; None if they are no UTF-8."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _markup(value: str) -> Iterator[Doubt]:
    if found := _ENTITY.search(value) or _HTML.search(value):
        yield "html_in_text", found[0], _ENTITY.sub(lambda one: html.unescape(one[0]), found[0]).strip("<>/") or None
    if found := _MARKDOWN.search(value):
        yield "markdown_in_text", found[0], None


def _styled(value: str) -> Iterator[Doubt]:
    if found := _STYLED.search(value):
        yield "letters_styled", found[0], unicodedata.normalize("NFKC", found[0])


def _unfinished(value: str) -> Iterator[Doubt]:
    if not _PLACEHOLDER.fullmatch(value) and (found := _TODO.search(value)):
        yield "placeholder", found[0], None


def _private(value: str) -> Iterator[Doubt]:
    if " " in value and (found := _EMAIL.search(value)):
        yield "email_in_text", found[0], None
    elif found := _MAILBOXES.fullmatch(value):
        yield "email_private", found[0], None


def _escaped(value: str) -> Iterator[Doubt]:
    if found := _ESCAPED.search(value):
        yield "escape_in_text", found[0], _ESCAPED.sub("", value)


_LOOKED_FOR: Final[tuple[Callable[[str], Iterator[Doubt]], ...]] = (
    _quotes_around,
    _damaged,
    _markup,
    _styled,
    _unfinished,
    _private,
    _escaped,
)
