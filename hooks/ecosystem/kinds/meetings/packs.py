"""The packs of delegations that stand on the site."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ecosystem.ground.languages import Language
from ecosystem.pages.edition import Edition

if TYPE_CHECKING:
    from ecosystem.publishing.papers import Papers


def packs(editions: Mapping[Language, Edition], papers: "Papers") -> Iterable[tuple[str, bytes]]:
    """Return (path, content) of all published packs."""
    # Only who makes them pays for the libraries that write papers.
    from ecosystem.kinds.meetings.pack.publication import render_packs  # noqa: PLC0415 - see above

    return render_packs(editions, papers)
