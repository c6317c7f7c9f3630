"""What the page of news shows."""

from collections.abc import Mapping
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.news.model import NewsItem, Topic
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, by_year, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, NEWEST, Heading, ListPage, list_pages


def news_newest_first(edition: Edition) -> tuple[NewsItem, ...]:
    """Return all news, newest first."""
    return tuple(sorted(edition.ecosystem.of(NewsItem).values(), key=lambda item: (item.date, item.id), reverse=True))


def news(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all news."""
    return {"news": news_pages(edition)[0]}


@once
def news_pages(edition: Edition) -> tuple[ListPage[NewsItem], ...]:
    """Return all pages of news, newest first, by year."""
    say = edition.interface.say
    listed = news_newest_first(edition)
    aspects = (
        Aspect("topic", say("field.topics"), lambda item: item.topics, choices(edition, Topic)),
        by_year(edition, listed, lambda item: item.date.year),
    )
    return list_pages(
        edition,
        "news",
        listed,
        facets_of(listed, aspects),
        day_of=lambda item: item.date,
        orders=(NEWEST, BY_NAME),
        heading_of=lambda item: Heading(f"year-{item.date.year}", str(item.date.year)),
    )


def card_line(edition: Edition, item: NewsItem) -> str:
    """Return the day of *item*."""
    return edition.formats.date(item.date)
