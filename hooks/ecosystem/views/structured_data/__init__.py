"""What a page says to machines: schema.org in JSON-LD.

Only what the page itself shows is said here, and only for kinds of record that schema.org has a type for.
"""

from collections.abc import Sequence

from ecosystem.addresses import OPEN_DATA, page_path
from ecosystem.model.event import Event
from ecosystem.model.glossary import Term
from ecosystem.model.meeting import InternationalMeeting
from ecosystem.model.member import Member
from ecosystem.model.network import Network
from ecosystem.model.news import NewsItem
from ecosystem.model.offering import Offering
from ecosystem.model.record import CollectionName, Record
from ecosystem.model.region import Region
from ecosystem.views.edition import Edition
from ecosystem.views.structured_data.catalogue import offering_data, provider_data
from ecosystem.views.structured_data.common import CONTEXT, JsonLd, site_publisher, thing
from ecosystem.views.structured_data.data_sets import data_catalogue
from ecosystem.views.structured_data.events import event_data
from ecosystem.views.structured_data.organisations import organisation_data

__all__ = ("JsonLd", "breadcrumb_data", "page_data", "provider_data", "record_data")


def page_data(edition: Edition, page: str, path: str, trail: Sequence[tuple[str, str]]) -> list[JsonLd]:
    """Return what the hand-written *page* at *path* says; *trail* is its breadcrumbs, (name, path), if it has any."""
    address = edition.site_url + path
    if not trail:
        return [home_data(edition, address)]
    crumbs = breadcrumb_data([(name, edition.site_url + step) for name, step in trail])
    return [crumbs, data_catalogue(edition, address)] if page == OPEN_DATA else [crumbs]


def home_data(edition: Edition, address: str) -> JsonLd:
    """Return what the home page says."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": edition.interface.say("site.name"),
        "url": address,
        "inLanguage": edition.language,
        "publisher": site_publisher(edition),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{edition.site_url}{page_path('search', edition.language)}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb_data(trail: Sequence[tuple[str, str]]) -> JsonLd:
    """Return the breadcrumbs *trail*, (name, absolute address) from the home page to the page itself."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(trail, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def record_data(edition: Edition, collection: CollectionName, record: Record) -> JsonLd | None:
    """Return what a record's page says, or None for a kind that schema.org has no type for."""
    address = edition.address(collection, record.id)
    match record:
        case Member() | Region() | Network():
            return organisation_data(edition, record, address)
        case Event() | InternationalMeeting():
            return event_data(edition, record, address)
        case Offering():
            return offering_data(edition, record, address)
        case NewsItem():
            return _news(edition, record, address)
        case Term():
            return _term(edition, record, address)
        case _:
            return None


def _term(edition: Edition, term: Term, address: str) -> JsonLd:
    data = thing("DefinedTerm", address) | {
        "name": edition.title(term),
        "inDefinedTermSet": edition.site_url + page_path("glossary", edition.language),
    }
    if term.definition is not None:
        data["description"] = term.definition.in_language(edition.language).text
    return data


def _news(edition: Edition, item: NewsItem, address: str) -> JsonLd:
    publisher = site_publisher(edition)
    picture = {"image": edition.site_url + edition.pictures[item.image.file].path} if item.image else {}
    return (
        thing("NewsArticle", address)
        | picture
        | {
            "headline": edition.title(item),
            "description": item.summary.in_language(edition.language).text,
            "datePublished": item.date.isoformat(),
            "dateModified": max(item.updated, item.date).isoformat(),
            "inLanguage": edition.language,
            "author": publisher,
            "publisher": publisher,
        }
    )
