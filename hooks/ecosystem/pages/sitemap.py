"""The sitemap: every page with its real date and its counterparts in the other languages."""

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree

from ecosystem.pages.addresses import default_alternate
from ecosystem.pages.page import Page

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


def render_sitemap(pages: Iterable[Page], site_url: str) -> bytes:
    """Return the sitemap of those of *pages* that are listed as XML, sorted by address."""
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for page in sorted((one for one in pages if one.listed), key=lambda one: one.path):
        url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site_url + page.path
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = page.updated.isoformat()
        for hreflang, path in (*page.alternates.items(), ("x-default", default_alternate(page.alternates))):
            attributes = {"rel": "alternate", "hreflang": hreflang, "href": site_url + path}
            ElementTree.SubElement(url, f"{{{_XHTML}}}link", attributes)
    ElementTree.indent(root, space="")
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
