"""The parts that all structured data is made of."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from ecosystem.pages.edition import Edition

JsonLd: TypeAlias = dict[str, Any]

CONTEXT: Final = "https://schema.org"


def site_publisher(edition: Edition) -> JsonLd:
    """Return the ecosystem as the publisher of the site."""
    return {
        "@type": "Organization",
        "@id": f"{edition.site_url}#ecosystem",
        "name": edition.interface.say("site.name"),
        "url": edition.site_url,
    }


def thing(kind: str, address: str) -> JsonLd:
    """Return the beginning of what the page at *address* is about, a thing of the type *kind*."""
    return {"@context": CONTEXT, "@type": kind, "@id": f"{address}#this", "mainEntityOfPage": address}


def breadcrumb_data(trail: Sequence[tuple[str, str]]) -> JsonLd:
    """Return the breadcrumbs *trail*, (name, absolute address) from the home page to the page itself."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(trail, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}
