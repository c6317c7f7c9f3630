"""The sitemap: every page with its real date and its counterparts in the other languages."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

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
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">']
    for entry in sorted(entries, key=lambda one: one.path):
        lines += ["<url>", f"<loc>{escape(site_url + entry.path)}</loc>"]
        lines.append(f"<lastmod>{entry.updated.isoformat()}</lastmod>")
        for hreflang, path in (*entry.alternates.items(), ("x-default", default_alternate(entry.alternates))):
            lines.append(f'<xhtml:link rel="alternate" hreflang="{hreflang}" href={quoteattr(site_url + path)} />')
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>\n"]).encode("utf-8")
