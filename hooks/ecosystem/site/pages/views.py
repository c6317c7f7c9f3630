"""What the pages of the site that belong to no kind show from the data."""

from collections.abc import Mapping
from typing import Any, Final

from ecosystem.kinds.action_plan.indicators import declared_members
from ecosystem.kinds.pilot_programmes.model import PilotProgramme
from ecosystem.pages.addresses import HOME, NOT_FOUND
from ecosystem.pages.contact import people, point_of_contact
from ecosystem.pages.drawing.icons import APPLE_ICON
from ecosystem.pages.edition import Edition
from ecosystem.pages.visitors import Visitor, visitor_page
from ecosystem.pages.written_pages import PageView, Shows, Views
from ecosystem.publishing.open_data.collections import OPEN_DATA
from ecosystem.records.kind import Kinds
from ecosystem.search.opensearch import SEARCH
from ecosystem.site.addresses import (
    A_TO_Z,
    ACCESSIBILITY,
    CHANGES,
    CONTACT,
    JOIN,
    NEWSLETTER,
    PRESS,
    PRIVACY,
    SITE_MAP,
    SITUATION,
    SUBSCRIBE,
)
from ecosystem.site.changes.pages import changes, newest_day
from ecosystem.site.newsletter.digest import digests
from ecosystem.site.newsletter.listing import days_of_change, listed_issues
from ecosystem.site.pages.a_z import index_pages, site_index
from ecosystem.site.pages.data_catalogue import data_catalogue
from ecosystem.site.pages.home import home, home_data
from ecosystem.site.pages.open_data import open_data
from ecosystem.site.pages.search import search
from ecosystem.site.pages.site_map import site_map
from ecosystem.site.pages.situation import situation
from ecosystem.site.pages.subscribing import subscribe


def join(edition: Edition) -> Mapping[str, Any]:
    """Return a mail that is begun already, and the form where it is known in which repository the data is kept."""
    repository, there = edition.content.repository_url, point_of_contact(edition)
    say = edition.interface.say
    return {
        "mail": there.mail(say("join.mail_subject"), say("join.mail_body")) if there else None,
        "form": f"{repository}/issues/new?template=join.yml" if repository else None,
    }


def statement(edition: Edition) -> Mapping[str, Any]:
    """Return who answers for the site."""
    return {"operator": edition.content.operator}


def contact(edition: Edition) -> Mapping[str, Any]:
    """Return everybody who is a public contact, and what the operator has said of itself."""
    return {"people": people(edition.content), "operator": edition.content.operator}


def press(edition: Edition) -> Mapping[str, Any]:
    """Return the figures that a journalist may print, each with its day."""
    ecosystem = edition.ecosystem
    return {
        "declared": declared_members(ecosystem),
        "programmes": tuple(ecosystem.of(PilotProgramme).values()),
        "mark": APPLE_ICON,
    }


def newsletter(edition: Edition) -> Mapping[str, Any]:
    """Return all sent issues and all digests, the newest first, and where the operator lets readers subscribe."""
    return {
        "issues": listed_issues(edition),
        "digests": digests(edition),
        "form": edition.content.operator.newsletter_form,
    }


#: The page for addresses that do not exist says of itself what the home page does.
_NOT_FOUND: Final = PageView(values=lambda _: {}, template="not-found", scripts=("lost.js",), structured_data=home_data)

_OWN: Final[Views] = {
    HOME: PageView(values=home, scripts=("events.js",), structured_data=home_data),
    CONTACT: PageView(values=contact),
    PRESS: PageView(values=press),
    ACCESSIBILITY: PageView(values=statement),
    PRIVACY: PageView(values=statement),
    SITUATION: PageView(values=situation, scripts=("matrix.js",)),
    SUBSCRIBE: PageView(values=subscribe, scripts=("follow.js",)),
    JOIN: PageView(values=join),
    NEWSLETTER: PageView(values=newsletter, newest=days_of_change),
    SEARCH: PageView(values=search, scripts=("search.js",)),
    CHANGES: PageView(values=changes, scripts=("changes.js",), newest=newest_day),
    SITE_MAP: PageView(values=site_map),
    A_TO_Z: PageView(values=site_index, pages=index_pages, further="a-z-further"),
    OPEN_DATA: PageView(values=open_data, structured_data=data_catalogue),
    NOT_FOUND: _NOT_FOUND,
    **{visitor.value: visitor_page(visitor) for visitor in Visitor},
}


def all_views(kinds: Kinds) -> Views:
    """Return what every hand-written page shows from the data, by page: those of *kinds* and the site's own."""
    views = {page: view for _, shows in kinds.playing(Shows) for page, view in shows.views.items()}
    return {**views, **_OWN}
