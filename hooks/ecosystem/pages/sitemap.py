"""The sitemap: every page with its real date and its counterparts in the other languages."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from ecosystem.pages.addresses import Addresses
from ecosystem.pages.page import Page

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


def render_sitemap(pages: Iterable[Page], site_url: str, addresses: Addresses) -> bytes:
    """Return the sitemap of those of *pages* that are listed as XML, sorted by address."""
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">']
    for page in sorted((one for one in pages if one.listed), key=lambda one: one.path):
        lines += ["<url>", f"<loc>{escape(site_url + page.path)}</loc>"]
        lines.append(f"<lastmod>{page.updated.isoformat()}</lastmod>")
        for hreflang, path in (*page.alternates.items(), ("x-default", addresses.default_alternate(page.alternates))):
            lines.append(f'<xhtml:link rel="alternate" hreflang="{hreflang}" href={quoteattr(site_url + path)} />')
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>\n"]).encode("utf-8")
