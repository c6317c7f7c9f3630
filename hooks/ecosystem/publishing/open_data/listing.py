"""The links by which programs find the open data from the page that explains it."""

from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.open_data.collections import DATA_CATALOGUE, OPEN_DATA, OPENAPI


def data_links(edition: Edition, section: str | None) -> tuple[FeedLink, ...]:
    """Return the links in the head of a page in *section*: to the catalogue for portals, and to the interface."""
    if section != OPEN_DATA:
        return ()
    say = edition.interface.say
    return (
        FeedLink("text/turtle", say("open_data.machine.turtle"), DATA_CATALOGUE["turtle"]),
        FeedLink("application/ld+json", say("open_data.machine.json_ld"), DATA_CATALOGUE["json_ld"]),
        FeedLink("application/openapi+json", say("open_data.machine.openapi"), OPENAPI),
    )
