"""The page on which one chooses what to follow: the feed and the calendar of each thing, and the ways to get them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView, calendars, webcal
from ecosystem.publishing.calendars.services import subscription_links
from ecosystem.publishing.feeds.listing import (
    FORMAT_NAMES,
    FORMATS,
    SHOWN_FORMAT,
    Feed,
    feeds,
    opml_path,
    strand_feeds,
)
from ecosystem.publishing.feeds.readers import READERS

#: What stands before the groups of strands, and after them.
_WHOLE_TOPICS = "topics"
_SERIES = "series"


@dataclass(frozen=True, slots=True)
class Followed:
    """Something that one can follow: its feed, its calendar, or both."""

    name: str
    label: str
    page: str
    feed: Feed | None
    calendar: CalendarView | None


def subscribe(edition: Edition) -> Mapping[str, Any]:
    """Return all that one can follow by groups, with what the chooser makes of the first before one has chosen."""
    groups = dict(_groups(edition))
    first = groups[_WHOLE_TOPICS][0]
    return {
        "form": edition.content.operator.newsletter_form,
        "groups": groups,
        "first": first,
        "readers": READERS,
        "media_types": FORMATS,
        "format_names": FORMAT_NAMES,
        "shown_format": SHOWN_FORMAT,
        "opml": opml_path(edition.language),
        "site_url": edition.site_url,
        "calendars": [
            (one, webcal(edition, one.path), subscription_links(edition, one))
            for row in (*groups[_WHOLE_TOPICS], *groups.get(_SERIES, ()))
            if (one := row.calendar)
        ],
        "webcal": lambda path: webcal(edition, path),
    }


def _groups(edition: Edition) -> Iterator[tuple[str, tuple[Followed, ...]]]:
    lasting = {one.name: one for one in calendars(edition) if one.lasting}
    yield _WHOLE_TOPICS, tuple(_with_feeds(feeds(edition), lasting))
    for group, some in strand_feeds(edition).items():
        yield group, tuple(_with_feeds(some, lasting))
    if lasting:
        yield _SERIES, tuple(Followed(name, one.label, one.page, None, one) for name, one in lasting.items())


def _with_feeds(some: Iterable[Feed], lasting: dict[str, CalendarView]) -> Iterator[Followed]:
    """Yield what *some* feeds tell of, each with the calendar of its name, which is taken from the *lasting* ones."""
    for feed in some:
        yield Followed(feed.name, feed.label, feed.page, feed, lasting.pop(feed.name, None))
