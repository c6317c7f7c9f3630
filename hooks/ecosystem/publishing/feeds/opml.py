"""OPML 2.0: a list of feeds that a feed reader takes in one go (https://opml.org/spec2.opml)."""

from collections.abc import Sequence
from email.utils import format_datetime
from typing import Final
from xml.etree import ElementTree

from ecosystem.ground.languages import NATIVE_NAMES
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.entries import last_change, moment
from ecosystem.publishing.feeds.listing import feeds

#: The format that is listed: every reader takes Atom, and each feed must stand in the list only once.
_LISTED: Final = "atom"


def render_opml(editions: Sequence[Edition]) -> bytes:
    """Return the list of the feeds of *editions*, under the name of each language where there are several."""
    first = editions[0]
    changed = last_change(first.ecosystem, first.today)
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = first.interface.say("site.name")
    ElementTree.SubElement(head, "dateModified").text = format_datetime(moment(changed))
    body = ElementTree.SubElement(root, "body")
    for edition in editions:
        native = NATIVE_NAMES[edition.language]
        parent = body if len(editions) == 1 else ElementTree.SubElement(body, "outline", text=native)
        for feed in feeds(edition):
            ElementTree.SubElement(
                parent,
                "outline",
                {
                    "type": "rss",  # OPML's word for any feed
                    "text": feed.title,
                    "title": feed.title,
                    "description": feed.description,
                    "language": edition.language,
                    "xmlUrl": edition.site_url + feed.files[_LISTED],
                    "htmlUrl": edition.site_url + feed.page,
                },
            )
    ElementTree.indent(root, space="")
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
