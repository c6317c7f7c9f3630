"""An issue of the newsletter as it was sent in one language. Its words are frozen: the data may change, they do not.

Nothing here refers to a record, so that an entry may be renamed or removed without touching what was sent.
"""

from typing import Annotated

from pydantic import Field

from ecosystem.ground.languages import Language
from ecosystem.kinds.events.hours import Hours
from ecosystem.records.record import Part
from ecosystem.records.values import Day, Few, Line, Paragraphs, Url


class SentStory(Part):
    """A piece of news or a coming event, as it stood in the issue."""

    title: Paragraphs = Field(description="The headline.")
    title_language: Language | None = Field(None, description="Its language, where it is not that of the issue.")
    date: Day | None = Field(None, description="The day of the news, or of the event that comes.")
    hours: Hours | None = Field(None, description="When the event begins and ends.")
    url: Url = Field(description="The page to which the headline leads.")
    text: Paragraphs | None = Field(None, description="The first words.")
    text_language: Language | None = Field(None, description="Their language, where it is not that of the issue.")


class SentSection(Part):
    """A heading of the issue and what stood under it."""

    heading: Line = Field(description="The heading.")
    stories: Annotated[tuple[SentStory, ...], Field(min_length=1), Few] = Field(description="What stood under it.")


class SentIssue(Part):
    """An issue in one language."""

    date: Day = Field(description="The day on which it was sent.")
    language: Language = Field(description="Its language.")
    title: Line = Field(description="Its subject.")
    corrected: Day | None = Field(None, description="When a mistake was mended after sending.")
    introduction: Paragraphs | None = Field(None, description="The editor's introduction, in Markdown.")
    sections: Annotated[tuple[SentSection, ...], Few] = Field((), description="What it told, under headings.")
