"""`.htaccess`: what an Apache web server reads from the folder that it serves. Its rules tell pages apart."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.site.hosting.rules import (
    AN_HOUR,
    ASK_AGAIN,
    COMPRESSED,
    JSON_FEEDS,
    NO_FORWARDS,
    OWN_FILES,
    SHARED,
    TYPES,
    UNCHANGING,
    UNCHANGING_FOR,
    any_of,
    everywhere,
    ordinary_pages,
    parts,
)

#: The module `deflate` marks the tag of a file that it compresses, and would not know the file again by that tag.
_KNOWN_AGAIN: Final = """  RequestHeader edit "If-None-Match" '^"((.*)-gzip)"$' '"$1", "$2"'"""


def render_apache(site_url: str, forwards: Mapping[str, str] = NO_FORWARDS) -> str:
    """Return the file for the site at *site_url*; it needs `AllowOverride FileInfo` and the module `headers`.

    *forwards* are the paths that lead to others.
    """
    root = urlsplit(site_url).path
    special = [part for part in parts() if part.prefixes]
    elsewhere = any_of(root, (prefix for part in special for prefix in part.prefixes))
    shared, unchanging = any_of(root, SHARED), any_of(root, UNCHANGING, literal=False)
    lines = [f"ErrorDocument 404 {root}404.html"]
    for language in LANGUAGES:
        if language != DEFAULT_LANGUAGE:
            lines += [f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(root)}{language}/#">']
            lines += [f"  ErrorDocument 404 {root}{language}/404.html", "</If>"]
    own_files = "|".join(map(re.escape, OWN_FILES))
    lines += ["<IfModule mod_alias.c>", f'  RedirectMatch 404 "^{re.escape(root)}(?:{own_files})$"', "</IfModule>"]
    lines += ["<IfModule mod_deflate.c>", "<IfModule mod_filter.c>"]
    lines += [f"  AddOutputFilterByType DEFLATE text/html {' '.join(COMPRESSED)}", "</IfModule>", "</IfModule>"]
    lines += [f'RedirectMatch 301 "^{re.escape(root + old)}$" "{root}{new}"' for old, new in forwards.items()]
    lines += ["<IfModule mod_mime.c>", *_types(), "</IfModule>", "<IfModule mod_headers.c>"]
    lines += [f'  Header always set {name} "{value}"' for name, value in everywhere(site_url).items()]
    for name, value in ordinary_pages().items():
        lines.append(_header(name, value, f"! %{{REQUEST_URI}} =~ m#{elsewhere}#"))
    for part in special:
        lines += [_header(name, value, _fits(any_of(root, part.prefixes))) for name, value in part.headers.items()]
    lines.append(_KNOWN_AGAIN)
    lines.append(f'  Header always set Cache-Control "{ASK_AGAIN}"')
    lines.append(_header("Cache-Control", AN_HOUR, _fits(shared)))
    lines.append(_header("Cache-Control", UNCHANGING_FOR, _fits(unchanging)))
    below, ending, kind = JSON_FEEDS
    lines.append(_header("Content-Type", kind, _fits(rf"^{re.escape(root)}{below}.*\.{ending}$"), always=False))
    return "\n".join([*lines, "</IfModule>", ""])


def _types() -> Iterator[str]:
    yield "  AddDefaultCharset utf-8"
    for ending, kind in TYPES.items():
        yield f'  AddType "{kind}" .{ending}'


def _header(name: str, value: str, condition: str, *, always: bool = True) -> str:
    return f'  Header {"always " if always else ""}set {name} "{value}" "expr={condition}"'


def _fits(pattern: str) -> str:
    return f"%{{REQUEST_URI}} =~ m#{pattern}#"
