"""What the pages of working groups show: where each stands, and how to get its calendar."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecosystem.kinds.action_plan.focus import focus_of_groups
from ecosystem.kinds.events.occurrences import coming_occurrences
from ecosystem.kinds.workgroups.calendars import group_calendar, group_events
from ecosystem.kinds.workgroups.model import Workgroup
from ecosystem.kinds.workgroups.standing import task_standing, workgroup_standing
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.calendars.listing import calendar_link, webcal
from ecosystem.publishing.calendars.services import subscription_links
from ecosystem.publishing.feeds.listing import record_feed_links


def workgroups(edition: Edition) -> Mapping[str, Any]:
    """Return all groups by name, with where each stands, and the focus areas of the plan that concern each."""
    listed = edition.by_name(edition.ecosystem.of(Workgroup).values())
    return {
        "workgroups": [(group, workgroup_standing(group, edition.today)) for group in listed],
        "focus": focus_of_groups(edition),
    }


def links(edition: Edition, group: Workgroup) -> tuple[FeedLink, ...]:
    """Return the links by which a program finds the feed and the calendar of the group."""
    calendar = group_calendar(edition, group.id)
    feed = record_feed_links(edition, "workgroups", group)
    return (*feed, calendar_link(edition, calendar)) if calendar else feed


def more(edition: Edition, group: Workgroup) -> Mapping[str, Any]:
    """Return where the group and its tasks stand, its focus areas, its meetings to come, and its calendar."""
    tasks = [(task, task_standing(task, group, edition.today)) for task in group.tasks]
    calendar = group_calendar(edition, group.id)
    return {
        "standing_now": workgroup_standing(group, edition.today),
        "tasks": tasks,
        "focus": focus_of_groups(edition).get(group.id, ()),
        "coming": coming_occurrences(group_events(edition, group.id), edition.today),
        "calendar": calendar,
        "webcal": webcal(edition, calendar.path) if calendar else None,
        "services": subscription_links(edition, calendar) if calendar else (),
    }


def open_groups(edition: Edition) -> Sequence[Workgroup]:
    """Return the groups whose term is not known to be over, by name."""
    listed = edition.by_name(edition.ecosystem.of(Workgroup).values())
    return [group for group in listed if workgroup_standing(group, edition.today).lapsed is None]
