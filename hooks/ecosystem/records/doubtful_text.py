"""Texts that a program accepts and no editor means: damaged letters, markup, placeholders, what must not be public."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from ecosystem.ground.nodes import MapNode, Mark, SeqNode, Value
from ecosystem.ground.problems import Place, Problem, Severity, quote

#: What is doubtful of a text: the code of the message, what is quoted, and what was probably meant.
Doubt: TypeAlias = tuple[str, str, str | None]

_QUOTES: Final = '”“„«»"'
_IN_QUOTES: Final = re.compile(f"[{_QUOTES}‘’'][^{_QUOTES}]*[{_QUOTES}‘’']")
_DAMAGED: Final = re.compile("[ÃÂ][\u0080-\u00bf]|Ã[„–…†œšž€]|â€|\ufffd")
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_HTML: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARKDOWN: Final = re.compile(r"\[[^\]]+\]\((?:https?:|mailto:|/)[^)]*\)|(?<!\w)\*\*\w[^*]*\*\*|^#{1,6} \w")
_STYLED: Final = re.compile("[\u24b6-\u24e9\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f189]+")
_PLACEHOLDER: Final = re.compile(
    r"(?i:todo|tbd|tba|fixme|xx+|\?+|…|\.{2,}|-+|n/?a|null|none|lorem ipsum.*|täydennä|täydennetään)[.!?]?"
)
_TODO: Final = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|(?i:\blorem ipsum\b)")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_END_OF_URL: Final = re.compile(r"[,;.:!'\"”]+$")
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid")
_WRAPPED: Final = ".safelinks.protection.outlook.com"
_LOGIN: Final = (".sharepoint.com", "onedrive.live.com", "1drv.ms")

#: The characters without one of which nothing in a longer text is doubtful.
_NOTEWORTHY: Final = re.compile(
    f"[{_QUOTES}ÃÂ\ufffd&<@]|\u00e2€|\\]\\(|\\*\\*|# |TODO|FIXME|TBD|XXX|[Ll]orem|{_STYLED.pattern}"
)
_LONGEST_PLACEHOLDER: Final = 14

#: No text that can be accepted is longer; what is wrong with one that is, is its length.
_LONGEST: Final = 20_000


def doubtful_texts(document: Value | None, file: str) -> Iterator[Problem]:
    """Yield a finding for each text in *document* that is hardly what its editor meant."""
    for value, mark in _texts(document):
        for code, found, meant in _doubts(value):
            details = {"value": quote(found)} | ({"suggestion": quote(meant)} if meant else {})
            yield Problem(Place(file, *mark), code, details, Severity.WARNING)


def _texts(node: Value | None) -> Iterator[tuple[str, Mark]]:
    if isinstance(node, MapNode):
        for key, value in node.items():
            if isinstance(value, str):
                yield value, node.values_at[key]
            else:
                yield from _texts(value)
    elif isinstance(node, SeqNode):
        for value, mark in zip(node, node.items_at, strict=True):
            if isinstance(value, str):
                yield value, mark
            else:
                yield from _texts(value)


def _doubts(value: str) -> Iterator[Doubt]:
    if value.startswith("https://"):
        yield from _doubts_of_url(value)
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
    if found := _DAMAGED.search(value):
        try:
            meant = value.encode("cp1252").decode("utf-8")
        except UnicodeError:
            meant = None
        yield "letters_damaged", value[max(0, found.start() - 20) :], meant


def _markup(value: str) -> Iterator[Doubt]:
    if found := _ENTITY.search(value) or _HTML.search(value):
        yield "html_in_text", found[0], _ENTITY.sub(lambda one: html.unescape(one[0]), found[0]).strip("<>/") or None
    if found := _MARKDOWN.search(value):
        yield "markdown_in_text", found[0], None


def _styled(value: str) -> Iterator[Doubt]:
    if found := _STYLED.search(value):
        yield "letters_styled", found[0], unicodedata.normalize("NFKC", found[0])


def _unfinished(value: str) -> Iterator[Doubt]:
    if len(value) > _LONGEST_PLACEHOLDER and (found := _TODO.search(value)):
        yield "placeholder", found[0], None


def _private(value: str) -> Iterator[Doubt]:
    if " " in value and (found := _EMAIL.search(value)):
        yield "email_in_text", found[0], None


_LOOKED_FOR: Final[tuple[Callable[[str], Iterator[Doubt]], ...]] = (
    _quotes_around,
    _damaged,
    _markup,
    _styled,
    _unfinished,
    _private,
)


def _doubts_of_url(address: str) -> Iterator[Doubt]:
    if found := _END_OF_URL.search(address):
        yield "url_end", found[0], address[: found.start()]
    if not any(mark in address for mark in ("=", *_LOGIN)):
        return
    try:
        parts = urlsplit(address)
    except ValueError:
        return  # which its field's own reading says
    host = parts.hostname or ""
    if host.endswith(_WRAPPED):
        yield "url_wrapped", host, next(iter(parse_qs(parts.query).get("url", [])), None)
    elif any(_TRACKING.fullmatch(name) for name, _ in parse_qsl(parts.query)):
        kept = [(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)]
        yield "url_tracking", parts.query, urlunsplit(parts._replace(query=urlencode(kept)))
    elif host.endswith(_LOGIN):
        yield "url_behind_login", host, None
