"""The feeds of an edition: what each is called and where it is, for the feeds themselves and for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.ground.uses import once
from ecosystem.pages.addresses import HOME
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import FeedLink
from ecosystem.publishing.feeds.items import feed_topics

#: The feed of the newsletter, which comes first: who puts the site together gives its entries.
NEWSLETTER_FEED: Final = "newsletter"

#: The feed of everything, before those of its parts.
EVERYTHING: Final = "all"

#: The formats of each feed: the ending of its file, and its media type.
FORMATS: Final[Mapping[str, str]] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}

#: What the formats call themselves.
FORMAT_NAMES: Final[Mapping[str, str]] = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language: its topic (None for everything), what it is called, its page and its files."""

    name: str
    topic: str | None
    title: str
    description: str
    page: str
    files: Mapping[str, str]


@once
def feeds(edition: Edition) -> tuple[Feed, ...]:
    """Return the feeds of *edition*: that of the newsletter first, then that of everything."""
    topics = (NEWSLETTER_FEED, None, *feed_topics(edition.ecosystem.kinds))
    return tuple(_feed(edition, topic) for topic in topics)


def feed_of(edition: Edition, topic: str) -> Feed:
    """Return the feed of *topic*."""
    return next(feed for feed in feeds(edition) if feed.topic == topic)


def feed_path(topic: str, language: Language, suffix: str) -> str:
    """Return the path of the feed of *topic* in the format with *suffix*: `feeds/sv/news.atom`."""
    return f"feeds/{language}/{topic}.{suffix}"


def opml_path(language: Language | None = None) -> str:
    """Return the path of the list of all feeds of *language*; without one, of all languages."""
    return f"feeds/{language}/feeds.opml" if language else "feeds/feeds.opml"


def feed_links(edition: Edition, section: str | None) -> tuple[FeedLink, ...]:
    """Return the links of a page in *section*: to the feed of everything, and to the section's own if it has one."""
    return tuple(
        FeedLink(media_type, feed.title, feed.files[suffix])
        for feed in feeds(edition)
        if feed.topic is None or feed.topic == section
        for suffix, media_type in FORMATS.items()
    )


def _feed(edition: Edition, topic: str | None) -> Feed:
    name = topic or EVERYTHING
    say = edition.interface.say
    return Feed(
        name=name,
        topic=topic,
        title=f"{say('site.name')} – {say(f'feed.{name}')}",
        description=say(f"feed.{name}.description"),
        page=edition.path(topic or HOME),
        files={suffix: feed_path(name, edition.language, suffix) for suffix in FORMATS},
    )
