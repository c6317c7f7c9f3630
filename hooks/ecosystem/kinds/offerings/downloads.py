"""The files of the catalogue as the page of downloads and descriptions for machines list them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.national_story.page import story_downloads
from ecosystem.kinds.offerings.addresses import catalogue_path, organisation_paper_path
from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase

#: The forms of the whole catalogue with their media types, by the ending of the file.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file that stands ready: where, of what type, in which language, how large (bytes), as of which day."""

    path: str
    suffix: str
    media_type: str
    language: Language
    size: int
    date: datetime.date
    version: str
    #: The organisation whose paper it is; None for the whole catalogue.
    organisation: Phrase | None = None


def catalogue_downloads(edition: Edition) -> tuple[Download, ...]:
    """Return the files of the whole catalogue in all languages, the reader's own first."""
    version = catalogue(edition).version
    return tuple(
        Download(
            path=catalogue_path(language, suffix),
            suffix=suffix,
            media_type=media_type,
            language=language,
            size=len(edition.content.shelf.files[catalogue_path(language, suffix)]),
            date=version.date,
            version=version.name,
        )
        for language in sorted(LANGUAGES, key=lambda one: one != edition.language)
        for suffix, media_type in MEDIA_TYPES.items()
    )


def organisation_downloads(edition: Edition) -> tuple[Download, ...]:
    """Return the papers of all organisations of the catalogue in the reader's language, by name."""
    return tuple(
        Download(
            path=(path := organisation_paper_path(one.slug, edition.language)),
            suffix="pdf",
            media_type=MEDIA_TYPES["pdf"],
            language=edition.language,
            size=len(edition.content.shelf.files[path]),
            date=one.version.date,
            version=one.version.name,
            organisation=one.name,
        )
        for one in catalogue(edition).organisations
    )


def downloads(edition: Edition) -> Mapping[str, Any]:
    """Return what the page of downloads shows."""
    return {
        "story": story_downloads(edition),
        "catalogue": catalogue_downloads(edition),
        "organisations": organisation_downloads(edition),
    }
