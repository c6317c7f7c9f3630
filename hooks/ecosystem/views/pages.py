"""What the hand-written pages show from the data, by page.

Each function returns the values that the template `pages/<page>.html` names. A page without a function
here shows its text alone.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any, Final, TypeAlias

from ecosystem.model.network import NetworkState
from ecosystem.model.news import NewsItem
from ecosystem.model.publication import PublicationScope
from ecosystem.model.record import Record
from ecosystem.views.edition import Edition
from ecosystem.views.event_times import events_by_time
from ecosystem.views.members import members
from ecosystem.views.plan import declared_members, latest_plan, measure_counts
from ecosystem.views.situation import situation
from ecosystem.views.tile_map import tiles

Values: TypeAlias = Mapping[str, Any]

#: As many news items and events as the home page shows.
MOST_ON_HOME: Final = 3


def news_newest_first(edition: Edition) -> tuple[NewsItem, ...]:
    """Return all news, newest first."""
    return tuple(sorted(edition.ecosystem.news.values(), key=lambda item: (item.date, item.id), reverse=True))


def home(edition: Edition) -> Values:
    """The figures that matter, what is new, what comes, and how the plan goes."""
    ecosystem = edition.ecosystem
    plan = latest_plan(ecosystem)
    return {
        "declared": declared_members(ecosystem),
        "programmes": tuple(ecosystem.pilot_programmes.values()),
        "events": events_by_time(ecosystem.events.values(), edition.today),
        "news": news_newest_first(edition)[:MOST_ON_HOME],
        "plan": plan,
        "measure_counts": measure_counts(plan) if plan else {},
        "latest_update": max((record.updated for record in all_records(edition)), default=None),
    }


def all_records(edition: Edition) -> tuple[Record, ...]:
    """Return the records of all collections."""
    return tuple(record for records in edition.ecosystem.collections().values() for record in records.values())


def regions(edition: Edition) -> Values:
    """All regions by name with the numbers of their pilots and members, and the map of the pilots."""
    pilots = Counter(pilot.organiser for pilot in edition.ecosystem.pilots.values())
    return {
        "regions": edition.by_name(edition.ecosystem.regions.values()),
        "pilots": pilots,
        "members": Counter(member.region for member in edition.ecosystem.members.values()),
        "tiles": tiles(edition, pilots, lambda count: edition.interface.count("regions.pilots", count)),
    }


def pilots(edition: Edition) -> Values:
    """All pilots by name, with their programmes."""
    return {
        "pilots": edition.by_name(edition.ecosystem.pilots.values()),
        "programmes": pilot_programmes(edition)["programmes"],
    }


def pilot_programmes(edition: Edition) -> Values:
    """All programmes, the latest first, with the pilots of each that are listed here."""
    programmes = sorted(edition.ecosystem.pilot_programmes.values(), key=lambda one: one.id, reverse=True)
    return {"programmes": [(programme, pilots_of(edition, programme.id)) for programme in programmes]}


def pilots_of(edition: Edition, programme_id: str) -> tuple[Record, ...]:
    """Return the listed pilots of a programme, by name."""
    return edition.by_name(pilot for pilot in edition.ecosystem.pilots.values() if pilot.programme == programme_id)


def workgroups(edition: Edition) -> Values:
    """All groups by name."""
    return {"workgroups": edition.by_name(edition.ecosystem.workgroups.values())}


def events(edition: Edition) -> Values:
    """What comes, what returns and what is over."""
    return {"events": events_by_time(edition.ecosystem.events.values(), edition.today)}


def news(edition: Edition) -> Values:
    """All news by year, newest first."""
    years = groupby(news_newest_first(edition), key=lambda item: item.date.year)
    return {"years": [(year, tuple(items)) for year, items in years]}


def action_plan(edition: Edition) -> Values:
    """All plans, the latest first, with the states of their measures."""
    plans = sorted(edition.ecosystem.action_plan.values(), key=lambda plan: plan.year, reverse=True)
    return {"plans": [(plan, measure_counts(plan)) for plan in plans]}


def offering(edition: Edition) -> Values:
    """All offerings by name."""
    return {"offerings": edition.by_name(edition.ecosystem.offerings.values())}


def publications(edition: Edition) -> Values:
    """All publications by their relation to the ecosystem, then by name."""
    listed = edition.by_name(edition.ecosystem.publications.values())
    return {"scopes": [(scope, [one for one in listed if one.scope is scope]) for scope in PublicationScope]}


def networks(edition: Edition) -> Values:
    """All networks and stakeholders by name, and how many are in each state."""
    listed = edition.by_name(edition.ecosystem.networks.values())
    states = {state: sum(network.state is state for network in listed) for state in NetworkState}
    return {"networks": listed, "states": states}


def operating_models(edition: Edition) -> Values:
    """All operating models by name."""
    return {"models": edition.by_name(edition.ecosystem.operating_models.values())}


PAGE_VIEWS: Final[Mapping[str, Callable[[Edition], Values]]] = {
    "index": home,
    "members": members,
    "regions": regions,
    "pilots": pilots,
    "situation": situation,
    "pilot-programmes": pilot_programmes,
    "workgroups": workgroups,
    "events": events,
    "news": news,
    "action-plan": action_plan,
    "offering": offering,
    "publications": publications,
    "networks": networks,
    "operating-models": operating_models,
}

#: The scripts that a page needs besides the site's own.
PAGE_SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {"members": ("filter-bar.js",)}
