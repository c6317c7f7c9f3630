"""What the catalogue's pages say to machines: read as JSON-LD, in the terms of schema.org, and shown on the page."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from addresses import provider_path, record_path
from ecosystem.ground.languages import LANGUAGES, Language
from rendering import make_site, of_providers, of_records, read_ecosystem, write_pages
from workbench import SMALL

SITE = "https://www.sotetekoaly.fi/"
SCHEMA = Namespace("https://schema.org/")

#: The properties of schema.org that each type has, as far as a catalogue can use them.
PROPERTIES = {
    "Thing": {"name", "description", "url", "mainEntityOfPage"},
    "Product": {"category", "additionalProperty", "audience", "offers"},
    "Service": {"serviceType", "provider", "areaServed", "audience", "offers"},
    "Offer": {"offeredBy", "areaServed", "itemOffered"},
    "Organization": {"contactPoint", "hasCertification", "makesOffer", "memberOf"},
    "ContactPoint": {"email", "telephone"},
    "Certification": {"expires"},
    "PropertyValue": {"value"},
    "Audience": {"audienceType"},
    "Country": set(),
    "AdministrativeArea": set(),
}

#: What a reader of each type relies on.
REQUIRED = {
    "Product": {"name", "description", "offers"},
    "Service": {"name", "description", "provider", "offers"},
    "Offer": {"url"},
    "Organization": {"name", "url"},
    "PropertyValue": {"name", "value"},
    "Certification": {"name"},
    "Country": {"name"},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small site, one of whose offerings has every field."""
    target = tmp_path_factory.mktemp("small")
    site = make_site(read_ecosystem(SMALL.data))
    write_pages(of_records(site), target)
    write_pages(of_providers(site), target)
    return target


def paths(language: Language) -> list[str]:
    records = [record_path("offerings", one, language) for one in ("palvelu", "tuote")]
    return records + [provider_path(one, language) for one in ("network-verkosto", "esimerkki-oy")]


def read(folder: Path, path: str) -> tuple[BeautifulSoup, Graph]:
    """Return the page at *path* and what it says as a graph, with the terms of schema.org but without fetching them."""
    soup = BeautifulSoup((folder / path / "index.html").read_text(encoding="utf-8"), "html.parser")
    graph = Graph()
    for script in soup.find_all("script", type="application/ld+json"):
        data = json.loads(script.get_text())
        for one in data if isinstance(data, list) else [data]:
            if one["@type"] != "BreadcrumbList":
                assert one["@context"] == "https://schema.org"
                vocabulary = {"@vocab": str(SCHEMA), "url": {"@type": "@id"}, "mainEntityOfPage": {"@type": "@id"}}
                graph.parse(data=json.dumps(one | {"@context": vocabulary}), format="json-ld")
    return soup, graph


def type_of(graph: Graph, thing: Node) -> str:
    found = {str(kind).removeprefix(str(SCHEMA)) for kind in graph.objects(thing, RDF.type)}
    assert len(found) == 1, f"{thing} is {found}"
    return found.pop()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_is_one_that_its_type_has(folder: Path, language: Language) -> None:
    for path in paths(language):
        _, graph = read(folder, path)
        things = set(graph.subjects(RDF.type))
        assert things
        for thing in things:
            kind = type_of(graph, thing)
            said = {str(name).removeprefix(str(SCHEMA)) for name in graph.predicates(thing) if name != RDF.type}
            assert said <= PROPERTIES["Thing"] | PROPERTIES[kind], f"{path}: {kind}"
            # another page's thing is named here and described there
            is_own = SCHEMA.mainEntityOfPage in graph.predicates(thing) or kind not in ("Product", "Service")
            needed = REQUIRED.get(kind, set()) if is_own else {"name", "url"}
            assert needed <= said, f"{path}: {kind} lacks {needed - said}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_about_what_it_is_called(folder: Path, language: Language) -> None:
    for path in paths(language):
        soup, graph = read(folder, path)
        about = next(graph.subjects(SCHEMA.mainEntityOfPage, URIRef(SITE + path)))
        assert soup.h1 is not None
        assert str(graph.value(about, SCHEMA.name)) == soup.h1.get_text()


def test_nothing_is_said_that_the_page_does_not_show(folder: Path) -> None:
    for path in paths("en"):
        soup, graph = read(folder, path)
        assert soup.main is not None
        shown = " ".join(soup.get_text(" ").split())
        targets = {str(link["href"]) for link in soup.main.find_all("a")}
        for _, name, value in graph:
            term = str(name).removeprefix(str(SCHEMA))
            if term in ("expires", "url", "mainEntityOfPage") or isinstance(value, URIRef) or term == "serviceType":
                continue
            if not any(True for _ in graph.predicate_objects(value)):
                assert str(value) in shown or any(str(value) in one for one in targets), f"{path}: {term} {value}"


def test_an_offering_is_a_product_or_a_service_on_offer_by_its_organisation(folder: Path) -> None:
    for path, kind, provider in [
        (record_path("offerings", "tuote", "en"), "Product", "en/members/esimerkki-oy/"),
        (record_path("offerings", "palvelu", "en"), "Service", "en/networks/verkosto/"),
    ]:
        _, graph = read(folder, path)
        thing = URIRef(f"{SITE}{path}#this")
        assert type_of(graph, thing) == kind
        offer = graph.value(thing, SCHEMA.offers)
        assert offer is not None and type_of(graph, offer) == "Offer"
        assert graph.value(offer, SCHEMA.offeredBy) == URIRef(f"{SITE}{provider}#this")


def test_an_organisation_is_the_same_thing_on_all_its_pages(folder: Path) -> None:
    _, member = read(folder, "en/members/esimerkki-oy/")
    _, provider = read(folder, provider_path("esimerkki-oy", "en"))
    organisation = URIRef(f"{SITE}en/members/esimerkki-oy/#this")
    assert (organisation, RDF.type, SCHEMA.Organization) in member
    assert (organisation, RDF.type, SCHEMA.Organization) in provider
    items = {provider.value(offer, SCHEMA.itemOffered) for offer in provider.objects(organisation, SCHEMA.makesOffer)}
    assert items == {URIRef(f"{SITE}{record_path('offerings', 'tuote', 'en')}#this")}
    contact = provider.value(organisation, SCHEMA.contactPoint)
    assert contact is not None
    assert str(provider.value(contact, SCHEMA.email)) == "export@example.org"


def test_markets_are_countries_and_the_union_an_area(folder: Path) -> None:
    _, graph = read(folder, record_path("offerings", "tuote", "en"))
    areas = {
        (type_of(graph, area), str(graph.value(area, SCHEMA.name))) for area in graph.objects(None, SCHEMA.areaServed)
    }
    assert areas == {("Country", "Sweden"), ("AdministrativeArea", "European Union")}
