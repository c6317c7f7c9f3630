"""What the page of the national story shows, and the page of one chapter."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.national_story.addresses import story_path
from ecosystem.kinds.national_story.model import Chapter
from ecosystem.kinds.national_story.view import last_change, shown_chapter, story
from ecosystem.pages.edition import Edition

#: The forms in which the story can be taken along, with their media types, by the ending of the file.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


@dataclass(frozen=True, slots=True)
class StoryFile:
    """The story as a file: where, of what kind, in which language, how large (bytes), as of which day."""

    path: str
    suffix: str
    media_type: str
    language: Language
    size: int
    date: datetime.date


def national_story(edition: Edition) -> Mapping[str, Any]:
    """Return the whole story, and its files in the reader's language."""
    files = [one for one in story_downloads(edition) if one.language == edition.language]
    return {"chapters": story(edition), "files": files}


def story_downloads(edition: Edition) -> tuple[StoryFile, ...]:
    """Return the files of the story, the reader's own language first; none while there is no story."""
    changed = last_change(edition)
    if changed is None:
        return ()
    files = edition.content.shelf.files
    return tuple(
        StoryFile(path, suffix, media_type, language, len(files[path]), changed)
        for language in sorted(LANGUAGES, key=lambda one: one != edition.language)
        for suffix, media_type in MEDIA_TYPES.items()
        if (path := story_path(language, suffix))
    )


def more(edition: Edition, chapter: Chapter) -> Mapping[str, Any]:
    """Return what *chapter* names."""
    return {"chapter": shown_chapter(edition, chapter)}
