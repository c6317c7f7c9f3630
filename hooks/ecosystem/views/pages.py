"""What the hand-written pages show from the data, by page.

Each function returns the values that the template `pages/<page>.html` names. A page without a function
here shows its text alone.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any, Final, TypeAlias

from ecosystem.addresses import opml_path
from ecosystem.model.glossary import TermGroup
from ecosystem.model.meeting import InternationalMeeting
from ecosystem.model.news import NewsItem, Topic
from ecosystem.model.publication import PublicationKind, PublicationScope
from ecosystem.model.record import CollectionName, Record
from ecosystem.views.calendar_list import calendars
from ecosystem.views.calendar_services import subscription_links, webcal
from ecosystem.views.downloads import downloads
from ecosystem.views.edition import Edition
from ecosystem.views.event_times import coming_sessions, events_by_time
from ecosystem.views.feed_list import FORMAT_NAMES, FORMATS, feeds
from ecosystem.views.international_meetings import country_name, meeting_standing, meetings_by_time
from ecosystem.views.members import members
from ecosystem.views.network_figure import network_figure, relations_of
from ecosystem.views.newsletters import listed_issues
from ecosystem.views.offerings import catalogue
from ecosystem.views.open_data_page import open_data
from ecosystem.views.pilot_overview import pilot_cases, pilots_by_organiser, pilots_by_theme, pilots_by_use_case
from ecosystem.views.plan import declared_members, latest_plan
from ecosystem.views.plan_overview import compared_indicators, plan_overview
from ecosystem.views.providers import provider_list
from ecosystem.views.search import search
from ecosystem.views.selection import selection
from ecosystem.views.site_index import INDEX, site_index
from ecosystem.views.site_map import site_map
from ecosystem.views.situation import situation
from ecosystem.views.standing import Standing, workgroup_standing
from ecosystem.views.tile_map import tiles
from ecosystem.views.timeline import programme_timeline

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
        "plan": plan_overview(edition, plan) if plan else None,
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
    """The programmes with their timelines, and all pilots: as cards, by organiser, by use and by aim."""
    cases = pilot_cases(edition)
    programmes = pilot_programmes(edition)["programmes"]
    return {
        "cases": cases,
        "programmes": [(one, listed, programme_timeline(edition, one)) for one, listed in programmes],
        "organisers": pilots_by_organiser(edition, cases),
        "use_cases": pilots_by_use_case(cases),
        "themes": pilots_by_theme(cases),
    }


def pilot_programmes(edition: Edition) -> Values:
    """All programmes, the latest first, with the pilots of each that are listed here."""
    programmes = sorted(edition.ecosystem.pilot_programmes.values(), key=lambda one: one.id, reverse=True)
    return {"programmes": [(programme, pilots_of(edition, programme.id)) for programme in programmes]}


def pilots_of(edition: Edition, programme_id: str) -> tuple[Record, ...]:
    """Return the listed pilots of a programme, by name."""
    return edition.by_name(pilot for pilot in edition.ecosystem.pilots.values() if pilot.programme == programme_id)


def workgroups(edition: Edition) -> Values:
    """All groups by name, with where each stands."""
    listed = edition.by_name(edition.ecosystem.workgroups.values())
    return {"workgroups": [(group, workgroup_standing(group, edition.today)) for group in listed]}


def events(edition: Edition) -> Values:
    """What comes, what returns (with its known sessions to come) and what is over."""
    by_time = events_by_time(edition.ecosystem.events.values(), edition.today)
    return {"events": by_time, "sessions": coming_sessions(by_time.series, edition.today)}


def news(edition: Edition) -> Values:
    """All news by year, newest first, and by topic."""
    listed = news_newest_first(edition)
    topics = {topic: [item for item in listed if topic in item.topics] for topic in Topic}
    return {
        "years": [(year, tuple(items)) for year, items in groupby(listed, key=lambda item: item.date.year)],
        "topics": {topic: items for topic, items in topics.items() if items},
    }


def action_plan(edition: Edition) -> Values:
    """All plans at a glance, the latest first, and their indicators side by side."""
    plans = sorted(edition.ecosystem.action_plan.values(), key=lambda plan: plan.year, reverse=True)
    return {
        "plans": [plan_overview(edition, plan) for plan in plans],
        "compared": compared_indicators(edition, plans),
    }


def publications(edition: Edition) -> Values:
    """All publications by their relation to the ecosystem, then by name, and by kind."""
    listed = edition.by_name(edition.ecosystem.publications.values())
    scopes = [(scope, [one for one in listed if one.scope is scope]) for scope in PublicationScope]
    kinds = {kind: [one for one in listed if one.kind is kind] for kind in PublicationKind}
    return {
        "scopes": [(scope, some) for scope, some in scopes if some],
        "kinds": {kind: some for kind, some in kinds.items() if some},
    }


def networks(edition: Edition) -> Values:
    """All networks and stakeholders by name, each with those it is related to."""
    listed = edition.by_name(edition.ecosystem.networks.values())
    related = relations_of(edition.ecosystem.networks)
    return {
        "networks": [(network, edition.named("networks", related[network.id])) for network in listed],
        "figure": network_figure(edition),
    }


def operating_models(edition: Edition) -> Values:
    """All operating models by name."""
    return {"models": edition.by_name(edition.ecosystem.operating_models.values())}


def subscribe(edition: Edition) -> Values:
    """Every feed and every calendar that can grow, with the ways to get them."""
    lasting = [calendar for calendar in calendars(edition) if calendar.lasting]
    return {
        "feeds": feeds(edition),
        "media_types": FORMATS,
        "format_names": FORMAT_NAMES,
        "opml": opml_path(edition.language),
        "calendars": [(one, webcal(edition, one.path), subscription_links(edition, one)) for one in lasting],
    }


def glossary(edition: Edition) -> Values:
    """All terms by group, in the reader's alphabetical order."""
    terms = edition.by_name(edition.ecosystem.glossary.values())
    return {"groups": [(group, listed) for group in TermGroup if (listed := [t for t in terms if t.group is group])]}


