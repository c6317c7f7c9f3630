"""The offering catalogue for machines: products, services, what is offered of them, and by whom.

The site knows no prices, so none are said. What a provider states of itself stands as its statement on the page; here
it is a property with the name that the page gives it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.networks.model import Network
from ecosystem.kinds.offerings.model import Offering, OfferingKind
from ecosystem.kinds.offerings.providers import Provider, listed_offerings, provider_of, provider_path
from ecosystem.kinds.offerings.validity import holds
from ecosystem.kinds.organisation_data import organisation_type
from ecosystem.kinds.organisations.parts import Certification, ContactPoint
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.pages.list_pages import ENTRIES_ON_A_PAGE
from ecosystem.pages.structured_data import JsonLd, site_publisher, thing

#: Markets that are more than a country.
_UNIONS: Final = ("EU",)


def offering_data(edition: Edition, offering: Offering, address: str) -> JsonLd:
    """Return a product or a service, with the offer of it."""
    provider = provider_of(edition, offering)
    data = thing(_type(offering), address) | {
        "name": edition.title(offering),
        "description": offering.summary.in_language(edition.language).text,
    }
    if offering.url is not None:
        data["url"] = offering.url
    if offering.users:
        data["audience"] = [
            {"@type": "Audience", "audienceType": edition.interface.choice(users)} for users in offering.users
        ]
    category = edition.interface.choice(offering.category)
    properties = list(_properties(edition, offering))
    if offering.kind is OfferingKind.PRODUCT:
        data["category"] = category
        if properties:
            data["additionalProperty"] = properties
    else:
        data |= {"serviceType": category, "provider": _organisation(edition, provider)}
        if offering.markets:
            data["areaServed"] = _areas(edition, offering)
    data["offers"] = _offer(edition, offering, address) | {"offeredBy": _organisation(edition, provider)}
    return data


def provider_data(edition: Edition, provider: Provider) -> JsonLd:
    """Return an organisation of the catalogue with what it offers."""
    address = edition.site_url + provider_path(edition, provider.slug)
    data = thing("Organization", address) | _organisation(edition, provider)
    if provider.record is not None and provider.record.in_short is not None:
        data["description"] = provider.record.in_short.in_language(edition.language).text
    if isinstance(provider.record, Member):
        data["memberOf"] = site_publisher(edition)
    if provider.contacts:
        data["contactPoint"] = [_contact(one) for one in provider.contacts]
    if certified := [one for one in provider.certifications if holds(one.valid_until, edition.today)]:
        data["hasCertification"] = [_certification(edition, one) for one in certified]
    data["makesOffer"] = [_offer_of(edition, one) for one in provider.offerings]
    return data


def catalogue_data(edition: Edition, address: str) -> Sequence[JsonLd]:
    """Return the catalogue at *address*; what it offers one by one only while the page itself tells that much."""
    listed = listed_offerings(edition)
    data = thing("OfferCatalog", address) | {
        "name": edition.interface.say("catalogue.title"),
        "url": address,
        "numberOfItems": len(listed),
    }
    if listed and len(listed) <= ENTRIES_ON_A_PAGE:
        data["itemListElement"] = [_offer_of(edition, one) for one in listed]
    return [data]


def _type(offering: Offering) -> str:
    return "Product" if offering.kind is OfferingKind.PRODUCT else "Service"


def _organisation(edition: Edition, provider: Provider) -> JsonLd:
    """Return the organisation itself; one that the site lists is the same thing as on its own page."""
    address = edition.site_url + provider_path(edition, provider.slug)
    data: JsonLd = {
        "@type": "Organization",
        "@id": f"{address}#this",
        "name": provider.name.in_language(edition.language).text,
    }
    match provider.record:
        case Member() | Network() | Region() as record if provider.collection is not None:
            data["@type"] = organisation_type(record)
            data["@id"] = f"{edition.address(provider.collection, record.id)}#this"
            data["url"] = record.url or address
        case _:
            data["url"] = provider.organisation.url if provider.organisation and provider.organisation.url else address
    if provider.organisation and provider.organisation.business_id:
        data["identifier"] = _property("business-id", provider.organisation.business_id)
    return data


def _offer(edition: Edition, offering: Offering, address: str) -> JsonLd:
    offer: JsonLd = {"@type": "Offer", "url": address}
    if offering.markets:
        offer["areaServed"] = _areas(edition, offering)
    return offer


def _offer_of(edition: Edition, offering: Offering) -> JsonLd:
    address = edition.address("offerings", offering.id)
    item = {
        "@type": _type(offering),
        "@id": f"{address}#this",
        "name": edition.title(offering),
        "description": offering.summary.in_language(edition.language).text,
        "url": address,
    }
    return _offer(edition, offering, address) | {"itemOffered": item}


def _areas(edition: Edition, offering: Offering) -> list[JsonLd]:
    return [
        {"@type": "AdministrativeArea" if code in _UNIONS else "Country", "name": edition.formats.country(code)}
        for code in offering.markets
    ]


def _properties(edition: Edition, offering: Offering) -> Iterator[JsonLd]:
    say, choice = edition.interface.say, edition.interface.choice
    if offering.maturity is not None and offering.maturity.trl is not None:
        yield _property(say("field.trl"), str(offering.maturity.trl))
    if offering.regulation is not None:
        if offering.regulation.device is not None:
            yield _property(say("field.device"), choice(offering.regulation.device))
        for field, value in offering.regulation.classes:
            yield _property(say(f"field.{field}"), choice(value))
    for standard in offering.standards:
        yield _property(say("field.standards"), f"{choice(standard.name)} {standard.version or ''}".strip())


def _property(name: str, value: str) -> JsonLd:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _contact(contact: ContactPoint) -> JsonLd:
    named = {"name": contact.name, "email": contact.email, "telephone": contact.phone, "url": contact.url}
    return {"@type": "ContactPoint"} | {name: value for name, value in named.items() if value}


def _certification(edition: Edition, certification: Certification) -> JsonLd:
    data: JsonLd = {"@type": "Certification", "name": edition.interface.choice(certification.name)}
    if certification.url is not None:
        data["url"] = certification.url
    if certification.valid_until is not None:
        data["expires"] = certification.valid_until.isoformat()
    return data
