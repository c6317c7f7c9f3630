"""What of action plans is told in feeds: each reading of an indicator."""

from collections.abc import Iterator

from ecosystem.kinds.action_plan.model import ActionPlan, Indicator, Reading
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.texts import Text


class ReadingFeedItem(FeedItem):
    """A reading of an indicator."""

    kind = "reading"
    detail: tuple[Indicator, Reading]

    @property
    def anchor(self) -> str:
        """The indicator's place on the page of the plan."""
        return self.detail[0].id

    @property
    def lead(self) -> Text | None:
        """What one should know about the value."""
        return self.detail[1].note

    def name(self, edition: Edition) -> str:
        """Return what is counted or measured."""
        return self.detail[0].title.in_language(edition.language).text

    def title(self, edition: Edition) -> str:
        """Return the headline: the indicator and its value."""
        indicator, reading = self.detail
        say = edition.interface.say
        number = edition.formats.number(reading.value)
        value = say(f"choice.comparator.{reading.comparator.value}", value=number)
        unit = edition.interface.choice(indicator.unit)
        return say("feed.title.reading", title=self.name(edition), value=f"{value} {unit}")


def feed_items(ecosystem: Ecosystem, history: History) -> Iterator[FeedItem]:
    """Yield the readings of all plans."""
    for plan in ecosystem.of(ActionPlan).values():
        past = history.of("action_plan", plan)
        for metric, indicator in ((one, inner) for one in plan.metrics for inner in one.indicators):
            readings = ("metrics", metric.id, "indicators", indicator.id, "readings")
            for reading in indicator.readings:
                yield ReadingFeedItem(
                    collection="action_plan",
                    record=plan,
                    part=f"{indicator.id}/{reading.date}",
                    detail=(indicator, reading),
                    appeared=past.appeared(*readings, str(reading.date)),
                    fact=reading.date,
                )
