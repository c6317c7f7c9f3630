"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from typing import Any

from ecosystem.pages.drawing.icons import APPLE_ICON
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.entries import Entry
from ecosystem.publishing.feeds.listing import Feed


def render_json_feed(edition: Edition, feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Return *feed* with *entries* as a JSON Feed."""
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "language": edition.language,
        "home_page_url": edition.site_url + feed.page,
        "feed_url": edition.site_url + feed.files["json"],
        "icon": edition.site_url + APPLE_ICON,
        **({"hubs": [{"type": "WebSub", "url": edition.content.hub}]} if edition.content.hub else {}),
        "authors": [{"name": edition.interface.say("site.name"), "url": edition.site_url}],
        "items": [_item(edition, entry) for entry in entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _item(edition: Edition, entry: Entry) -> dict[str, Any]:
    picture = {"image": edition.site_url + entry.picture.path} if entry.picture else {}
    return {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        **picture,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.language,
        "tags": list(entry.categories),
    }
