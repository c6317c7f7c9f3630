"""Addresses that work for whoever copied them, and for nobody else: wrapped, tracked, shortened, behind a login."""

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias
from urllib.parse import SplitResult, parse_qs, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

#: What is doubtful of a text: the code of the message, what is quoted, and what was probably meant.
Doubt: TypeAlias = tuple[str, str, str | None]

_END: Final = re.compile(r"[,;.:!'\"”]+$")
_TRACKING: Final = re.compile(
    r"(?:utm_|pk_|mtm_|hsa_|__hs|vero_|oly_)\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|igshid|yclid|mc_[ce]id"
    r"|_hsenc|_hsmi|hsctatracking|mkt_tok|trk|li_fat_id|spm|ref_src|at_campaign|at_medium"
)
_REWRITTEN: Final = re.compile(r"https://urldefense\.(?:com|us|proofpoint\.com)/v3/__(?P<address>.+?)__;")

#: Programs that put an address of their own around one: the end of the host, a part of the path, where the address is.
_WRAPPERS: Final = (
    (".safelinks.protection.outlook.com", "", "url"),
    ("statics.teams.cdn.office.net", "safelinks", "url"),
    ("urldefense.proofpoint.com", "/v2/", "u"),
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("google.fi", "/url", "q"),
    ("facebook.com", "/l.php", "u"),
    ("instagram.com", "", "u"),
    ("linkedin.com", "/redir", "url"),
    ("youtube.com", "/redirect", "q"),
    ("trendmicro.com", "", "u"),
    ("cudasvc.com", "/url", "a"),
    ("fireeye.com", "", "u"),
    ("duckduckgo.com", "/l/", "uddg"),
)
#: The same, but nobody can read in the address where it leads.
_SEALED: Final = ("urldefense.com", "urldefense.us", ".mimecast.com", ".mimecastprotect.com", ".list-manage.com")
_SHORTENERS: Final = frozenset(
    (
        "bit.ly",
        "buff.ly",
        "cutt.ly",
        "fb.me",
        "goo.gl",
        "is.gd",
        "lnkd.in",
        "ow.ly",
        "rebrand.ly",
        "t.co",
        "tinyurl.com",
    )
)
_LOGIN: Final = (
    (".sharepoint.com", ""),
    ("onedrive.live.com", ""),
    ("1drv.ms", ""),
    ("docs.google.com", "/edit"),
    ("drive.google.com", "/u/"),
    ("teams.microsoft.com", "/l/channel"),
    ("teams.microsoft.com", "/l/team"),
    ("outlook.office.com", "/mail"),
    ("outlook.office365.com", "/mail"),
    ("mail.google.com", ""),
)


def doubts_of_address(address: str) -> Iterator[Doubt]:
    """Yield what is doubtful of *address*, which begins with https://."""
    if found := _END.search(address):
        yield "url_end", found[0], address[: found.start()]
    try:
        parts = urlsplit(address)
    except ValueError:
        return  # which its field's own reading says
    host = parts.hostname or ""
    for look in _LOOKED_FOR:
        if (doubt := look(address, parts, host)) is not None:
            yield doubt
            return


def _wrapped(address: str, parts: SplitResult, host: str) -> Doubt | None:
    if found := _REWRITTEN.match(address):
        return "url_wrapped", host, unquote(found["address"])
    for end, path, name in _WRAPPERS:
        if host.endswith(end) and path in parts.path and (inner := parse_qs(parts.query).get(name)):
            return "url_wrapped", host, inner[0] if inner[0].startswith("https://") else None
    sealed = any(host == end or host.endswith(end) for end in (*_SEALED, _WRAPPERS[0][0]))
    return ("url_wrapped", host, None) if sealed else None


def _tracking(_: str, parts: SplitResult, __: str) -> Doubt | None:
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name.casefold())]
    if len(kept) == len(pairs):
        return None
    return "url_tracking", parts.query, urlunsplit(parts._replace(query=urlencode(kept)))


def _short(_: str, __: SplitResult, host: str) -> Doubt | None:
    return ("url_short", host, None) if host.removeprefix("www.") in _SHORTENERS else None


def _behind_login(_: str, parts: SplitResult, host: str) -> Doubt | None:
    private = any(host.endswith(end) and path in parts.path for end, path in _LOGIN)
    return ("url_behind_login", host, None) if private else None


_LOOKED_FOR: Final[tuple[Callable[[str, SplitResult, str], Doubt | None], ...]] = (
    _wrapped,
    _tracking,
    _short,
    _behind_login,
)
