"""The home page: the figures that matter, what is new, what comes, and how the plan goes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ecosystem.kinds.action_plan.indicators import declared_members, latest_plan
from ecosystem.kinds.action_plan.overview import plan_overview
from ecosystem.kinds.events.model import Event
from ecosystem.kinds.events.occurrences import coming_occurrences, current_rhythms, is_over
from ecosystem.kinds.news.page import news_newest_first
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import CONTEXT, JsonLd, site_publisher
from ecosystem.search.opensearch import SEARCH

#: As many news items, and as many events, as the home page shows.
MOST_ON_HOME: Final = 3


def home(edition: Edition) -> Mapping[str, Any]:
    """Return what the home page shows."""
    ecosystem = edition.ecosystem
    plan = latest_plan(ecosystem)
    return {
        "declared": declared_members(ecosystem),
        "programmes": tuple(ecosystem.of(PilotProgramme).values()),
        **_events(edition),
        "news": news_newest_first(edition)[:MOST_ON_HOME],
        "plan": plan_overview(edition, plan) if plan else None,
        "latest_update": max(
            (record.updated for records in ecosystem.collections().values() for record in records.values()),
            default=None,
        ),
    }


def _events(edition: Edition) -> Mapping[str, Any]:
    """Return what comes next, and the series that go on without a known day to come."""
    events, today = edition.ecosystem.of(Event).values(), edition.today
    coming = coming_occurrences(events, today)
    dated = {one.event.id for one in coming}
    series = [one for one in events if one.is_series and one.id not in dated and not is_over(one, today)]
    return {
        "coming": coming[:MOST_ON_HOME],
        "series": [(one, current_rhythms(one, today)) for one in series][: MOST_ON_HOME - len(coming[:MOST_ON_HOME])],
    }


def home_data(edition: Edition, address: str) -> Sequence[JsonLd]:
    """Return what the home page at *address* says to machines."""
    return [
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "name": edition.interface.say("site.name"),
            "url": address,
            "inLanguage": edition.language,
            "publisher": site_publisher(edition),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{edition.site_url}{edition.path(SEARCH)}?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    ]
