"""The calendars of an edition: what each holds, what it is called and where it is. Each kind says which it has."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment

from ecosystem.ground.languages import Language
from ecosystem.ground.uses import once
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink

MEDIA_TYPE: Final = "text/calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """A calendar in one language, with the path of its file and of the page that it belongs to.

    A calendar's `title` stands among those of other senders, its `label` on a page of this site. `lasting` tells that
    new meetings can be added, so that subscribing makes sense, `has_dates` that any is known, so that its file is not
    empty, `zoned` that its times name the time zone of Helsinki; others are in UTC, so that every program shows them
    right wherever the reader travels. `subject` is what it holds, as the kind that has it knows it.
    """

    name: str
    title: str
    label: str
    description: str
    path: str
    page: str
    lasting: bool
    has_dates: bool
    subject: Any
    zoned: bool = True
    #: The paths of its file in former days, where subscribers still ask for it.
    former_paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InCalendars:
    """The role of a kind with calendars: their place among the others, and the components of one of them as written."""

    place: int
    calendars: Callable[[Edition], Iterable[CalendarView]]
    components: Callable[[Edition, Environment, CalendarView], Iterable[bytes]]


def calendar_path(name: str, language: Language) -> str:
    """Return the path of the calendar called *name*: `calendar/sv/ai-aamu.ics`."""
    return f"calendar/{language}/{name}.ics"


def calendar_links(edition: Edition, section: str | None) -> tuple[FeedLink, ...]:
    """Return the links of a page in *section* to the calendar of the whole section, if it has one."""
    roles = [role for kind, role in edition.ecosystem.kinds.playing(InCalendars) if kind.page == section]
    found = [one for role in roles for one in role.calendars(edition) if section and one.page == edition.path(section)]
    return tuple(calendar_link(edition, calendar) for calendar in found)


def calendar_link(edition: Edition, calendar: CalendarView) -> FeedLink:
    """Return the link to *calendar* in the head of a page that it belongs to, which shows it if one can subscribe."""
    shown = calendar.label if calendar.lasting else ""
    return FeedLink(MEDIA_TYPE, calendar.title, calendar.path, shown, webcal(edition, calendar.path))


def webcal(edition: Edition, path: str) -> str:
    """Return the address by which a reader's calendar program subscribes to the calendar at *path*."""
    return "webcal://" + (edition.site_url + path).split("://", 1)[1]


@once
def calendars(edition: Edition) -> tuple[CalendarView, ...]:
    """Return all calendars of *edition*."""
    return tuple(calendar for calendar, _ in with_roles(edition))


def with_roles(edition: Edition) -> Iterator[tuple[CalendarView, InCalendars]]:
    """Yield all calendars of *edition*, each with the role of the kind that has it."""
    for role in sorted((role for _, role in edition.ecosystem.kinds.playing(InCalendars)), key=lambda one: one.place):
        for calendar in role.calendars(edition):
            yield calendar, role
