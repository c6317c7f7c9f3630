"""What the kind `questions` declares of itself."""

from typing import Final

from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.request_form import RequestForm, Requests
from ecosystem.kinds.questions.demonstration import demonstration_records
from ecosystem.kinds.questions.feed import feed_items
from ecosystem.kinds.questions.model import Question
from ecosystem.kinds.questions.page import answered_first, question_pages, questions
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="questions",
    model=Question,
    place=124,
    page="questions",
    addresses={"fi": "kysymykset", "sv": "fragor", "en": "questions"},
    optional=True,
    roles=(
        Shows({"questions": PageView(values=questions, scripts=("filter-bar.js",), pages=question_pages)}),
        Told("questions", 75, feed_items),
        ForVisitors(frozenset({Visitor.COUNTY, Visitor.COMPANY}), chosen=answered_first),
        Requests(
            (
                RequestForm(
                    name="question",
                    fields=(*in_languages("question", "asked_of"), "laws", "workgroups"),
                    required=in_languages("question"),
                    source_in="asked_in.url",
                ),
            )
        ),
        Draft(
            command="question",
            required=("id", *in_languages("question"), "asked_in.document"),
            optional=("asked_in.page", *in_languages("asked_of", "answer"), "answered_on", "laws", "workgroups"),
            lists=("laws", "workgroups"),
        ),
        Demonstration(place=90, records=demonstration_records),
    ),
)
