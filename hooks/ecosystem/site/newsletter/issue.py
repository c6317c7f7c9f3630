"""An issue of the newsletter in one language: what an editor edits, what is sent, and what the archive keeps.

Its words are its own: the data may change, they do not. Nothing here refers to a record, so that an entry may be
renamed or removed without touching what was sent.
"""

from typing import Annotated

from pydantic import Field

from ecosystem.ground.languages import Language
from ecosystem.records.record import Part
from ecosystem.records.values import Day, Few, Line, Paragraphs, Url


class Story(Part):
    """A piece of news or a coming event."""

    title: Paragraphs = Field(description="The headline.")
    title_language: Language | None = Field(None, description="Its language, where it is not that of the issue.")
    date: Day | None = Field(None, description="The day of the news, or the last one on which the event takes place.")
    when: Line | None = Field(None, description="When the event takes place, in words; shown instead of the date.")
    place: Line | None = Field(None, description="Where the event takes place.")
    url: Url = Field(description="The page to which the headline leads.")
    text: Paragraphs | None = Field(None, description="The first words.")
    text_language: Language | None = Field(None, description="Their language, where it is not that of the issue.")


class Section(Part):
    """A heading of the issue and what stands under it."""

    heading: Line = Field(description="The heading.")
    stories: Annotated[tuple[Story, ...], Field(min_length=1), Few] = Field(description="What stands under it.")


class Issue(Part):
    """An issue in one language."""

    date: Day = Field(description="The day on which it is sent.")
    language: Language = Field(description="Its language.")
    title: Line = Field(description="Its subject.")
    preheader: Line | None = Field(None, description="What mail programs show after the subject in the list of mails.")
    corrected: Day | None = Field(None, description="When a mistake was mended after sending.")
    introduction: Paragraphs | None = Field(None, description="The editor's introduction, in Markdown.")
    sections: Annotated[tuple[Section, ...], Few] = Field((), description="What it tells, under headings.")
