"""A server block for nginx. It reads nothing from the folder, so an administrator takes this into its settings."""

import re
from collections.abc import Iterable, Mapping
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


def render_nginx(site_url: str, forwards: Mapping[str, str] = NO_FORWARDS) -> str:
    """Return the settings for the site at *site_url*, to be included in `http`; certificates are the host's.

    *forwards* are the paths that lead to others.
    """
    address = urlsplit(site_url)
    lines = []
    ordinary = ordinary_pages()
    special = [part for part in parts() if part.prefixes]
    names = list(dict.fromkeys([*ordinary, *(name for part in special for name in part.headers)]))
    for name in names:
        cases = [(any_of(address.path, part.prefixes), part.headers.get(name, "")) for part in special]
        lines += _map(name, ordinary.get(name, ""), cases)
    caching = [
        (any_of(address.path, SHARED), AN_HOUR),
        (any_of(address.path, UNCHANGING, literal=False), UNCHANGING_FOR),
    ]
    lines += _map("Cache-Control", ASK_AGAIN, caching)
    below, ending, kind = JSON_FEEDS
    own_files = "|".join(map(re.escape, OWN_FILES))
    lines += [
        "server {",
        "    listen 80;",
        "    listen [::]:80;",
        f"    server_name {address.hostname};",
        f"    return 301 https://{address.hostname}$request_uri;",
        "}",
        "server {",
        "    listen 443 ssl http2;",
        "    listen [::]:443 ssl http2;",
        f"    server_name {address.hostname};",
        f"    root /var/www/{address.hostname};",
        "    index index.html;",
        "    server_tokens off;",
        "    absolute_redirect off;",
        "    gzip on;",
        "    gzip_vary on;",
        f"    gzip_types {' '.join(COMPRESSED)};",
        "    include mime.types;",
        f"    types {{ {_types(TYPES)} }}",
        "    charset utf-8;",
        f"    charset_types {' '.join(_with_charset())};",
        *(f'    add_header {name} "{value}" always;' for name, value in everywhere(site_url).items()),
        *(f"    add_header {name} {_variable(name)} always;" for name in (*names, "Cache-Control")),
        f"    error_page 404 {address.path}404.html;",
        f"    location ~ ^{re.escape(address.path)}(?:{own_files})$ {{ return 404; }}",
        f"    location ~ ^{re.escape(address.path)}{below}.*\\.{ending}$ {{ types {{}} default_type {kind}; }}",
    ]
    root = address.path
    lines += [f"    location = {root}{old} {{ return 301 {root}{new}; }}" for old, new in forwards.items()]
    for language in LANGUAGES:
        if language != DEFAULT_LANGUAGE:
            path = f"{address.path}{language}/"
            lines.append(f"    location {path} {{ error_page 404 {path}404.html; }}")
    return "\n".join([*lines, "}", ""])


def _map(name: str, default: str, cases: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines that choose a header's value by the path; an empty value is not sent."""
    found = [f'    "~{pattern}" "{value}";' for pattern, value in cases if value != default]
    return [f"map $uri {_variable(name)} {{", f'    default "{default}";', *found, "}"]


def _variable(name: str) -> str:
    return "$site_" + name.lower().replace("-", "_")


def _types(types: Mapping[str, str]) -> str:
    """Return the types that nginx does not have in its own list, without the character set, which it adds itself."""
    known = ("atom", "rss", "txt")
    return " ".join(f"{kind.partition(';')[0]} {ending};" for ending, kind in types.items() if ending not in known)


def _with_charset() -> list[str]:
    own = {kind.partition(";")[0] for kind in TYPES.values() if "charset" in kind}
    return sorted(own | {"text/css", "text/xml", "application/xml", "application/javascript"})
