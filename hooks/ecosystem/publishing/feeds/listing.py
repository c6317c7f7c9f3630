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
from ecosystem.publishing.feeds.strands import Strand, Strands, groups_of_strands, is_followed, record_strand
from ecosystem.records.record import Record

#: The feed of the newsletter, which comes first: who puts the site together gives its entries.
NEWSLETTER_FEED: Final = "newsletter"

#: The feed of everything, before those of its parts.
EVERYTHING: Final = "all"

#: The page of the history of the data.
HISTORY_OF_DATA: Final = "changes"

#: The topics of feeds that tell of no single record: each is the page that the feed belongs to, too.
OF_NO_RECORD: Final = (HISTORY_OF_DATA,)

#: The formats of each feed: the ending of its file, and its media type.
FORMATS: Final[Mapping[str, str]] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}

#: The format that is offered where one will do: every reader takes it.
SHOWN_FORMAT: Final = "rss"

#: What the formats call themselves.
FORMAT_NAMES: Final[Mapping[str, str]] = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed in one language: what it is called, its page and its files by format.

    Its `title` stands among the feeds of other senders, its `label` on a page of this site. `topic` is that of a feed
    of one, and `former_names` are those under which subscribers still ask for its files.
    """

    name: str
    title: str
    label: str
    description: str
    page: str
    files: Mapping[str, str]
    topic: str | None = None
    former_names: tuple[str, ...] = ()


@once
def feeds(edition: Edition) -> tuple[Feed, ...]:
    """Return the feeds of *edition* of whole topics: that of the newsletter first, then that of everything."""
    topics = (NEWSLETTER_FEED, None, *feed_topics(edition.ecosystem.kinds), *OF_NO_RECORD)
    return tuple(_feed(edition, topic) for topic in topics)


@once
def strand_feeds(edition: Edition) -> Mapping[str, tuple[Feed, ...]]:
    """Return the feeds of all strands by their groups, without groups of which there is nothing."""
    groups = {
        role.group: tuple(_strand_feed(edition, role, strand) for strand in role.all(edition))
        for role in groups_of_strands(edition.ecosystem.kinds)
    }
    return {group: found for group, found in groups.items() if found}


def record_feed_links(edition: Edition, collection: str, record: Record) -> tuple[FeedLink, ...]:
    """Return the links to the feed of all that belongs together with *record*, where it can be followed."""
    role = edition.ecosystem.kinds[collection].role(Strands)
    if role is None or not is_followed(edition, collection, record.id):
        return ()
    return links_to(_strand_feed(edition, role, record_strand(edition, collection, record)))


def feed_path(name: str, language: Language, suffix: str) -> str:
    """Return the path of the feed called *name* in the format with *suffix*: `feeds/sv/news.atom`."""
    return f"feeds/{language}/{name}.{suffix}"


def opml_path(language: Language | None = None) -> str:
    """Return the path of the list of all feeds of *language*; without one, of all languages."""
    return f"feeds/{language}/feeds.opml" if language else "feeds/feeds.opml"


def feed_links(edition: Edition, section: str | None) -> tuple[FeedLink, ...]:
    """Return the links of a page in *section*: to the feed of everything, and to the section's own if it has one.

    The page shows people its own, which is the feed of everything on the home page.
    """
    return tuple(
        link
        for feed in feeds(edition)
        if feed.topic is None or feed.topic == section
        for link in links_to(feed, is_shown=feed.topic is not None or section == HOME)
    )


def links_to(feed: Feed, *, is_shown: bool = True) -> tuple[FeedLink, ...]:
    """Return the links to *feed* in the head of a page that it belongs to, one of which the page may show too."""
    return tuple(
        FeedLink(media_type, feed.title, feed.files[suffix], feed.label if is_shown and suffix == SHOWN_FORMAT else "")
        for suffix, media_type in FORMATS.items()
    )


def _feed(edition: Edition, topic: str | None) -> Feed:
    name = topic or EVERYTHING
    say = edition.interface.say
    label = say(f"feed.{name}")
    return Feed(
        name=name,
        title=_title(edition, label),
        label=label,
        description=say(f"feed.{name}.description"),
        page=edition.path(topic or HOME),
        files=_files(edition, name),
        topic=topic,
    )


def _strand_feed(edition: Edition, role: Strands, strand: Strand) -> Feed:
    name = role.name(strand.id)
    return Feed(
        name=name,
        title=_title(edition, strand.title),
        label=strand.title,
        description=edition.interface.say(f"strand.{role.group}.description", title=strand.title),
        page=strand.page,
        files=_files(edition, name),
        former_names=tuple(map(role.name, strand.former_ids)),
    )


def _title(edition: Edition, label: str) -> str:
    return f"{edition.interface.say('site.name')} – {label}"


def _files(edition: Edition, name: str) -> dict[str, str]:
    return {suffix: feed_path(name, edition.language, suffix) for suffix in FORMATS}
