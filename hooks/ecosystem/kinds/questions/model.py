"""Questions that the ecosystem's documents raise about the rules, and what is known in answer."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.kinds.parts import Source, SourcedRecord
from ecosystem.kinds.references import LawId, WorkgroupId
from ecosystem.records.texts import SomeProse, Text, Title
from ecosystem.records.values import Day, EachOnce, Few


class Question(SourcedRecord):
    """A question; one without an answer stays open on the site."""

    question: Title = Field(description="The question, as one sentence.")
    asked_of: Title | None = Field(None, description="Who is to answer it.")
    asked_in: Source = Field(description="Where it is asked, or what it is derived from.")
    answer: SomeProse | None = Field(None, description="What is known in answer; leave out when nothing is.")
    answered_on: Day | None = Field(None, description="The day on which the answer was checked.")
    laws: Annotated[tuple[LawId, ...], EachOnce, Few] = Field((), description="Laws that it is about.")
    workgroups: Annotated[tuple[WorkgroupId, ...], EachOnce, Few] = Field((), description="Groups that work on it.")

    @property
    def heading(self) -> Text:
        """The question."""
        return self.question

    @property
    def in_short(self) -> Text | None:
        """The answer."""
        return self.answer

    @model_validator(mode="after")
    def _answered_on_a_day(self) -> "Question":
        if (self.answer is None) != (self.answered_on is None):
            raise PydanticCustomError("answer_and_day", "an answer without its day, or a day without an answer")
        return self
