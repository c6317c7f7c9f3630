"""The open data of the site: the collections of all kinds, the sent newsletters, and the history of the data."""

from functools import partial
from typing import Final

from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.collections import OpenCollection, open_collections
from ecosystem.publishing.open_data.outline import ADDRESS, DAY, TEXT
from ecosystem.publishing.open_data.shapes import Field
from ecosystem.publishing.open_data.shaping import OpenData, Shaping
from ecosystem.site.changes.open_data import history_of_data
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.newsletter.listing import all_issues, last_touched, newsletter_path

NEWSLETTERS: Final = "newsletters"

_ADDED: Final = (
    Field("id", "Its day and language.", TEXT, False, lambda issue, _: f"{issue.date}-{issue.language}"),
    Field(
        "page",
        "The address of its page.",
        ADDRESS,
        False,
        lambda issue, context: context.site_url + newsletter_path(context.addresses, issue.date, issue.language),
    ),
    Field("updated", "When it was sent, or mended after that.", DAY, False, lambda issue, _: last_touched(issue)),
)

_SHAPING: Final = Shaping(
    Issue,
    OpenData(left_out={Issue: ("preheader", "introduction", "sections")}, added={Issue: _ADDED}),
    pages=None,
    first=0,
)


def sent_newsletters(edition: Edition) -> OpenCollection:
    """Return the sent newsletters as a collection."""
    return OpenCollection(
        name=NEWSLETTERS,
        model=Issue,
        read=partial(all_issues, edition),
        touched=last_touched,
        shaping=_SHAPING,
    )


def more_collections(edition: Edition) -> tuple[OpenCollection, ...]:
    """Return the published collections that are of no kind."""
    return sent_newsletters(edition), history_of_data(edition)


def all_collections(edition: Edition) -> tuple[OpenCollection, ...]:
    """Return all published collections; they are the same in every edition."""
    return (*open_collections(edition.ecosystem), *more_collections(edition))
