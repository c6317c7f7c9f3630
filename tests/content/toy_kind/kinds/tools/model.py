"""Tools: things that help to take AI into use, for everyone to take."""

from enum import StrEnum

from pydantic import Field

from ecosystem.kinds.parts import SourcedRecord
from ecosystem.records.texts import Prose, Title
from ecosystem.records.values import Url


class ToolKind(StrEnum):
    """What one gets."""

    CHECKLIST = "checklist"
    SOFTWARE = "software"
    TEMPLATE = "template"


class Tool(SourcedRecord):
    """Something that helps."""

    name: Title = Field(description="The name in each language.")
    kind: ToolKind = Field(description="What one gets.")
    url: Url | None = Field(None, description="Where to get it.")
    summary: Prose = Field(description="What it helps with, in a sentence or two.")
