"""The files of all feeds: RSS 2.0, Atom and JSON Feed 1.1 for each language and topic, and the OPML lists of them.

`items` says what is news; `entries` words it, `xml_feeds`, `json_feed` and `opml` write it down.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ecosystem.pages.edition import Edition
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.feeds.entries import Entries, Entry
from ecosystem.publishing.feeds.items import feed_items
from ecosystem.publishing.feeds.json_feed import render_json_feed
from ecosystem.publishing.feeds.listing import feeds, opml_path
from ecosystem.publishing.feeds.opml import render_opml
from ecosystem.publishing.feeds.xml_feeds import render_atom, render_rss

#: As many items as a feed shows.
MOST_ITEMS: Final = 30

_RENDERERS: Final = {"rss": render_rss, "atom": render_atom, "json": render_json_feed}


@dataclass(frozen=True, slots=True)
class MoreEntries:
    """Entries that come from no record, for the feeds of some topics: the newest of them, at most so many."""

    topics: Collection[str | None]
    entries: Callable[[Renderer, int], Sequence[Entry]]


def render_feeds(renderer: Renderer, more: Sequence[MoreEntries]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every feed in the language of *renderer*, and of the list of them."""
    edition = renderer.edition
    items = feed_items(edition.ecosystem, edition.content.history, edition.today)
    entries = Entries(edition, renderer.environment)
    besides = [(one.topics, one.entries(renderer, MOST_ITEMS)) for one in more]
    for feed in feeds(edition):
        chosen = [item for item in items if feed.topic in (None, item.topic)][:MOST_ITEMS]
        worded = [entries.entry(item) for item in chosen]
        for topics, others in besides:
            if feed.topic in topics:
                worded = sorted([*worded, *others], key=lambda entry: entry.published, reverse=True)[:MOST_ITEMS]
        for suffix, render in _RENDERERS.items():
            yield feed.files[suffix], render(edition, feed, worded)
    yield opml_path(edition.language), render_opml([edition])


def render_list_of_all(editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the list of the feeds in all languages."""
    yield opml_path(), render_opml(editions)
