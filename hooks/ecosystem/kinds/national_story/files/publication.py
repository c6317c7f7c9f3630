"""The files of the national story in all languages, each under its address."""

from collections.abc import Iterator, Mapping

from ecosystem.ground.languages import Language
from ecosystem.kinds.national_story.addresses import story_path
from ecosystem.kinds.national_story.files.paper import render_paper
from ecosystem.kinds.national_story.files.slides import render_slides
from ecosystem.kinds.national_story.view import last_change
from ecosystem.pages.edition import Edition
from ecosystem.publishing.papers import Papers


def render_story(editions: Mapping[Language, Edition], papers: Papers) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the story as a paper and as slides; none while there is no story."""
    for language, edition in editions.items():
        if changed := last_change(edition):
            yield story_path(language, "pdf"), render_paper(edition, papers, changed)
            yield story_path(language, "pptx"), render_slides(edition, papers, changed)
