"""Make the search index of a written site."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ecosystem.addresses import NUMBERED, file_of
from ecosystem.languages import LANGUAGES, Language
from ecosystem.render.site import Site
from ecosystem.search.copies import content_of, copy_of, kind_of
from ecosystem.search.pagefind import make_index

#: Where the index stands on the site.
FOLDER: Final = "pagefind"

_FURTHER_PAGE: Final = re.compile(rf"/(?:{'|'.join(NUMBERED.values())})/\d+/$")


def write_search_index(site: Site, folder: Path) -> None:
    """Write the index of the pages below *folder*, those that the sitemap names, into *folder*."""
    if site.settings.has_search:
        make_index(_copies(site, folder), folder / FOLDER)


def _copies(site: Site, folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.sitemap):
        if _FURTHER_PAGE.search(path):
            continue
        document = (folder / file_of(path)).read_text(encoding="utf-8")
        yield path, copy_of(content_of(document), _language_of(path), kind_of(path))


def _language_of(path: str) -> Language:
    first = path.partition("/")[0]
    return next((language for language in LANGUAGES if language == first), LANGUAGES[0])