def meetings(edition: Edition) -> Values:
    """International meetings that come and that are over, each with where it stands and its country; who wants any."""
    by_time = meetings_by_time(edition.ecosystem.meetings.values(), edition.today)

    def shown(listed: tuple[InternationalMeeting, ...]) -> list[tuple[InternationalMeeting, Standing, str | None]]:
        return [(one, meeting_standing(one, edition.today), country_name(edition, one)) for one in listed]

    wishes = [one for one in edition.by_name(edition.ecosystem.offerings.values()) if one.meetings is not None]
    return {"coming": shown(by_time.coming), "past": shown(by_time.past), "wishes": wishes}


def join(edition: Edition) -> Values:
    """The form to join with, where it is known in which repository the data is kept."""
    return {"form": f"{edition.repository_url}/issues/new?template=join.yml" if edition.repository_url else None}


def statement(edition: Edition) -> Values:
    """Who answers for the site, and the plan whose coordinator stands in while nobody is named."""
    return {"operator": edition.operator, "plan": latest_plan(edition.ecosystem)}


def newsletter(edition: Edition) -> Values:
    """All sent issues, the newest first."""
    return {"issues": listed_issues(edition)}


PAGE_VIEWS: Final[Mapping[str, Callable[[Edition], Values]]] = {
    "index": home,
    "accessibility": statement,
    "privacy": statement,
    "members": members,
    "regions": regions,
    "pilots": pilots,
    "situation": situation,
    "pilot-programmes": pilot_programmes,
    "workgroups": workgroups,
    "events": events,
    "news": news,
    "action-plan": action_plan,
    "offering": catalogue,
    "providers": provider_list,
    "selection": selection,
    "publications": publications,
    "networks": networks,
    "operating-models": operating_models,
    "subscribe": subscribe,
    "join": join,
    "glossary": glossary,
    "newsletter": newsletter,
    "meetings": meetings,
    "downloads": downloads,
    "search": search,
    "site-map": site_map,
    INDEX: site_index,
    "open-data": open_data,
}

#: The scripts that a page needs besides the site's own.
PAGE_SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "events": ("events.js",),
    "index": ("events.js",),
    "members": ("filter-bar.js",),
    "offering": ("filter-bar.js", "selection.js"),
    "selection": ("selection.js", "brief.js"),
    "search": ("search.js",),
}

#: The scripts that the records' own pages need, by collection.
RECORD_SCRIPTS: Final[Mapping[CollectionName, tuple[str, ...]]] = {
    "events": ("events.js",),
    "offerings": ("selection.js",),
}
