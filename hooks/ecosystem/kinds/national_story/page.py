"""What the page of the national story shows, and the page of one chapter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.kinds.national_story.addresses import story_path
from ecosystem.kinds.national_story.model import Chapter
from ecosystem.kinds.national_story.view import shown_chapter, story
from ecosystem.pages.edition import Edition

#: The forms in which the story can be taken along, with their media types, by the ending of the file.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


@dataclass(frozen=True, slots=True)
class StoryFile:
    """The story as a file in the reader's language: where, of what kind, how large (bytes)."""

    path: str
    suffix: str
    media_type: str
    size: int


def national_story(edition: Edition) -> Mapping[str, Any]:
    """Return the whole story, and its files."""
    return {"chapters": story(edition), "files": story_downloads(edition)}


def story_downloads(edition: Edition) -> tuple[StoryFile, ...]:
    """Return the files of the story in the reader's language; none while there is no story."""
    if not edition.ecosystem.of(Chapter):
        return ()
    paths = {suffix: story_path(edition.language, suffix) for suffix in MEDIA_TYPES}
    files = edition.content.shelf.files
    return tuple(StoryFile(path, suffix, MEDIA_TYPES[suffix], len(files[path])) for suffix, path in paths.items())


def more(edition: Edition, chapter: Chapter) -> Mapping[str, Any]:
    """Return what *chapter* names."""
    return {"chapter": shown_chapter(edition, chapter)}
