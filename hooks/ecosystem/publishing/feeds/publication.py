"""The files of all feeds: RSS 2.0, Atom and JSON Feed 1.1 for each language and what can be followed, and OPML lists.

`items` says what is news, `strands` by what it is divided; `entries` words it, `xml_feeds`, `json_feed` and `opml`
write it down.
"""

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from ecosystem.pages.edition import Edition
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.feeds.entries import Entries, Entry, moment
from ecosystem.publishing.feeds.items import told_items
from ecosystem.publishing.feeds.json_feed import render_json_feed
from ecosystem.publishing.feeds.listing import Feed, feed_path, feeds, opml_path, strand_feeds
from ecosystem.publishing.feeds.opml import render_opml
from ecosystem.publishing.feeds.strands import by_strand
from ecosystem.publishing.feeds.xml_feeds import render_atom, render_rss

#: A feed shows all that was told in this time, so that a day of many items pushes out none that a reader has not seen.
PERIOD: Final = datetime.timedelta(days=60)

#: Where less was told in that time a feed reaches back to so many items; it never has more than the most.
LEAST_ITEMS: Final = 30
MOST_ITEMS: Final = 200

_RENDERERS: Final = {"rss": render_rss, "atom": render_atom, "json": render_json_feed}

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class MoreEntries:
    """Entries that come from no record, for the feeds of some topics: the newest of them, at most so many."""

    topics: Collection[str | None]
    entries: Callable[[Renderer, int], Sequence[Entry]]


def render_feeds(renderer: Renderer, more: Sequence[MoreEntries]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every feed in the language of *renderer*, and of the list of them."""
    edition = renderer.edition
    items = told_items(edition.content)
    entries = Entries(edition, renderer.environment)
    besides = [(one, one.entries(renderer, MOST_ITEMS)) for one in more]
    since = edition.today - PERIOD
    for feed in feeds(edition):
        of_feed = [item for item in items if feed.topic in (None, item.topic)]
        worded = [entries.entry(item) for item in _shown(of_feed, [item.published >= since for item in of_feed])]
        for one, others in besides:
            if feed.topic in one.topics:
                merged = sorted([*worded, *others], key=lambda entry: entry.published, reverse=True)
                worded = _shown(merged, [entry.published >= moment(since) for entry in merged])
        yield from _files(edition, feed, worded)
    divided = by_strand(edition.content)
    for feed in (one for group in strand_feeds(edition).values() for one in group):
        of_feed = divided.get(feed.name, [])
        shown = _shown(of_feed, [item.published >= since for item in of_feed])
        yield from _files(edition, feed, [entries.entry(item) for item in shown])
    yield opml_path(edition.language), render_opml([edition])


def render_list_of_all(editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the list of the feeds in all languages."""
    yield opml_path(), render_opml(editions)


def _shown(newest_first: Sequence[Shown], are_recent: Sequence[bool]) -> list[Shown]:
    """Return as many of the newest as a feed shows, of which so many are recent."""
    return list(newest_first[: min(max(sum(are_recent), LEAST_ITEMS), MOST_ITEMS)])


def _files(edition: Edition, feed: Feed, entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    for suffix, render in _RENDERERS.items():
        content = render(edition, feed, entries)
        yield feed.files[suffix], content
        for former in feed.former_names:
            yield feed_path(former, edition.language, suffix), content
