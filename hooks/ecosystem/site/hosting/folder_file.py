"""`_headers` and `_redirects`: what Netlify, Cloudflare Pages and their like read from the folder that they publish.

All rules that fit a path apply. Some hosts then join two values of one header and others take the closer one, so no
header is given twice for a path. Rules are few (Cloudflare takes 100): one for each folder of the default language,
and one for all of another language, where the header is the widest that a page there needs and the page's own
policy narrows it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.content_policy import content_policy, widest_policy
from ecosystem.pages.embedding import EMBED
from ecosystem.site.hosting.rules import (
    AN_HOUR,
    JSON_FEEDS,
    SHARED,
    TYPES,
    UNCHANGING_FOR,
    everywhere,
    ordinary_pages,
    pages,
    parts,
)

_OWN_FILES: Final = "assets"
#: A file that is named for its content.
_OWN_FILE: Final = re.compile(rf"{_OWN_FILES}/[^/.]+\.[^/]*\.[^/.]+")


def render_folder_file(site_url: str, paths: Collection[str]) -> str:
    """Return the file for the site of the files at *paths*."""
    root = urlsplit(site_url).path
    rules: dict[str, Mapping[str, str]] = {f"{root}*": everywhere(site_url)}
    special = {prefix: part.headers for part in parts() for prefix in part.prefixes}
    for prefix in _folders(paths):
        if prefix.removesuffix("/") in LANGUAGES:
            rules[f"{root}{prefix}*"] = pages(widest_policy())
        else:
            rules[f"{root}{prefix}*"] = special.get(prefix) or ordinary_pages()
    rules |= {f"{root}{name}": pages(content_policy()) for name in ("", "404.html")}
    for prefix in SHARED:
        if f"{root}{prefix}*" in rules:
            rules[f"{root}{prefix}*"] = {**rules[f"{root}{prefix}*"], "Cache-Control": AN_HOUR}
    for name in _unchanging(paths):
        rules[f"{root}{name}"] = {"Cache-Control": UNCHANGING_FOR}
    rules |= {f"{root}*.{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()}
    below, ending, kind = JSON_FEEDS
    rules[f"{root}{below}*.{ending}"] = {"Content-Type": kind}
    return "".join(_rule(path, headers) for path, headers in rules.items())


def render_redirects(site_url: str, forwards: Mapping[str, str]) -> str:
    """Return `_redirects`, which the same hosts read: *forwards* are the paths that lead to others."""
    root = urlsplit(site_url).path
    return "".join(f"{root}{old} {root}{new} 301\n" for old, new in forwards.items())


def _folders(paths: Collection[str]) -> list[str]:
    """Return the folders at the top of the site that hold pages or files for others."""
    names = sorted({path.partition("/")[0] for path in paths if "/" in path})
    shared = (*SHARED, EMBED)
    return [f"{name}/" for name in names if f"{name}/index.html" in paths or f"{name}/" in shared]


def _unchanging(paths: Collection[str]) -> Iterable[str]:
    yield f"{_OWN_FILES}/cards/*"
    yield from sorted(path for path in paths if _OWN_FILE.fullmatch(path))


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items()), "\n"])
