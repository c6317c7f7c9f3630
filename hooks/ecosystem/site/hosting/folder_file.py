"""`_headers`: what Netlify, Cloudflare Pages and their like read from the folder that they publish.

All rules that fit a path apply. Some hosts then join two values of one header and others take the closer one, so no
header is given twice for a path. Rules are few (Cloudflare takes 100): one for each folder of the default language,
and one for all of another language, where the header is the widest that a page there needs and the page's own
policy narrows it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.content_policy import content_policy, widest_policy
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
from ecosystem.site.pages.embeds import EMBED

_OWN_FILES: Final = "assets"


def render_folder_file(site_url: str, folder: Path) -> str:
    """Return the file for the site in *folder*."""
    root = urlsplit(site_url).path
    rules: dict[str, Mapping[str, str]] = {f"{root}*": everywhere(site_url)}
    special = {prefix: part.headers for part in parts() for prefix in part.prefixes}
    for prefix in _folders(folder):
        if prefix.removesuffix("/") in LANGUAGES:
            rules[f"{root}{prefix}*"] = pages(widest_policy())
        else:
            rules[f"{root}{prefix}*"] = special.get(prefix) or ordinary_pages()
    rules |= {f"{root}{name}": pages(content_policy()) for name in ("", "404.html")}
    for prefix in SHARED:
        if f"{root}{prefix}*" in rules:
            rules[f"{root}{prefix}*"] = {**rules[f"{root}{prefix}*"], "Cache-Control": AN_HOUR}
    for name in _unchanging(folder):
        rules[f"{root}{name}"] = {"Cache-Control": UNCHANGING_FOR}
    rules |= {f"{root}*.{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()}
    below, ending, kind = JSON_FEEDS
    rules[f"{root}{below}*.{ending}"] = {"Content-Type": kind}
    return "".join(_rule(path, headers) for path, headers in rules.items())


def _folders(folder: Path) -> list[str]:
    """Return the folders at the top of the site that hold pages or files for others."""
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return [f"{name}/" for name in names if (folder / name / "index.html").exists() or f"{name}/" in (*SHARED, EMBED)]


def _unchanging(folder: Path) -> Iterable[str]:
    yield f"{_OWN_FILES}/cards/*"
    for file in sorted((folder / _OWN_FILES).glob("*.*.*")):
        yield f"{_OWN_FILES}/{file.name}"


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items()), "\n"])
