"""What the page of questions shows: those with an answer, and those that are open."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.laws.model import Law
from ecosystem.kinds.questions.model import Question
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, facets_of
from ecosystem.pages.list_pages import Heading, ListPage, list_pages


def questions(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all questions."""
    return {"questions": question_pages(edition)[0]}


@once
def question_pages(edition: Edition) -> tuple[ListPage[Question], ...]:
    """Return all pages of the list: the questions with an answer, then those without, in the order of the file.

    By their first words they would stand in another order in each language, and tell nobody where to look.
    """
    say = edition.interface.say
    headings = {
        "answered": Heading("answered", say("questions.answered")),
        "open": Heading("open", say("questions.open")),
    }
    listed = answered_first(edition)
    laws = {law.id: edition.title(law) for law in edition.by_name(edition.ecosystem.of(Law).values())}
    aspects = (
        Aspect(
            "state",
            say("question.answer"),
            lambda one: [_state(one)],
            {key: one.label for key, one in headings.items()},
        ),
        Aspect("law", say("collection.laws"), lambda one: one.laws, laws),
    )
    return list_pages(
        edition, "questions", listed, facets_of(listed, aspects), heading_of=lambda one: headings[_state(one)]
    )


def _state(question: Question) -> str:
    return "open" if question.answer is None else "answered"


def answered_first(edition: Edition) -> Sequence[Question]:
    """Return all questions, those with an answer in front."""
    return sorted(edition.ecosystem.of(Question).values(), key=lambda one: one.answer is None)
