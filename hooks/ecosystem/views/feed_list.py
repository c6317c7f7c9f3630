"""The feeds of an edition: what each is called and where it is, for the feeds themselves and for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.addresses import feed_path, page_path
from ecosystem.views.edition import Edition
from ecosystem.views.feed_items import FEED_TOPICS, FeedTopic
from ecosystem.views.kept import kept

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
    topic: FeedTopic | None
    title: str
    description: str
    page: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link in the head of a page, by which a reader's program finds a feed."""

    media_type: str
    title: str
    path: str


@kept
def feeds(edition: Edition) -> tuple[Feed, ...]:
    """Return the feeds of *edition*, that of everything first."""
    return (_feed(edition, None), *(_feed(edition, topic) for topic in FEED_TOPICS))


def _feed(edition: Edition, topic: FeedTopic | None) -> Feed:
    name = topic or EVERYTHING
    say = edition.interface.say
    return Feed(
        name=name,
        topic=topic,
        title=f"{say('site.name')} – {say(f'feed.{name}')}",
        description=say(f"feed.{name}.description"),
        page=page_path(topic or "index", edition.language),
        files={suffix: feed_path(name, edition.language, suffix) for suffix in FORMATS},
    )


def feed_links(edition: Edition, section: str | None) -> tuple[FeedLink, ...]:
    """Return the links of a page in *section*: to the feed of everything, and to the section's own if it has one."""
    return tuple(
        FeedLink(media_type, feed.title, feed.files[suffix])
        for feed in feeds(edition)
        if feed.topic is None or feed.topic == section
        for suffix, media_type in FORMATS.items()
    )
