"""The parts that all structured data is made of."""

from typing import Any, Final, TypeAlias

from ecosystem.views.edition import Edition

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
