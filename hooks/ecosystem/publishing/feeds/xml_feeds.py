"""RSS 2.0 and Atom through feedgen, with its faults mended in one place.

Each workaround says which version of feedgen needs it and when it may go.
"""

from collections.abc import Sequence
from typing import Any, Final

from feedgen.feed import FeedGenerator
from lxml import etree

from ecosystem.pages.drawing.icons import APPLE_ICON
from ecosystem.pages.edition import Edition
from ecosystem.publishing.feeds.entries import Entry, last_change, moment, tag_uri
from ecosystem.publishing.feeds.listing import FORMATS, Feed

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def render_rss(edition: Edition, feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Return *feed* with *entries* as RSS 2.0."""
    root = etree.fromstring(_generator(edition, feed, entries, "rss").rss_str())
    if edition.content.hub:
        # feedgen 1.0.0 writes no other link of Atom into RSS than the feed's own. May go when it writes all.
        own = root.find(f"channel/{_ATOM}link")
        own.addnext(etree.Element(f"{_ATOM}link", rel="hub", href=edition.content.hub))
    etree.cleanup_namespaces(root, top_nsmap={"dc": _DUBLIN_CORE}, keep_ns_prefixes=["dc"])
    for item, entry in zip(root.iter("item"), entries, strict=True):
        if entry.language != edition.language:
            etree.SubElement(item, f"{{{_DUBLIN_CORE}}}language").text = entry.language
    return _written(root)


def render_atom(edition: Edition, feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Return *feed* with *entries* as Atom (RFC 4287)."""
    root = etree.fromstring(_generator(edition, feed, entries, "atom").atom_str())
    for element, entry in zip(root.iter(f"{_ATOM}entry"), entries, strict=True):
        _mend_links(element, edition, entry)
        if entry.language != edition.language:
            # feedgen knows the language of a feed only. May go when its entries know theirs.
            element.set(_LANGUAGE, entry.language)
            _only(element, "title").set(_LANGUAGE, entry.title_language)
    return _written(root)


def _mend_links(element: Any, edition: Edition, entry: Entry) -> None:
    """Give an entry's links back what they were set to.

    feedgen 1.0.0 writes the address alone: its loop names the link and the new element alike. Without
    relation and type a reader cannot tell the page from a file. May go when `atom_entry` keeps them.
    """
    kinds = [{"rel": "alternate", "type": "text/html", "hreflang": edition.language}]
    if entry.picture:
        kinds.append({"rel": "enclosure", "type": entry.picture.media_type, "length": str(entry.picture.length)})
    for link, kind in zip(element.findall(f"{_ATOM}link"), kinds, strict=True):
        link.attrib.update(kind)


def _only(element: Any, name: str) -> Any:
    found = element.find(_ATOM + name)
    if found is None:
        raise AssertionError(f"feedgen wrote an entry without {name}")
    return found


def _generator(edition: Edition, feed: Feed, entries: Sequence[Entry], suffix: str) -> FeedGenerator:
    generator = FeedGenerator()
    home = edition.site_url + feed.page
    own = edition.site_url + feed.files[suffix]
    name = edition.interface.say("site.name")
    generator.id(tag_uri(edition, f"feeds/{feed.name}"))
    generator.title(feed.title)
    generator.subtitle(feed.description)
    generator.description(feed.description)
    generator.language(edition.language)
    generator.author(name=name, uri=edition.site_url)  # Atom requires one; feedgen 1.0.0 does not notice its absence
    generator.rights(edition.interface.say("frame.licence"))
    generator.generator(name)
    icon = edition.site_url + APPLE_ICON
    generator.icon(icon)
    generator.image(url=icon, title=feed.title, link=home)
    # feedgen 1.0.0 takes the link that is set last for that of the RSS channel: the page comes last. May go
    # when RSS takes the one with rel="alternate".
    generator.link(href=own, rel="self", type=FORMATS[suffix])
    if edition.content.hub:
        generator.link(href=edition.content.hub, rel="hub", replace=False)
    generator.link(href=home, rel="alternate", type="text/html", hreflang=edition.language)
    # feedgen 1.0.0 takes the time of the build for every date that is not set; ours come from the data.
    generator.updated(_feed_updated(edition, entries))
    for entry in entries:
        _add(generator, edition, entry)
    return generator


def _feed_updated(edition: Edition, entries: Sequence[Entry]) -> Any:
    if entries:
        return max(entry.updated for entry in entries)
    return moment(last_change(edition.ecosystem, edition.today))


def _add(generator: FeedGenerator, edition: Edition, entry: Entry) -> None:
    added = generator.add_entry(order="append")  # feedgen 1.0.0 prepends by default
    added.guid(entry.id, permalink=False)
    added.title(entry.title)
    added.link(href=entry.address, rel="alternate", type="text/html", hreflang=edition.language)
    if entry.picture:
        address = edition.site_url + entry.picture.path
        added.enclosure(url=address, length=str(entry.picture.length), type=entry.picture.media_type)
    # Not type="CDATA", which feedgen 1.0.0 writes into Atom, where there is no such type.
    added.content(entry.html, type="html")
    added.published(entry.published)
    added.updated(entry.updated)
    for category in entry.categories:
        added.category(term=category)


def _written(root: Any) -> bytes:
    etree.indent(root, space="")
    document: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
