"""Make the search index of a written site with Pagefind."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pagefind_bin_extended

from ecosystem.addresses import NUMBERED, file_of
from ecosystem.errors import EcosystemError
from ecosystem.languages import LANGUAGES, Language
from ecosystem.render.site import Site
from ecosystem.search.copies import content_of, copy_of, kind_of

#: Where the index stands on the site.
FOLDER: Final = "pagefind"

#: What Pagefind writes that nobody here asks for: its own search fields, and the engine for other languages.
_UNUSED: Final = ("pagefind-*.css", "pagefind-*.js", "wasm.unknown.pagefind")

_FURTHER_PAGE: Final = re.compile(rf"/(?:{'|'.join(NUMBERED.values())})/\d+/$")


def write_search_index(site: Site, folder: Path) -> None:
    """Write the index of the pages below *folder*, those that the sitemap names, into *folder*."""
    if not site.settings.has_search:
        return
    with tempfile.TemporaryDirectory(prefix="ecosystem-search-") as workplace:
        copies = Path(workplace)
        for path, copy in _copies(site, folder):
            file = copies / file_of(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(copy, encoding="utf-8")
        _run_pagefind(copies, folder / FOLDER)
    for pattern in _UNUSED:
        for file in (folder / FOLDER).glob(pattern):
            file.unlink()


def _copies(site: Site, folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.sitemap):
        if _FURTHER_PAGE.search(path):
            continue
        document = (folder / file_of(path)).read_text(encoding="utf-8")
        yield path, copy_of(content_of(document), _language_of(path), kind_of(path))


def _language_of(path: str) -> Language:
    first = path.partition("/")[0]
    return next((language for language in LANGUAGES if language == first), LANGUAGES[0])


def _run_pagefind(source: Path, target: Path) -> None:
    """Have Pagefind index the documents below *source* into *target*."""
    try:
        program = pagefind_bin_extended.get_executable()
        command = [str(program), "--site", str(source), "--output-path", str(target.resolve()), "--quiet"]
        result = subprocess.run(  # noqa: S603
            command, cwd=source, env=_environment(), capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as error:
        raise EcosystemError(f"the search index was not made: {error}") from error
    if result.returncode:
        raise EcosystemError(f"the search index was not made: {(result.stderr or result.stdout).strip()}")


def _environment() -> dict[str, str]:
    """Return the environment without Pagefind's own variables, which would change what it writes."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
