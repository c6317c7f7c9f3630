"""The files of the national story, whose sizes stand on pages."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ecosystem.ground.languages import Language
from ecosystem.pages.edition import Edition

if TYPE_CHECKING:
    from ecosystem.publishing.papers import Papers


def story_files(editions: Mapping[Language, Edition], papers: "Papers") -> Iterable[tuple[str, bytes]]:
    """Return (path, content) of the story as a paper and as slides in each language; none while there is no story."""
    # Only who makes them pays for the libraries that write papers and slides.
    from ecosystem.kinds.national_story.files.publication import render_story  # noqa: PLC0415 - see above

    return render_story(editions, papers)
