"""Sets of published numbers about one subject, each number with its day and its source."""

from typing import Annotated

from pydantic import Field

from ecosystem.kinds.action_plan.model import Comparator
from ecosystem.kinds.parts import Source, SourcedRecord
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Part
from ecosystem.records.texts import SomeProse, Title
from ecosystem.records.values import Count, Few, Flag, Number


class PublishedValue(Part):
    """A number that somebody has published."""

    label: Title = Field(description="What was counted or measured.")
    value: Number = Field(description="The number.")
    up_to: Number | None = Field(None, description="The upper end, when it is a range.")
    of_all: Flag = Field(False, description="Whether it tells of the other values together: their sum or mean.")
    comparator: Comparator = Field(Comparator.EXACTLY, description="How to read the number.")
    unit: Title = Field(description="Its unit.")
    date: PartialDate | None = Field(None, description="The day, month or year of the number; none when not stated.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Few] = Field(description="Where it stands.")


class FigureSet(SourcedRecord):
    """Numbers that belong together."""

    name: Title = Field(description="The subject in each language.")
    place: Count = Field(description="Where the set stands among the others, from 1.")
    summary: SomeProse | None = Field(None, description="What one should know to read the numbers.")
    scale: Number | None = Field(None, description="The largest value that there can be, when all have the same unit.")
    values: Annotated[tuple[PublishedValue, ...], Few] = Field((), description="The numbers, in order.")
    points: Annotated[tuple[Title, ...], Few] = Field((), description="What was to be followed, without numbers.")
