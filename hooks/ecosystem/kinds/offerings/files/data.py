"""The catalogue as JSON for programs: what its details are called and mean, and every entry with words and codes.

A detail of an entry is a list of items; one that is not known is an empty list. An item has its `text`, its `language`
where that is another than the file's, its `code` where it is one of a choice, a number or a date, and its `url`. What
holds for a time alone has `valid_until`, its last day, and `expired`: whether that has passed.
"""

import json
from typing import Any

from ecosystem.kinds.offerings.catalogue import Catalogue, Entry, catalogue_name, joining_address
from ecosystem.kinds.offerings.catalogue_fields import DETAILS, Item
from ecosystem.kinds.offerings.files.papers import version_line
from ecosystem.pages.edition import Edition

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def render_data(edition: Edition, whole: Catalogue) -> bytes:
    """Return the catalogue as JSON."""
    say = edition.interface.say
    notice = {"notice": say("demo.notice")} if edition.demo else {}
    document = {
        **notice,
        "title": catalogue_name(edition),
        "publisher": say("site.name"),
        "language": edition.language,
        "address": edition.site_url + edition.path("offering"),
        "licence": LICENCE,
        "version": whole.version.name,
        "updated": whole.version.date.isoformat(),
        "state": version_line(edition, whole.version),
        "count": len(whole.entries),
        "about": say("catalogue.about_text"),
        "join": {"text": say("catalogue.join_text"), "url": joining_address(edition)},
        "details": {
            detail.key: {"label": say(detail.label), "explanation": say(detail.explanation)} for detail in DETAILS
        },
        "entries": [_entry(edition, entry) | notice for entry in whole.entries],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(edition: Edition, entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "organisation": entry.provider_slug} | {
        key: [_item(edition, item) for item in items] for key, items in entry.details.items() if key != "id"
    }


def _item(edition: Edition, item: Item) -> dict[str, Any]:
    said: dict[str, Any] = {"text": item.text}
    if item.language != edition.language:
        said["language"] = item.language
    if item.code is not None:
        said["code"] = item.code
    if item.url is not None:
        said["url"] = item.url
    if item.valid_until is not None:
        said |= {"valid_until": item.valid_until.isoformat(), "expired": item.has_ended}
    return said
