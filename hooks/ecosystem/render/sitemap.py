"""The sitemap: every page with its real date and its counterparts in the other languages."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

from ecosystem.addresses import default_alternate
from ecosystem.languages import Language

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page: its path, when it last changed, and its paths in all languages that it has."""

    path: str
    updated: datetime.date
    alternates: Mapping[Language, str]


def render_sitemap(entries: Iterable[SitemapEntry], site_url: str) -> bytes:
    """Return the sitemap of *entries* as XML, sorted by address."""
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for entry in sorted(entries, key=lambda one: one.path):
        url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site_url + entry.path
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = entry.updated.isoformat()
        for hreflang, path in (*entry.alternates.items(), ("x-default", default_alternate(entry.alternates))):
            attributes = {"rel": "alternate", "hreflang": hreflang, "href": site_url + path}
            ElementTree.SubElement(url, f"{{{_XHTML}}}link", attributes)
    ElementTree.indent(root, space="")
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
