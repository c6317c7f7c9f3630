"""The files of the catalogue, whose sizes stand on pages."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ecosystem.ground.languages import Language
from ecosystem.pages.edition import Edition

if TYPE_CHECKING:
    from ecosystem.publishing.papers import Papers


def catalogue_files(editions: Mapping[Language, Edition], papers: "Papers") -> Iterable[tuple[str, bytes]]:
    """Return (path, content) of all files of the catalogue."""
    # Only who makes them pays for the libraries that write papers and workbooks.
    from ecosystem.kinds.offerings.files.publication import render_catalogues  # noqa: PLC0415 - see above

    return render_catalogues(editions, papers)
