"""What of questions is told in feeds: that one is asked, and that it has an answer."""

from collections.abc import Iterator

from ecosystem.kinds.questions.model import Question
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem, TitledItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.texts import Text


class QuestionFeedItem(TitledItem):
    """A question that is asked."""

    record: Question

    @property
    def own_words(self) -> Text:
        """The question."""
        return self.record.heading


class AnswerFeedItem(FeedItem):
    """A question that has got an answer."""

    kind = "record"
    is_foldable = False
    record: Question

    def title(self, edition: Edition) -> str:
        """Return the headline."""
        return edition.interface.say("feed.title.answer", title=self.name(edition))


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the questions that came after the list began, and the answers that came after their questions."""
    for record in ecosystem.of(Question).values():
        past = history.of("questions", record)
        yield QuestionFeedItem(collection="questions", record=record, appeared=past.entered)
        answered = past.appeared("answer") if record.answer else None
        if answered != past.entered:
            yield AnswerFeedItem(collection="questions", record=record, part="answer", appeared=answered)
