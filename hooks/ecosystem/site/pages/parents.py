"""Whatever has pages below a hand-written page that are no records: some kinds, the newsletter, the history."""

from ecosystem.pages.edition import Edition
from ecosystem.pages.listed_pages import ListsPages
from ecosystem.site.changes.pages import CHANGES_PAGES
from ecosystem.site.newsletter.pages import NEWSLETTER_PAGES


def parents(edition: Edition) -> tuple[ListsPages, ...]:
    """Return all of them."""
    return (*(role for _, role in edition.ecosystem.kinds.playing(ListsPages)), NEWSLETTER_PAGES, CHANGES_PAGES)
