"""A site whose pages open from disk: where no server answers for a folder, a link must name its page.

Beside the site as it is stands, below `before/`, what was other. A link from there leads to a page of then where that
was other too, else to the page of now.
"""

import html
import posixpath
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from ecosystem.pages.links import way_to_root

BEFORE: Final = "before/"

_PAGE: Final = "index.html"

#: An attribute that names another file, and the one by which a page leads on.
_REFERENCE: Final = re.compile(r'(\s(?:href|src|action)="|\scontent="0; url=)([^"]*)(?=")')


def files_of(site: Path) -> frozenset[str]:
    """Return the paths of all files of *site*."""
    return frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def write_site_for_disk(site: Path, before: Path | None, target: Path) -> None:
    """Write *site* into *target*, and of the site *before* what was other; links lead to files."""
    now = files_of(site)
    then = frozenset(other_files(site, now, before)) if before else frozenset()
    _write(site, now, target, "", partial(_place, now))
    if before:
        _write(before, then, target, BEFORE, partial(_place_of_then, now, then))


def other_files(site: Path, now: Collection[str], before: Path) -> Iterator[str]:
    """Yield the paths of the files of *before* that *site*, whose files are *now*, has not, or otherwise."""
    for path in sorted(files_of(before)):
        if path not in now or (before / path).read_bytes() != (site / path).read_bytes():
            yield path


def _place(now: Collection[str], path: str) -> str | None:
    return path if path in now else None


def _place_of_then(now: Collection[str], then: Collection[str], path: str) -> str | None:
    return BEFORE + path if path in then else _place(now, path)


def _write(source: Path, paths: Collection[str], target: Path, folder: str, place: Callable[[str], str | None]) -> None:
    for path in sorted(paths):
        written = target / (folder + path)
        written.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".html"):
            document = (source / path).read_text(encoding="utf-8")
            written.write_text(_REFERENCE.sub(partial(_led, path, folder, place), document), encoding="utf-8")
        else:
            shutil.copyfile(source / path, written)


def _led(path: str, folder: str, place: Callable[[str], str | None], found: re.Match[str]) -> str:
    """Return the attribute *found* on the page *path* with the way to the file that it means; others as they stand."""
    parts = urlsplit(html.unescape(found[2]))
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return found[0]
    named = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    meant = posixpath.normpath(posixpath.join(named, _PAGE)) if parts.path.endswith(("/", ".")) else named
    stands = place(meant)
    if stands is None:
        return found[0]
    way = way_to_root(folder + path).removeprefix("./") + quote(stands)
    return found[1] + html.escape(parts._replace(path=way).geturl())
