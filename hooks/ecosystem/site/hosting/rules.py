"""Which headers go with which part of the site. All paths are below the site's own address."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.content_policy import content_policy
from ecosystem.pages.embedding import EMBED
from ecosystem.site.addresses import ADDRESSES

#: No path that leads to another.
NO_FORWARDS: Final[Mapping[str, str]] = MappingProxyType({})

#: Folders whose files other sites and programs may read.
SHARED: Final = ("api/", "calendar/", "downloads/", "feeds/", "images/")

#: Two years, as browsers ask of a site that means it. Whether it holds for other sites below the same name too is for
#: whoever has that name to say.
_SECURE_FOR: Final = 2 * 365 * 24 * 60 * 60

_FOR_EVER: Final = "public, max-age=31536000, immutable"
AN_HOUR: Final = "public, max-age=3600"
ASK_AGAIN: Final = "no-cache"

#: Files that are for the host itself, at the top of the site: nobody is served these.
OWN_FILES: Final = ("_headers", ".htaccess")

#: Types of files that become much smaller when they are compressed on the way.
COMPRESSED: Final = (
    "application/atom+xml",
    "application/feed+json",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/manifest+json",
    "application/rss+xml",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
    "text/calendar",
    "text/css",
    "text/csv",
    "text/javascript",
    "text/plain",
    "text/turtle",
    "text/x-opml",
    "text/xml",
)

#: What a page may not use, whatever runs in it. Copying an address to the clipboard is allowed.
_WITHOUT: Final = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "sync-xhr",
    "usb",
    "xr-spatial-tracking",
)

#: The type of files that hosts do not know, or send without their character set.
TYPES: Final[Mapping[str, str]] = {
    "atom": "application/atom+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "jsonld": "application/ld+json",
    "opml": "text/x-opml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
}

#: JSON feeds have a type of their own, but no ending.
JSON_FEEDS: Final = ("feeds/", "json", "application/feed+json")

#: Files named by their content, as regular expressions below the root: they never change.
UNCHANGING: Final = (r"assets/cards/", r"assets/[^/]+\.[0-9a-f]{10}\.(css|js)$")
UNCHANGING_FOR: Final = _FOR_EVER


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: the prefixes of its paths, and what is sent with its files only."""

    prefixes: tuple[str, ...]
    headers: Mapping[str, str]


def everywhere(site_url: str) -> dict[str, str]:
    """Return what is sent with every file."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join([*(f"{feature}=()" for feature in _WITHOUT), "clipboard-write=(self)"]),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if urlsplit(site_url).scheme == "https":
        headers["Strict-Transport-Security"] = f"max-age={_SECURE_FOR}"
    return headers


def pages(policy: str) -> dict[str, str]:
    """Return what is sent with pages that have *policy*: nobody else may show them in a frame or load their parts."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def ordinary_pages() -> dict[str, str]:
    """Return what is sent with pages that nothing else is said of: whatever runs there may fetch from this site."""
    return pages(content_policy(["filter-bar.js"]))


def parts() -> tuple[Part, ...]:
    """Return the parts that differ from ordinary pages."""
    search = tuple(ADDRESSES.page("search", language) for language in LANGUAGES) if "search" in ADDRESSES.pages else ()
    framed = {
        "Content-Security-Policy": f"{content_policy()}; frame-ancestors *",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    shared = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
    return (
        Part(search, pages(content_policy(["search.js"]))),
        Part((EMBED,), framed),
        Part(SHARED, shared),
    )


def any_of(root: str, prefixes: Iterable[str], *, literal: bool = True) -> str:
    """Return a regular expression for paths that begin with one of *prefixes* below *root*."""
    return f"^{re.escape(root)}(?:{'|'.join(re.escape(one) if literal else one for one in prefixes)})"
