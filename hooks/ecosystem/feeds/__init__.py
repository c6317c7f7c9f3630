"""Feeds: RSS 2.0, Atom and JSON Feed 1.1 for each language and topic, and the OPML lists of them.

`views.feed_items` says what is news; `entries` words it, `xml_feeds`, `json_feed` and `opml` write it down.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import Environment

from ecosystem.addresses import opml_path
from ecosystem.feeds.entries import Entries
from ecosystem.feeds.json_feed import render_json_feed
from ecosystem.feeds.newsletters import newsletter_entries
from ecosystem.feeds.opml import render_opml
from ecosystem.feeds.xml_feeds import render_atom, render_rss
from ecosystem.languages import Language
from ecosystem.views.edition import Edition
from ecosystem.views.feed_items import feed_items
from ecosystem.views.feed_list import feeds

#: As many items as a feed shows.
MOST_ITEMS: Final = 30

_RENDERERS: Final = {"rss": render_rss, "atom": render_atom, "json": render_json_feed}


def render_feeds(
    editions: Mapping[Language, Edition], environments: Mapping[Language, Environment]
) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every feed and list of feeds in all languages."""
    first = next(iter(editions.values()))
    items = feed_items(first.ecosystem, first.today)
    for language, edition in editions.items():
        entries = Entries(edition, environments[language])
        sent = newsletter_entries(edition, environments[language], MOST_ITEMS)
        for feed in feeds(edition):
            chosen = [item for item in items if feed.topic in (None, item.topic)][:MOST_ITEMS]
            worded = [entries.entry(item) for item in chosen]
            if feed.topic in (None, "news"):
                worded = sorted([*worded, *sent], key=lambda entry: entry.newest, reverse=True)[:MOST_ITEMS]
            for suffix, render in _RENDERERS.items():
                yield feed.files[suffix], render(edition, feed, worded)
        yield opml_path(language), render_opml([edition])
    yield opml_path(), render_opml(list(editions.values()))
