"""What a record's own page shows besides the record: what belongs to it, and values counted from other data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.addresses import provider_path
from ecosystem.model.action_plan import ActionPlan
from ecosystem.model.event import Event
from ecosystem.model.record import CollectionName, Record
from ecosystem.views.calendar_list import event_calendar, group_calendar
from ecosystem.views.calendar_services import adding_links, subscription_links, webcal
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import (
    country_name,
    meeting_calendar,
    meeting_standing,
    published_packs,
    zone_name,
)
from ecosystem.views.meetings import is_over, shown_meetings
from ecosystem.views.offerings import stated_fields
from ecosystem.views.pages import pilots_of
from ecosystem.views.plan_overview import metrics_overview, plan_overview
from ecosystem.views.providers import provider_page_of, provider_slug
from ecosystem.views.standing import pilot_standing, task_standing, workgroup_standing
from ecosystem.views.timeline import programme_timeline

#: A description for search engines is cut at a word after this many characters.
LONGEST_DESCRIPTION: Final = 155


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record and what its page shows besides it."""

    collection: CollectionName
    record: Record
    related: Mapping[CollectionName, tuple[Record, ...]]
    more: Mapping[str, Any]


def record_view(edition: Edition, collection: CollectionName, record: Record) -> RecordView:
    """Return what the page of *record* shows."""
    groups = {name: edition.by_name(records) for name, records in edition.relations.of(collection, record.id).items()}
    own = _MORE.get(collection)
    return RecordView(collection, record, groups, own(edition, record) if own else {})


def description(edition: Edition, record: Record) -> str:
    """Return a record in a sentence, for search engines and previews."""
    lead = record.in_short
    if lead is None:
        return edition.interface.say("record.description", title=edition.title(record))
    text = " ".join(lead.in_language(edition.language).text.split())
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:–") + " …"


def _member(edition: Edition, record: Any) -> Mapping[str, Any]:
    return {"similar": edition.similar_members.of(record.id), **_organisation(edition, "members", record)}


def _network(edition: Edition, record: Any) -> Mapping[str, Any]:
    return _organisation(edition, "networks", record)


def _region(edition: Edition, record: Any) -> Mapping[str, Any]:
    return _organisation(edition, "regions", record)


def _organisation(edition: Edition, collection: CollectionName, record: Record) -> Mapping[str, Any]:
    return {"provider_page": provider_page_of(edition, collection, record.id)}


def _offering(edition: Edition, record: Any) -> Mapping[str, Any]:
    own_page = provider_path(provider_slug(record.provider), edition.language)
    return {"provider_page": own_page, "explained": stated_fields(record)}


def _pilot(edition: Edition, record: Any) -> Mapping[str, Any]:
    return {"standing_now": pilot_standing(record, edition.today)}


def _programme(edition: Edition, record: Any) -> Mapping[str, Any]:
    listed = pilots_of(edition, record.id)
    return {
        "pilots": listed,
        "not_listed": record.pilots_in_all - len(listed),
        "moments": programme_timeline(edition, record),
    }


def _workgroup(edition: Edition, record: Any) -> Mapping[str, Any]:
    tasks = [(task, task_standing(task, record, edition.today)) for task in record.tasks]
    calendar = group_calendar(edition, record.id)
    return {
        "standing_now": workgroup_standing(record, edition.today),
        "tasks": tasks,
        "calendar": calendar,
        "webcal": webcal(edition, calendar.path) if calendar else None,
        "services": subscription_links(edition, calendar) if calendar else (),
    }


def _event(edition: Edition, record: Any) -> Mapping[str, Any]:
    event: Event = record
    calendar = event_calendar(edition, event)
    services = subscription_links(edition, calendar) if calendar.lasting else adding_links(edition, event)
    listed = shown_meetings(event, edition.today)
    return {
        "over": is_over(event, edition.today),
        "coming": [meeting for meeting in listed if meeting.date >= edition.today],
        "past": [meeting for meeting in reversed(listed) if meeting.date < edition.today],
        "calendar": calendar,
        "webcal": webcal(edition, calendar.path),
        "services": services,
    }


def _meeting(edition: Edition, record: Any) -> Mapping[str, Any]:
    return {
        "standing_now": meeting_standing(record, edition.today),
        "country": country_name(edition, record),
        "zone": zone_name(edition, record),
        "calendar": meeting_calendar(edition, record),
        "packs": published_packs(edition, record),
    }


def _plan(edition: Edition, record: Any) -> Mapping[str, Any]:
    plan: ActionPlan = record
    return {"metrics": metrics_overview(edition, plan), "overview": plan_overview(edition, plan)}


_MORE: Final[Mapping[CollectionName, Callable[[Edition, Any], Mapping[str, Any]]]] = {
    "members": _member,
    "networks": _network,
    "regions": _region,
    "offerings": _offering,
    "pilots": _pilot,
    "pilot_programmes": _programme,
    "workgroups": _workgroup,
    "events": _event,
    "action_plan": _plan,
    "meetings": _meeting,
}
